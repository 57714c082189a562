import type { HeldOffice } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Card, Facts } from "#app/kit/card.tsx";
import { OfficeDesks } from "#app/pages/public/front/office-desks.tsx";

interface AccountCardsProps {
  readonly account: {
    readonly name: string;
    readonly village: string | null;
    readonly commune: string | null;
    readonly province: string | null;
    /** As they stand under a signature. */
    readonly offices: readonly string[];
    readonly roles: readonly HeldOffice["role"][];
  };
}

/** Who somebody is here and which offices she holds. */
export function AccountCards({ account }: AccountCardsProps) {
  const words = useWords().identity.account;
  return (
    <>
      <Card>
        <Facts
          rows={[
            { label: words.name, value: account.name },
            { label: words.village, value: account.village ?? words.unknownPlace },
            { label: words.commune, value: account.commune ?? words.unknownPlace },
            { label: words.province, value: account.province ?? words.unknownPlace },
          ]}
        />
        <p className="hint">{words.wrong}</p>
      </Card>
      {account.offices.length === 0 ? null : (
        <Card heading={words.offices} icon="seal">
          <ul className="bullets">
            {account.offices.map((office) => (
              <li key={office}>{office}</li>
            ))}
          </ul>
          <OfficeDesks roles={account.roles} />
        </Card>
      )}
    </>
  );
}

/** The card one signs in with, what is kept about a person, who sees it, whom to ask. */
export function CardAndData() {
  const { card, cardText, data: words } = useWords().identity.account;
  return (
    <>
      <Card heading={card} icon="account">
        <p>{cardText}</p>
      </Card>
      <Card heading={words.heading} icon="shield">
        <ul className="bullets">
          {words.kept.map((kept) => (
            <li key={kept}>{kept}</li>
          ))}
        </ul>
        <p>{words.seen}</p>
        <p>{words.secret}</p>
        <p>{words.ask}</p>
      </Card>
    </>
  );
}
