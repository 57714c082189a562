import { formatPublicCode, type RegisterEntryView } from "#app/domain/evaluation/index.ts";
import { formatDay, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import { href } from "#app/routes.ts";
import type { revocationForm } from "./form.ts";
import { Standing } from "./register-table.tsx";
import { type RevocationReason, RevokeForm } from "./revocation.tsx";

interface RegisterEntryProps {
  readonly entry: RegisterEntryView;
  readonly reasons: readonly RevocationReason[];
  readonly view: ReturnType<typeof revocationForm.view>;
  readonly closeHref: string;
}

/** One entry opened: what it says, and its revocation or the form for one. */
export function RegisterEntry({ entry, reasons, view, closeHref }: RegisterEntryProps) {
  const words = useWords().desk.register;
  const { table } = words;
  return (
    <Card heading={entry.fullName} icon="account" id="chi-tiet">
      <Facts
        rows={[
          { label: table.state, value: <Standing revoked={entry.revocation !== null} /> },
          { label: table.number, value: entry.registerNumber },
          { label: table.village, value: entry.villageName },
          { label: table.total, value: formatNumber(entry.total) },
          {
            label: table.decision,
            value: table.decisionText(entry.decisionNumber, formatDay(entry.decidedOn)),
          },
          {
            label: table.valid,
            value: table.validText(formatDay(entry.validFrom), formatDay(entry.validTo)),
          },
          {
            label: table.check,
            value: (
              <a
                className="inline-block py-3"
                href={href("public/check-recognition", { code: entry.publicCode })}
              >
                {formatPublicCode(entry.publicCode)}
              </a>
            ),
          },
        ]}
      />
      {entry.revocation === null ? null : <Revocation revocation={entry.revocation} />}
      <Actions>
        {entry.revocation === null ? (
          <ButtonLink href={href("files/recognition-pdf", { entry: entry.id })} icon="pdf">
            {table.paperLink}
          </ButtonLink>
        ) : null}
        <ButtonLink href={closeHref} tone="plain" icon="cross">
          {words.close}
        </ButtonLink>
      </Actions>
      {entry.revocation === null ? (
        <RevokeForm holder={entry.fullName} {...{ reasons, view }} />
      ) : null}
    </Card>
  );
}

function Revocation({
  revocation,
}: {
  readonly revocation: NonNullable<RegisterEntryView["revocation"]>;
}) {
  const words = useWords().desk.register;
  return (
    <div>
      <p>{words.revokedText(formatDay(revocation.revokedOn), revocation.reason)}</p>
      <blockquote className="whitespace-pre-line">{revocation.words}</blockquote>
      <p className="hint">{words.revokedBy(revocation.revokerName, revocation.revokerOffice)}</p>
    </div>
  );
}
