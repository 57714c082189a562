import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "./button.tsx";

interface PagerProps {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

/** The way through a long list; nothing when all of it stands on one page. */
export function Pager({ page, pages, hrefOf }: PagerProps) {
  const words = useWords().desk.pager;
  if (pages <= 1) return null;
  return (
    <nav className="flow no-print" aria-label={words.label}>
      <p>{words.at(page, pages)}</p>
      <Actions>
        {page > 1 ? (
          <ButtonLink href={hrefOf(page - 1)} icon="back" tone="plain">
            {words.previous}
          </ButtonLink>
        ) : null}
        {page < pages ? (
          <ButtonLink href={hrefOf(page + 1)} icon="next" tone="plain">
            {words.next}
          </ButtonLink>
        ) : null}
      </Actions>
    </nav>
  );
}
