import type { ClientLine } from "#app/domain/record-office/index.ts";
import { formatDay, formatInstant, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import { LimitFields } from "#app/pages/office/clients/client-form.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import type { limitsForm } from "#app/pages/office/clients/form.ts";
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
  readonly fields: FieldsOf<typeof limitsForm>;
}

export function LimitClientCard({ fields }: LimitClientCardProps) {
  const words = useWords().recordClients.file.limit;
  return (
    <Card heading={words.heading} icon="edit" id="gioi-han">
      <form method="post" className="flow">
        <LimitFields fields={fields} />
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
