import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listClients } from "#app/domain/record-office/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { ClientTable } from "./client-table.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { href } from "#app/routes.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.recordClients.list.navItem);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, placeId: provinceId } = await requireOffice(context, request);
  const listed = await listClients(context.deps, actor, { provinceId });
  if (!listed.ok) throw new Response(null, { status: 403 });
  return { clients: listed.value };
}

export default function Clients() {
  const words = useWords().recordClients.list;
  const { clients } = useLoaderData<typeof loader>();
  return (
    <OfficePage heading={words.heading} current="clients" wide>
      <p>{words.intro}</p>
      <Actions>
        <ButtonLink href={href("office/client-new")} icon="plus">
          {words.make}
        </ButtonLink>
      </Actions>
      {clients.length === 0 ? (
        <EmptyState icon="lock" title={words.empty.title}>
          {words.empty.advice}
        </EmptyState>
      ) : (
        <ClientTable clients={clients} />
      )}
    </OfficePage>
  );
}
