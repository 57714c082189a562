import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listForwards } from "#app/domain/exchange/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { ForwardTable } from "./forward-list.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.exchange.forwards.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const forwards = await listForwards(context.deps, actor, { provinceId });
  if (!forwards.ok) throw new Response(null, { status: 403 });
  const removed = new URL(request.url).searchParams.get("xong") === "da-bo";
  return { forwards: forwards.value, removed };
}

export default function Forwards() {
  const words = useWords().exchange.forwards;
  const { forwards, removed } = useLoaderData<typeof loader>();
  const add = (
    <ButtonLink href={href("office/forward-new")} icon="plus">
      {words.add}
    </ButtonLink>
  );
  return (
    <OfficePage heading={words.heading} current="forwards" wide>
      {removed ? <Notice tone="success">{words.done["da-bo"]}</Notice> : null}
      <p>{words.intro}</p>
      {forwards.length === 0 ? (
        <EmptyState icon="next" title={words.empty.title} action={add}>
          {words.empty.advice}
        </EmptyState>
      ) : (
        <>
          <ForwardTable forwards={forwards} />
          <p className="hint">{words.lagScale}</p>
          <Actions>{add}</Actions>
        </>
      )}
    </OfficePage>
  );
}
