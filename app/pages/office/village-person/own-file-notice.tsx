import { useWords } from "#app/locales/index.ts";

import { Notice } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

/** To an attestor who opened himself: somebody else must speak of him. */
export function OwnFileNotice() {
  const words = useWords().village.person.own;
  return (
    <Notice tone="warning" title={words.title}>
      <p>{words.text}</p>
      <p>
        <a className="inline-block py-2" href={href("portfolio/book")}>
          {words.link}
        </a>
      </p>
    </Notice>
  );
}
