import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readForward } from "#app/domain/exchange/index.server.ts";
import { Uuid } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm } from "#app/server/http/form.server.ts";
import { doForwardTask, FORWARD_DONE } from "./forward-tasks.server.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { readPage } from "#app/pages/office/frame/village-desk.server.ts";
import { DeadLetters } from "./dead-letters.tsx";
import { lettersForm } from "./form.ts";
import { BackToForwards, ForwardFacts } from "./forward-file.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  pageTitle(matches, (words) => loaded?.forward.name ?? words.exchange.forwards.heading);

/** A name that is no id names no forward. */
function forwardIdOf(text: string | undefined): string {
  const id = Uuid.safeParse(text);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const forwardId = forwardIdOf(params["forward"]);
  const { searchParams } = new URL(request.url);
  const page = readPage(searchParams.get("trang"));
  const read = await readForward(context.deps, actor, { provinceId, forwardId, page });
  if (!read.ok) throw new Response(null, { status: 404 });
  const asked = searchParams.get("xong");
  return { ...read.value, done: FORWARD_DONE.find((code) => code === asked) ?? null };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const forwardId = forwardIdOf(params["forward"]);
  const form = await readForm(request);
  const did = await doForwardTask(context.deps, actor, { provinceId, forwardId }, form);
  if (!("done" in did)) return data(did, { status: 422 });
  const { done } = did;
  const list = href("office/forwards");
  throw redirect(`${done === "da-bo" ? list : `${list}/${forwardId}`}?xong=${done}`, 303);
}

export default function Forward() {
  const words = useWords().exchange.forwards;
  const { forward, letters, page, pages, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { fields, errors } = lettersForm.view(refused, words.file.letters.faults);
  return (
    <OfficePage heading={forward.name} current="forwards" wide>
      <BackToForwards />
      <ErrorSummary title={words.file.letters.errorTitle} errors={errors} />
      {done === null || refused !== undefined ? null : (
        <Notice tone="success">{words.done[done]}</Notice>
      )}
      <ForwardFacts forward={forward} />
      <DeadLetters
        forwardId={forward.id}
        letters={letters}
        field={fields.letters}
        found={forward.deadLetters}
        page={page}
        pages={pages}
      />
    </OfficePage>
  );
}
