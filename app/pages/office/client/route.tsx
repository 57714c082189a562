import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { formatDay } from "#app/domain/kernel/index.ts";
import { limitClient, readClient } from "#app/domain/record-office/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { readClientId } from "#app/pages/office/clients/client-id.server.ts";
import { readForm } from "#app/server/http/form.server.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { BackLink } from "#app/kit/back-link.tsx";
import { Card } from "#app/kit/card.tsx";
import { ClientDays } from "./client-days.tsx";
import { ClientFacts, LimitClientCard, RevokeClientLink } from "./client-file.tsx";
import { limitsForm } from "#app/pages/office/clients/form.ts";
import { clientHref } from "#app/pages/office/clients/client-table.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { RecordTable } from "#app/pages/office/records/record-table.tsx";
import { useOffice } from "#app/pages/office/frame/office-frame.ts";
import { href } from "#app/routes.ts";

const DONE = ["gioi-han", "thu-hoi"] as const;

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.recordClients.file.facts);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const clientId = readClientId(params["client"]);
  const read = await readClient(deps, actor, { provinceId, clientId });
  if (!read.ok) {
    throw new Response(null, { status: read.refusal.code === "not-officer" ? 403 : 404 });
  }
  const done = new URL(request.url).searchParams.get("xong");
  return { ...read.value, done: DONE.find((known) => known === done) ?? null };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const clientId = readClientId(params["client"]);
  const { typed, value, faults } = limitsForm.read(await readForm(request));
  if (value === null) return data({ typed, faults }, { status: 422 });
  const limited = await limitClient(deps, actor, { provinceId, clientId, limits: value });
  if (limited.ok) throw redirect(`${clientHref(clientId)}?xong=gioi-han`, 303);
  switch (limited.refusal.code) {
    case "not-officer":
      throw new Response(null, { status: 403 });
    case "client-unknown":
      throw new Response(null, { status: 404 });
    case "client-revoked":
      // The page says that it is revoked, and has no form any more.
      throw redirect(clientHref(clientId), 303);
  }
}

export default function Client() {
  const words = useWords().recordClients;
  const { desk } = useOffice();
  const { client, days, latest, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const standing = {
    scopes: client.scopes,
    lastDay: client.lastDay === null ? "" : formatDay(client.lastDay),
    requestsPerMinute: String(client.requestsPerMinute),
  };
  const { fields, errors } = limitsForm.view(refused ?? { typed: standing }, words.fields.faults);
  return (
    <OfficePage heading={client.name} current="clients">
      <BackLink href={href("office/clients")}>{words.make.back}</BackLink>
      <ErrorSummary title={words.file.limit.errorTitle} errors={errors} />
      {done === null || refused !== undefined ? null : (
        <Notice tone="success">
          {done === "thu-hoi" ? words.file.revoke.done : words.file.limit.done}
        </Notice>
      )}
      <ClientFacts client={client} />
      <Card heading={words.file.days.heading} icon="calendar">
        <ClientDays days={days} />
      </Card>
      <h2>{words.file.latest.heading}</h2>
      {latest.lines.length === 0 ? (
        <p>{words.file.latest.none}</p>
      ) : (
        <RecordTable
          {...latest}
          base={href("office/records", { desk })}
          caption={words.file.latest.heading}
        />
      )}
      {client.state === "revoked" ? (
        <p className="hint">{words.file.limit.revoked}</p>
      ) : (
        <>
          <LimitClientCard fields={fields} />
          <RevokeClientLink clientId={client.clientId} />
        </>
      )}
    </OfficePage>
  );
}
