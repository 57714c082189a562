import type { AttestationFact, CriteriaSet } from "#app/domain/criteria/index.ts";
import { useWords } from "#app/locales/index.ts";

import { AttestationList } from "#app/pages/portfolio/book/attestation-list.tsx";
import { Button } from "#app/kit/button.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { TextArea } from "#app/kit/field.tsx";
import { Badge } from "#app/kit/progress.tsx";
import { type RefusedAct, viewAttestation } from "./form.ts";

interface AttestFormsProps {
  readonly criteria: CriteriaSet;
  readonly attestations: readonly AttestationFact[];
  /** Who speaks now. */
  readonly attestorId: string;
  readonly refused: RefusedAct | undefined;
}

/** The social indicators, one form each; the first that is not yet spoken of stands open. */
export function AttestForms({ criteria, attestations, attestorId, refused }: AttestFormsProps) {
  const social = criteria.indicators.filter(({ code }) => criteria.attestedBy.includes(code));
  const isMine = (code: string) => (fact: AttestationFact) =>
    fact.indicator === code && fact.attestorPersonId === attestorId;
  const asked = refused?.act === "xac-nhan" ? refused.indicator : undefined;
  const open = asked ?? social.find(({ code }) => !attestations.some(isMine(code)))?.code;
  return social.map((indicator) => (
    <AttestForm
      key={indicator.code}
      indicator={indicator}
      scale={criteria.attestationScale}
      attestations={attestations.filter((fact) => fact.indicator === indicator.code)}
      mine={attestations.find(isMine(indicator.code))}
      open={open === indicator.code}
      refused={refused}
    />
  ));
}

interface AttestFormProps {
  readonly indicator: CriteriaSet["indicators"][number];
  readonly scale: CriteriaSet["attestationScale"];
  readonly attestations: readonly AttestationFact[];
  readonly mine: AttestationFact | undefined;
  readonly open: boolean;
  readonly refused: RefusedAct | undefined;
}

function AttestForm({ indicator, scale, attestations, mine, open, refused }: AttestFormProps) {
  const words = useWords().village.person.attest;
  const { code, name, hint } = indicator;
  const levels = new Map(scale.map((level) => [level.code, level.words]));
  return (
    <details className="card" id={`chi-so-${code}`} open={open}>
      <AttestSummary
        {...{ code, name }}
        standing={mine === undefined ? undefined : levels.get(mine.level)}
      />
      <form method="post" className="flow">
        <input type="hidden" name="act" value="xac-nhan" />
        <input type="hidden" name="indicator" value={code} />
        <p className="hint">{hint}</p>
        {attestations.length === 0 ? null : (
          <>
            <h3>{words.before}</h3>
            <AttestationList attestations={attestations} levels={levels} />
          </>
        )}
        <AttestFields {...{ code, scale, mine, refused }} />
        <Button icon="seal">{mine === undefined ? words.button : words.again}</Button>
      </form>
    </details>
  );
}

interface AttestFieldsProps extends Pick<AttestFormProps, "scale" | "mine" | "refused"> {
  readonly code: string;
}

function AttestFields({ code, scale, mine, refused }: AttestFieldsProps) {
  const { person, refusals } = useWords().village;
  const words = person.attest;
  const { fields } = viewAttestation(code, refused, mine, refusals);
  return (
    <>
      <ChoiceGroup
        {...fields.level}
        type="radio"
        legend={words.legend}
        options={scale.map((level) => ({ value: level.code, label: level.words }))}
      />
      <TextArea {...fields.words} label={words.words} hint={words.wordsHint} rows={3} optional />
    </>
  );
}

interface AttestSummaryProps {
  readonly code: string;
  readonly name: string;
  /** What the reader confirmed already. */
  readonly standing: string | undefined;
}

function AttestSummary({ code, name, standing }: AttestSummaryProps) {
  const words = useWords().village.person.attest;
  return (
    <summary>
      <span>
        <span className="number">{words.indicator(code)}</span>
        {name}{" "}
        {standing === undefined ? (
          <Badge tone="plain">{words.notYet}</Badge>
        ) : (
          <Badge tone="success" icon="check">
            {words.done(standing)}
          </Badge>
        )}
      </span>
    </summary>
  );
}
