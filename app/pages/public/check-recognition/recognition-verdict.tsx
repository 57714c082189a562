import type { RecognitionCheck, ShownRecognition } from "#app/domain/evaluation/index.ts";
import { formatDay } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Card, Facts } from "#app/kit/card.tsx";
import { Verdict, type VerdictLook } from "#app/kit/verdict.tsx";

const LOOKS = {
  valid: "good",
  revoked: "bad",
  expired: "late",
  unknown: "open",
} as const satisfies Readonly<Record<RecognitionCheck["status"], VerdictLook>>;

/** The answer to "is this paper good?", readable from across a table; then what the paper says. */
export function RecognitionVerdict({
  check,
  code,
}: {
  readonly check: RecognitionCheck;
  /** As paper shows it. */
  readonly code: string;
}) {
  const words = useWords().recognition;
  return (
    <>
      <Verdict look={LOOKS[check.status]} {...words.verdict[check.status]}>
        <Since check={check} words={words} />
      </Verdict>
      {check.status === "unknown" ? (
        <p>{words.unknownAdvice}</p>
      ) : (
        <Card heading={words.compare} icon="portfolio">
          <p>{words.compareHint}</p>
          <Facts rows={rowsOf(check.recognition, code, words)} />
        </Card>
      )}
    </>
  );
}

function Since({
  check,
  words,
}: {
  readonly check: RecognitionCheck;
  readonly words: Words["recognition"];
}) {
  switch (check.status) {
    case "revoked":
      return <p>{words.revokedOn(formatDay(check.revokedOn))}</p>;
    case "expired":
      return <p>{words.expiredOn(formatDay(check.recognition.validTo))}</p>;
    case "valid":
      return <p>{words.validUntil(formatDay(check.recognition.validTo))}</p>;
    case "unknown":
      return null;
  }
}

function rowsOf(shown: ShownRecognition, code: string, words: Words["recognition"]) {
  const { facts } = words;
  return [
    { label: facts.name, value: shown.fullName },
    { label: facts.title, value: facts.titleText(shown.year) },
    { label: facts.place, value: `${shown.communeName}, ${shown.provinceName}` },
    { label: facts.register, value: shown.registerNumber },
    { label: facts.decision, value: shown.decisionNumber },
    { label: facts.decidedOn, value: formatDay(shown.decidedOn) },
    { label: words.code, value: code },
  ];
}
