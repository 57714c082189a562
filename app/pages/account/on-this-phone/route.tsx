import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";

import { useWords } from "#app/locales/index.ts";
import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.phone.here.heading);

export async function loader({ context }: LoaderFunctionArgs) {
  await context.actor();
  return null;
}

/** What a phone keeps, it tells itself (app/offline); this is the page of one that keeps nothing. */
export default function OnThisPhone() {
  const words = useWords().phone;
  return (
    <LearnerPage
      heading={words.here.heading}
      back={{ href: href("account/overview"), label: words.here.back }}
      current="account"
    >
      <EmptyState icon="phone" title={words.here.none}>
        <p>{words.here.noneText}</p>
        <p>{words.here.noWorker}</p>
      </EmptyState>
      <Actions>
        <ButtonLink href={href("account/sealed-work")} icon="download" tone="plain">
          {words.here.take}
        </ButtonLink>
      </Actions>
    </LearnerPage>
  );
}
