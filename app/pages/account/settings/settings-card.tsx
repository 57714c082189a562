import type { LearnerSettings } from "#app/domain/identity/index.ts";
import { useLanguage, useWords } from "#app/locales/index.ts";
import { LANGUAGE_NAMES } from "#app/locales/language-names.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { useFrame } from "#app/kit/frame-context.tsx";
import { SETTING_FIELDS as FIELDS, SETTINGS_PATH } from "#app/kit/setting-fields.ts";

interface SettingsCardProps {
  readonly chosen: LearnerSettings;
  /** The page that the card stands on. */
  readonly here: string;
  /** The page is about nothing else, and its title says so. */
  readonly alone?: boolean;
}

/** How pages are shown: every button changes one thing and leads back here. */
export function SettingsCard({ chosen, here, alone = false }: SettingsCardProps) {
  const words = useWords().settings;
  const language = useLanguage().code;
  const { dataSaver, easyView } = chosen;
  const Part = alone ? "h2" : "h3";
  const savesItself = useFrame().settings.dataSaver && !dataSaver;
  return (
    <Card heading={alone ? undefined : words.heading} icon="phone" id="cach-xem">
      <p>{words.intro}</p>
      <form method="post" action={SETTINGS_PATH} className="flow">
        <input type="hidden" name={FIELDS.back} value={`${here}#cach-xem`} />
        <Part>{words.language.heading}</Part>
        <p className="hint">{words.language.hint}</p>
        <Actions>
          {LANGUAGE_NAMES.map(({ code, name }) => (
            <button
              key={code}
              className={`btn ${code === language ? "btn-primary" : "btn-plain"}`}
              name={FIELDS.locale}
              value={code}
              lang={code}
              aria-current={code === language ? "true" : undefined}
            >
              {name}
            </button>
          ))}
        </Actions>
        <Switch part={Part} field={FIELDS.dataSaver} words={words.dataSaver} on={dataSaver} />
        {savesItself ? <p className="hint">{words.dataSaver.byPhone}</p> : null}
        <Switch part={Part} field={FIELDS.easyView} words={words.easyView} on={easyView} />
      </form>
    </Card>
  );
}

interface SwitchProps {
  /** Its heading's rank. */
  readonly part: "h2" | "h3";
  readonly field: string;
  readonly words: { readonly heading: string; readonly text: string };
  readonly on: boolean;
}

/** The button says what it will do, so that pressing it twice from an old page does the same. */
function Switch({ part: Part, field, words, on }: SwitchProps) {
  const { state, turn } = useWords().settings;
  return (
    <>
      <Part>{words.heading}</Part>
      <p className="hint">{words.text}</p>
      <p>
        <strong>{on ? state.on : state.off}</strong>
      </p>
      <Actions>
        <Button name={field} value={on ? "khong" : "co"} tone="plain">
          {on ? turn.off : turn.on}
          <span className="sr-only">: {words.heading}</span>
        </Button>
      </Actions>
    </>
  );
}
