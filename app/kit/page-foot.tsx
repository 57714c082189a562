import { useLanguage, useWords } from "#app/locales/index.ts";
import { LANGUAGE_NAMES } from "#app/locales/language-names.ts";

import { useFrame } from "./frame-context.tsx";
import { SETTING_FIELDS, SETTINGS_PATH } from "./setting-fields.ts";

/**
 * The other languages, one press away: for whoever is not signed in, and for whoever reads another
 * language than Vietnamese, perhaps only because her phone was sold so.
 */
export function PageFoot() {
  const { person } = useFrame();
  const { heading } = useWords().settings;
  const language = useLanguage().code;
  if (person !== null && language === "vi") return null;
  return (
    <footer>
      <form className="meta justify-center" method="post" action={SETTINGS_PATH}>
        {LANGUAGE_NAMES.filter(({ code }) => code !== language).map(({ code, name }) => (
          <button
            key={code}
            className="back underline"
            name={SETTING_FIELDS.locale}
            value={code}
            lang={code}
          >
            {name}
          </button>
        ))}
        <a className="back" href={SETTINGS_PATH}>
          {heading}
        </a>
      </form>
    </footer>
  );
}
