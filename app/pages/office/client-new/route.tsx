import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { Uuid } from "#app/domain/kernel/index.ts";
import type { ClientFault } from "#app/domain/record-office/index.ts";
import { makeClient } from "#app/domain/record-office/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { ClientFormCard } from "#app/pages/office/clients/client-form.tsx";
import { clientForm, UNTOUCHED } from "#app/pages/office/clients/form.ts";
import { ClientAlreadyMade, ClientMade } from "./client-made.tsx";
import { meantPlace } from "./meant-place.server.ts";
import { BackLink } from "#app/kit/back-link.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.recordClients.make.heading);
/** A secret may stand on the page: nothing keeps it. */
export const headers: HeadersFunction = () => ({ "cache-control": "no-store" });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { placeName: provinceName } = await requireOffice(context, request);
  return { clientId: context.deps.newId(), provinceName };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const form = await readForm(request);
  // Any place will do to read the rest; with a fault of the place nothing is made.
  const { typed, value, faults } = clientForm.read(form, { placeId: provinceId });
  const clientId = Uuid.safeParse(textOf(form, "ma")).data ?? deps.newId();
  const meant = await meantPlace(deps, actor, provinceId, typed);
  const { placeId, communes } = meant;
  const refused = (wrong: readonly ClientFault[]) =>
    data({ state: "refused" as const, clientId, typed, faults: wrong, communes }, { status: 422 });

  if (value === null || placeId === null) return refused([...meant.faults, ...faults]);
  const made = await makeClient(deps, actor, { provinceId, clientId, form: { ...value, placeId } });
  if (made.ok) {
    const endpoint = `${deps.origin}/xapi`;
    return data({ state: "made" as const, client: made.value, endpoint }, { status: 201 });
  }
  const { refusal } = made;
  switch (refusal.code) {
    case "not-officer":
      throw new Response(null, { status: 403 });
    case "already-made":
      return data({ state: "already" as const, clientId: refusal.clientId });
    case "place-unknown":
      return refused(["commune-unknown"]);
    case "expiry-past":
    case "key-taken":
      return refused([refusal.code]);
  }
}

export default function MakeClient() {
  const words = useWords().recordClients;
  const { clientId, provinceName } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent?.state === "made") {
    return (
      <OfficePage heading={words.made.heading} current="clients">
        <ClientMade client={sent.client} endpoint={sent.endpoint} />
      </OfficePage>
    );
  }
  if (sent?.state === "already") {
    return (
      <OfficePage heading={words.make.heading} current="clients">
        <ClientAlreadyMade clientId={sent.clientId} />
      </OfficePage>
    );
  }
  const view = clientForm.view(sent ?? { typed: UNTOUCHED }, words.fields.faults);
  return (
    <OfficePage heading={words.make.heading} current="clients">
      <BackLink href={href("office/clients")}>{words.make.back}</BackLink>
      <ErrorSummary title={words.make.errorTitle} errors={view.errors} />
      <ClientFormCard
        clientId={sent?.clientId ?? clientId}
        communes={sent?.communes ?? []}
        fields={view.fields}
        provinceName={provinceName}
      />
    </OfficePage>
  );
}
