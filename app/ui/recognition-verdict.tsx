import type { RecognitionCheck, ShownRecognition } from "#app/domain/evaluation/index.ts";
import { formatDay } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Card, Facts } from "./card.tsx";
import { Icon, type IconName } from "./icon.tsx";

const looks: Readonly<Record<RecognitionCheck["status"], { icon: IconName; colours: string }>> = {
  valid: { icon: "check", colours: "border-leaf-deep bg-leaf-mist text-leaf-deep" },
  revoked: { icon: "cross", colours: "border-red-deep bg-red-mist text-red-deep" },
  expired: { icon: "clock", colours: "border-turmeric bg-turmeric-mist text-ink" },
  unknown: { icon: "search", colours: "border-ash bg-white text-ink" },
};

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
  const { icon, colours } = looks[check.status];
  const { word, sentence } = words.verdict[check.status];
  return (
    <>
      <section className={`edge rounded-xl [border-width:4px] p-5 text-center ${colours}`}>
        <p className="flex flex-wrap items-center justify-center gap-3 text-3xl leading-tight font-extrabold">
          <Icon name={icon} size={48} />
          {word}
        </p>
        <p className="mt-2 font-bold">{sentence}</p>
        <Since check={check} words={words} />
      </section>
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
