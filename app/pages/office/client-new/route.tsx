import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { Uuid } from "#app/domain/kernel/index.ts";
import type { FoundCommune } from "#app/domain/record-office/index.ts";
import { makeClient } from "#app/domain/record-office/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { readClientForm, readTypedClient } from "#app/pages/office/clients/client-form.server.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import type { ClientFault, TypedClient } from "#app/pages/office/clients/client-fields.ts";
import { ClientErrors, ClientFormCard } from "#app/pages/office/clients/client-form.tsx";
import { ClientAlreadyMade, ClientMade } from "./client-made.tsx";
import { BackLink } from "#app/kit/back-link.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.recordClients.make.heading);
/** A secret may stand on the page: nothing keeps it. */
export const headers: HeadersFunction = () => ({ "cache-control": "no-store" });

const BLANK: TypedClient = {
  name: "",
  place: "",
  commune: "",
  communeChoice: "",
  entry: "secret",
  clientId: "",
  scopes: ["statements/write", "statements/read/mine", "state", "define"],
  expiry: "",
  limit: "6000",
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { placeName: provinceName } = await requireOffice(context, request);
  return { clientId: context.deps.newId(), provinceName };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const form = await readForm(request);
  const typed = readTypedClient(form);
  const clientId = Uuid.safeParse(textOf(form, "ma")).data ?? deps.newId();
  const refused = (faults: readonly ClientFault[], communes: readonly FoundCommune[] = []) =>
    data({ state: "refused" as const, clientId, typed, faults, communes }, { status: 422 });

  const read = await readClientForm(deps, actor, provinceId, typed);
  if (!("form" in read)) return refused(read.faults, read.communes);
  const made = await makeClient(deps, actor, { provinceId, clientId, form: read.form });
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
      return refused(["commune-unknown"], read.communes);
    case "expiry-past":
    case "key-taken":
      return refused([refusal.code], read.communes);
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
  const form = sent ?? { clientId, typed: BLANK, faults: [], communes: [] };
  return (
    <OfficePage heading={words.make.heading} current="clients">
      <BackLink href={href("office/clients")}>{words.make.back}</BackLink>
      {form.faults.length === 0 ? null : (
        <ClientErrors title={words.make.errorTitle} faults={form.faults} />
      )}
      <ClientFormCard {...form} provinceName={provinceName} />
    </OfficePage>
  );
}
