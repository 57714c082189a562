import type { Namesake } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Notice } from "#app/kit/notice.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { href } from "#app/routes.ts";

/** Who has the new name already, to be looked at before it is written. */
export function SameName({ namesakes }: { readonly namesakes: readonly Namesake[] }) {
  const { form, correction } = useWords().people;
  const words = form.namesakes;
  const toDesk = useDeskHref();
  return (
    <Notice tone="warning" title={correction.namesakes.title}>
      <ul>
        {namesakes.map(({ personId, fullName, birthYear, villageName }) => (
          <li key={personId}>
            <a
              href={toDesk(href("office/person", { person: personId }))}
              target="_blank"
              rel="noreferrer"
            >
              {words.line(
                fullName,
                birthYear === null ? words.bornUnknown : words.born(String(birthYear)),
                villageName,
              )}
            </a>
          </li>
        ))}
      </ul>
      <p>{correction.namesakes.advice}</p>
    </Notice>
  );
}
