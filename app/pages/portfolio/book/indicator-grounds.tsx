import type { Suggestion } from "#app/domain/criteria/index.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";

/** Why a score is suggested, or why none is, and what would raise it. */
export function IndicatorGrounds({ reasons, next }: Pick<Suggestion, "reasons" | "next">) {
  const words = useWords().portfolio.indicators;
  return (
    <>
      <h3>{words.why}</h3>
      {reasons.length === 0 ? <p>{words.whyNone}</p> : <Sentences of={reasons} />}
      <h3>{words.next}</h3>
      {next.length === 0 ? <p>{words.full}</p> : <Sentences of={next} />}
    </>
  );
}

export function Sentences({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className="bullets" lang={useVietnamese()}>
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
