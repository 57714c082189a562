import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { readOwnPortfolio } from "#app/domain/evaluation/index.server.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { withdrawEvidence } from "#app/domain/portfolio/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";
import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { EvidenceList } from "#app/pages/portfolio/book/evidence-list.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.portfolio.withdraw.heading);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request);
  const read = await readOwnPortfolio(context.deps, actor);
  if (!read.ok) throw new Response(null, { status: 404 });
  const evidence = read.value.portfolio.evidence.find(({ id }) => id === params["evidence"]);
  if (evidence === undefined) throw new Response(null, { status: 404 });
  return { evidence };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request);
  const evidenceId = Uuid.safeParse(params["evidence"]);
  if (!evidenceId.success) throw new Response(null, { status: 404 });
  const result = await withdrawEvidence(context.deps, actor, { evidenceId: evidenceId.data });
  if (!result.ok) throw new Response(null, { status: 404 });
  throw redirect(`${href("portfolio/book")}?xong=da-rut`, 303);
}

export default function WithdrawEvidence() {
  const words = useWords().portfolio;
  const { evidence } = useLoaderData<typeof loader>();
  return (
    <LearnerPage
      heading={words.withdraw.heading}
      back={{ href: `${href("portfolio/book")}#minh-chung`, label: words.back }}
      current="portfolio"
    >
      <p>
        <strong>{words.withdraw.question}</strong>
      </p>
      <EvidenceList evidence={[evidence]} level={2} />
      <p>{words.withdraw.explain}</p>
      <form method="post">
        <Actions>
          <Button icon="cross" tone="danger">
            {words.withdraw.button}
          </Button>
          <ButtonLink href={`${href("portfolio/book")}#minh-chung`} icon="back" tone="plain">
            {words.withdraw.keep}
          </ButtonLink>
        </Actions>
      </form>
    </LearnerPage>
  );
}
