import type { BadgeFacts, CredentialCheck } from "#app/domain/certificates/index.ts";
import { dayOf, formatDay, formatInstant } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { ButtonLink } from "#app/kit/button.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { Verdict, type VerdictLook } from "#app/kit/verdict.tsx";

/** A check, and whether the name that was typed is the badge's; null when none was to be compared. */
export interface CheckedBadge {
  readonly check: CredentialCheck;
  readonly nameFits: boolean | null;
  /** The issuer's page about it; null for one that is not of this host. */
  readonly page: string | null;
}

type Said = keyof Words["certificate"]["badge"]["verdict"];

const LOOKS: Readonly<Record<Said, VerdictLook>> = {
  unreadable: "open",
  "unknown-key": "bad",
  forged: "bad",
  inconsistent: "bad",
  "not-yet": "late",
  standing: "good",
  revoked: "bad",
  signed: "late",
};

/** The answer to "is this badge genuine, and does it still stand?"; then what it says. */
export function BadgeVerdict({ check, nameFits, page }: CheckedBadge) {
  const words = useWords().certificate;
  const said = saidOf(check);
  const status = check.verdict === "genuine" ? check.status : null;
  return (
    <>
      <Verdict look={LOOKS[said]} {...words.badge.verdict[said]}>
        {status !== null && "listedAt" in status ? (
          <p>{words.badge.listedAt(formatInstant(status.listedAt))}</p>
        ) : null}
      </Verdict>
      {nameFits === null ? null : (
        <Notice tone={nameFits ? "success" : "error"}>
          {nameFits ? words.badge.nameRight : words.badge.nameWrong}
        </Notice>
      )}
      {"badge" in check ? (
        <Card heading={words.badge.facts} icon="seal">
          <Facts rows={rowsOf(check.badge, words.badge)} />
          <p className="hint">{check.badge.description}</p>
          {page === null ? null : (
            <ButtonLink href={page} icon="shield" tone="plain">
              {words.badge.page}
            </ButtonLink>
          )}
        </Card>
      ) : null}
    </>
  );
}

function saidOf(check: CredentialCheck): Said {
  if (check.verdict !== "genuine") return check.verdict;
  switch (check.status.state) {
    case "standing":
    case "revoked":
      return check.status.state;
    case "none":
      return "standing";
    case "not-asked":
    case "list-unusable":
      return "signed";
  }
}

function rowsOf(badge: BadgeFacts, words: Words["certificate"]["badge"]) {
  return [
    { label: words.course, value: badge.courseTitle },
    { label: words.issuer, value: badge.issuerName },
    { label: words.issued, value: formatDay(dayOf(badge.issuedAt)) },
    ...(badge.completedAt === null
      ? []
      : [{ label: words.completed, value: formatDay(dayOf(badge.completedAt)) }]),
    ...(badge.result === null
      ? []
      : [{ label: words.result, value: words.resultText(badge.result) }]),
    ...(badge.alignments.length === 0
      ? []
      : [{ label: words.alignments, value: badge.alignments.join("; ") }]),
  ];
}
