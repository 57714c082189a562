import type { CaseView, Indicator } from "#app/domain/evaluation/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { AttestationList } from "./attestation-list.tsx";
import { Icon } from "./icon.tsx";
import { Sentences } from "./indicator-grounds.tsx";

interface CaseIndicatorsProps {
  readonly file: CaseView;
}

/** Each indicator as it was handed in: points, the person's own words, and what speaks for them. */
export function CaseIndicators({ file }: CaseIndicatorsProps) {
  return (
    <ol className="grid gap-3 lg:grid-cols-2">
      {file.cycle.criteria.indicators.map((indicator) => (
        <li key={indicator.code} className="card flow">
          <CaseIndicator file={file} indicator={indicator} />
        </li>
      ))}
    </ol>
  );
}

function CaseIndicator({
  file,
  indicator,
}: CaseIndicatorsProps & { readonly indicator: Indicator }) {
  const words = useWords().desk.caseFile.indicator;
  const { code, name } = indicator;
  const { snapshot, suggestions, now } = file;
  const { criteria } = file.cycle;
  const self = snapshot.scores[code]?.score ?? null;
  const said = snapshot.scores[code]?.words ?? "";
  const suggestion = suggestions.find((known) => known.code === code);
  const evidence = snapshot.evidence.filter(({ indicators }) => indicators.includes(code));
  const attestations = now.attestations.filter((known) => known.indicator === code);
  const levels = new Map(criteria.attestationScale.map((level) => [level.code, level.words]));
  const points = (score: number | null) =>
    score === null ? words.none : words.points(formatNumber(score), criteria.max);
  return (
    <>
      <h3>
        <span className="number">{code}</span>
        {name}
      </h3>
      <p className="meta">
        <span>
          {words.self}: <strong>{points(self)}</strong>
        </span>
        <span>
          {words.suggested}: <strong>{points(suggestion?.suggested ?? null)}</strong>
        </span>
        {(self ?? 0) < criteria.pass.floor ? (
          <span className="error">
            <Icon name="warning" size={20} />
            {words.belowFloor}
          </span>
        ) : null}
      </p>
      {said === "" ? null : (
        <>
          <h4 className="hint">{words.own}</h4>
          <blockquote className="whitespace-pre-line">{said}</blockquote>
        </>
      )}
      <h4 className="hint">{words.reasons}</h4>
      {suggestion === undefined || suggestion.reasons.length === 0 ? (
        <p>{words.noReasons}</p>
      ) : (
        <Sentences of={suggestion.reasons} />
      )}
      {evidence.length === 0 ? null : (
        <>
          <h4 className="hint">{words.evidence}</h4>
          <Sentences of={evidence.map(({ title }) => title)} />
        </>
      )}
      {attestations.length === 0 ? null : (
        <>
          <h4 className="hint">{words.attestations}</h4>
          <AttestationList attestations={attestations} levels={levels} />
        </>
      )}
    </>
  );
}
