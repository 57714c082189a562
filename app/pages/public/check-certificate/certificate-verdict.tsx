import {
  type CertificateCheck,
  percentOf,
  type ShownCertificate,
} from "#app/domain/certificates/index.ts";
import { dayOf, formatDay } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Card, Facts } from "#app/kit/card.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { Verdict } from "#app/kit/verdict.tsx";

const LOOKS = { valid: "good", revoked: "bad", unknown: "open" } as const;

/** The answer to "is this certificate good?"; then what its paper says. */
export function CertificateVerdict({
  check,
  code,
}: {
  readonly check: CertificateCheck;
  /** As paper shows it. */
  readonly code: string;
}) {
  const words = useWords().certificate;
  const { verdict, ...said } = words.check;
  return (
    <>
      <Verdict look={LOOKS[check.status]} {...verdict[check.status]}>
        {check.status === "revoked" ? (
          <p>{said.revokedOn(formatDay(dayOf(check.revokedAt)))}</p>
        ) : null}
      </Verdict>
      {check.status === "unknown" ? (
        <p>{said.unknownAdvice}</p>
      ) : (
        <>
          {check.certificate.sample ? <Notice tone="warning">{said.sample}</Notice> : null}
          <Card heading={said.compare} icon="seal">
            <p>{said.compareHint}</p>
            <Facts rows={rowsOf(check.certificate, code, words)} />
            <p className="hint">{said.noDiploma}</p>
          </Card>
        </>
      )}
    </>
  );
}

function rowsOf(shown: ShownCertificate, code: string, { check, mine }: Words["certificate"]) {
  const { facts } = mine;
  const { finalScaled } = shown;
  return [
    { label: check.name, value: shown.holderName === "" ? check.erased : shown.holderName },
    { label: check.course, value: shown.courseTitle },
    { label: facts.completed, value: formatDay(dayOf(shown.completedAt)) },
    { label: facts.issued, value: formatDay(dayOf(shown.issuedAt)) },
    { label: facts.minutes, value: facts.minutesText(shown.minutes) },
    ...(finalScaled === null
      ? []
      : [{ label: facts.result, value: facts.resultText(percentOf(finalScaled)) }]),
    { label: check.code, value: code },
  ];
}
