import type { ClientLine } from "#app/domain/record-office/index.ts";
import { formatDay, formatInstant, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import type { ClientFault, TypedLimits } from "#app/pages/office/clients/client-fields.ts";
import { LimitFields } from "#app/pages/office/clients/client-form.tsx";
import { ClientBadge, clientHref } from "#app/pages/office/clients/client-table.tsx";

/** What is known about a client; its secret is nowhere. */
export function ClientFacts({ client }: { readonly client: ClientLine }) {
  const { file: words, list, fields, scopes } = useWords().recordClients;
  const { table } = list;
  return (
    <Card heading={words.facts} icon="info">
      <Facts
        rows={[
          { label: table.state, value: <ClientBadge state={client.state} /> },
          ...(client.revokedAt === null
            ? []
            : [{ label: words.revokedAt, value: formatInstant(client.revokedAt) }]),
          { label: words.key, value: <code className="break-all">{client.key}</code> },
          { label: words.entry, value: fields.entries[client.entry].name },
          { label: table.place, value: client.placeName },
          {
            label: table.scopes,
            value: (
              <ul>
                {client.scopes.map((scope) => (
                  <li key={scope}>
                    {scopes[scope].name}. <span className="hint">{scopes[scope].allows}</span>
                  </li>
                ))}
              </ul>
            ),
          },
          { label: table.limit, value: formatNumber(client.requestsPerMinute) },
          {
            label: table.expiry,
            value: client.lastDay === null ? list.noExpiry : formatDay(client.lastDay),
          },
          {
            label: table.lastUse,
            value: client.lastUsedAt === null ? list.neverUsed : formatInstant(client.lastUsedAt),
          },
          {
            label: words.made,
            value: words.madeText(formatInstant(client.createdAt), client.createdBy),
          },
        ]}
      />
    </Card>
  );
}

interface LimitClientCardProps {
  readonly typed: TypedLimits;
  readonly faults: readonly ClientFault[];
}

export function LimitClientCard({ typed, faults }: LimitClientCardProps) {
  const words = useWords().recordClients.file.limit;
  return (
    <Card heading={words.heading} icon="edit" id="gioi-han">
      <form method="post" className="flow">
        <LimitFields {...{ typed, faults }} />
        <Actions>
          <Button icon="check">{words.button}</Button>
        </Actions>
      </form>
    </Card>
  );
}

export function RevokeClientLink({ clientId }: { readonly clientId: string }) {
  const words = useWords().recordClients.file.revoke;
  return (
    <Card heading={words.heading} icon="lock">
      <p>{words.text}</p>
      <Actions>
        <ButtonLink href={`${clientHref(clientId)}/thu-hoi`} icon="cross" tone="danger">
          {words.link}
        </ButtonLink>
      </Actions>
    </Card>
  );
}
