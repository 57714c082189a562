import type { ClientLine, ClientState } from "#app/domain/record-office/index.ts";
import { formatDay, formatInstant, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { DataTable } from "#app/kit/data-table.tsx";
import { Badge } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

export function clientHref(clientId: string): string {
  return href("office/client", { client: clientId });
}

/** Every program that was let in, and how it stands. */
export function ClientTable({ clients }: { readonly clients: readonly ClientLine[] }) {
  const { list, scopes } = useWords().recordClients;
  const { table } = list;
  return (
    <DataTable
      caption={table.caption}
      columns={[
        { key: "name", label: table.name },
        { key: "state", label: table.state },
        { key: "place", label: table.place },
        { key: "scopes", label: table.scopes },
        { key: "limit", label: table.limit, align: "right" },
        { key: "expiry", label: table.expiry },
        { key: "lastUse", label: table.lastUse },
        { key: "key", label: table.key },
      ]}
      rows={clients.map((client) => ({
        id: client.clientId,
        cells: {
          name: <a href={clientHref(client.clientId)}>{client.name}</a>,
          state: <ClientBadge state={client.state} />,
          place: client.placeName,
          scopes: client.scopes.map((scope) => scopes[scope].name).join("; "),
          limit: formatNumber(client.requestsPerMinute),
          expiry: client.lastDay === null ? list.noExpiry : formatDay(client.lastDay),
          lastUse: client.lastUsedAt === null ? list.neverUsed : formatInstant(client.lastUsedAt),
          key: <code className="text-base break-all">{client.key}</code>,
        },
      }))}
    />
  );
}

const badges = {
  valid: { tone: "success", icon: "check" },
  expired: { tone: "warning", icon: "clock" },
  revoked: { tone: "error", icon: "cross" },
} as const;

export function ClientBadge({ state }: { readonly state: ClientState }) {
  const { states } = useWords().recordClients;
  return <Badge {...badges[state]}>{states[state]}</Badge>;
}
