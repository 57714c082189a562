import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listClients, revokeClient } from "#app/domain/record-office/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { readClientId } from "#app/pages/office/clients/client-id.server.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { BackLink } from "#app/kit/back-link.tsx";
import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { clientHref } from "#app/pages/office/clients/client-table.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.recordClients.revoke.heading);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const clientId = readClientId(params["client"]);
  const listed = await listClients(context.deps, actor, { provinceId });
  if (!listed.ok) throw new Response(null, { status: 403 });
  const client = listed.value.find((each) => each.clientId === clientId);
  if (client === undefined) throw new Response(null, { status: 404 });
  if (client.state === "revoked") throw redirect(clientHref(clientId), 303);
  return { clientId, name: client.name };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const clientId = readClientId(params["client"]);
  const revoked = await revokeClient(context.deps, actor, { provinceId, clientId });
  if (revoked.ok) throw redirect(`${clientHref(clientId)}?xong=thu-hoi`, 303);
  switch (revoked.refusal.code) {
    case "not-officer":
      throw new Response(null, { status: 403 });
    case "client-unknown":
      throw new Response(null, { status: 404 });
  }
}

export default function RevokeClient() {
  const words = useWords().recordClients.revoke;
  const { clientId, name } = useLoaderData<typeof loader>();
  return (
    <OfficePage heading={words.heading} current="clients">
      <Card>
        <p>
          <strong>{words.warning(name)}</strong>
        </p>
        <p>{words.more}</p>
        <form method="post">
          <Actions>
            <Button icon="cross" tone="danger">
              {words.button}
            </Button>
          </Actions>
        </form>
      </Card>
      <BackLink href={clientHref(clientId)}>{words.back}</BackLink>
    </OfficePage>
  );
}
