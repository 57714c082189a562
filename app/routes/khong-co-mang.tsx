import type { MetaFunction } from "@remix-run/node";

import { useWords } from "#app/locales/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LearnerPage } from "#app/ui/page-frame.tsx";
import { pageTitle } from "#app/ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.offline.heading);

/** Kept on the phone by the service worker and shown in the place of any page that does not come. */
export default function NoSignal() {
  const words = useWords().offline;
  return (
    <LearnerPage heading={words.heading}>
      <EmptyState
        icon="warning"
        title={words.title}
        action={
          <ButtonLink href="" icon="next">
            {words.again}
          </ButtonLink>
        }
      >
        <p>{words.advice}</p>
        <p>{words.kept}</p>
      </EmptyState>
    </LearnerPage>
  );
}
