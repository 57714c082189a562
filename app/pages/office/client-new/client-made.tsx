import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import { clientHref } from "#app/pages/office/clients/client-table.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

interface ClientMadeProps {
  readonly client: {
    readonly clientId: string;
    readonly name: string;
    readonly key: string;
    readonly secret: string | null;
  };
  /** Where the record store is. */
  readonly endpoint: string;
}

/** A client just made, with the secret that is shown this once. */
export function ClientMade({ client, endpoint }: ClientMadeProps) {
  const { made: words } = useWords().recordClients;
  return (
    <>
      <Notice tone="success">{words.done(client.name)}</Notice>
      <Notice tone="warning">{client.secret === null ? words.token : words.once}</Notice>
      <Card>
        <Facts
          rows={[
            { label: words.endpoint, value: <code className="break-all">{endpoint}</code> },
            { label: words.key, value: <code className="break-all">{client.key}</code> },
            ...(client.secret === null
              ? []
              : [
                  {
                    label: words.secret,
                    value: <code className="break-all select-all">{client.secret}</code>,
                  },
                ]),
          ]}
        />
      </Card>
      <OpenClient clientId={client.clientId} />
    </>
  );
}

/** The form was sent before: the client is there, its secret is shown no more. */
export function ClientAlreadyMade({ clientId }: { readonly clientId: string }) {
  const { made: words } = useWords().recordClients;
  return (
    <>
      <Notice tone="info" title={words.already}>
        {words.alreadyText}
      </Notice>
      <OpenClient clientId={clientId} />
    </>
  );
}

function OpenClient({ clientId }: { readonly clientId: string }) {
  const words = useWords().recordClients;
  return (
    <Actions>
      <ButtonLink href={clientHref(clientId)} icon="next">
        {words.made.open}
      </ButtonLink>
      <ButtonLink href={href("office/clients")} icon="list" tone="plain">
        {words.make.back}
      </ButtonLink>
    </Actions>
  );
}
