import type { CaseView } from "#app/domain/evaluation/index.ts";
import { formatInstant, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { StateBadge } from "./assessment-state.tsx";
import { AttestationList } from "#app/pages/portfolio/book/attestation-list.tsx";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import { CaseChanges } from "./case-changes.tsx";
import { CaseFlags } from "./case-flags.tsx";
import { CaseIndicators } from "./case-indicators.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { EvidenceList } from "#app/pages/portfolio/book/evidence-list.tsx";
import { Badge } from "#app/kit/progress.tsx";
import { ReviewHistory } from "./review-history.tsx";
import { ScoreChart } from "#app/pages/portfolio/book/score-chart.tsx";
import { href } from "#app/routes.ts";

interface CaseFileProps {
  readonly file: CaseView;
}

/** Whose case it is, how it stands, and what to look at first. */
export function CaseHead({ file }: CaseFileProps) {
  const { desk, quiz } = useWords();
  const words = desk.caseFile;
  const { facts } = words;
  const toDesk = useDeskHref();
  const { assessment, snapshot, cycle, result, suggestedTotal, flags } = file;
  const { pass, max, indicators, citizenGroups } = cycle.criteria;
  const most = formatNumber(max * indicators.length);
  const group = citizenGroups.find(({ code }) => code === snapshot.person.citizenGroup);
  const points = (total: number | null) =>
    total === null ? words.indicator.none : `${formatNumber(total)}/${most}`;
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card heading={facts.heading} icon="account">
          <Facts
            rows={[
              {
                label: facts.state,
                value: <StateBadge state={assessment.state} revoked={file.revoked} />,
              },
              { label: facts.born, value: snapshot.person.birthYear ?? facts.unknown },
              {
                label: facts.village,
                value: `${snapshot.person.villageName}, ${snapshot.person.communeName}`,
              },
              { label: facts.group, value: group?.name ?? snapshot.person.citizenGroup },
              ...helpedRow(snapshot.learning, quiz.helper),
              { label: facts.submitted, value: formatInstant(new Date(snapshot.frozenAt)) },
            ]}
          />
        </Card>
        <Card heading={facts.totals} icon="assess">
          <Facts
            rows={[
              { label: facts.total, value: points(result.total) },
              { label: facts.suggestedTotal, value: points(suggestedTotal) },
              { label: facts.rule, value: facts.ruleText(pass.total, pass.floor) },
              {
                label: facts.result,
                value: result.passed ? (
                  <Badge tone="success" icon="check">
                    {facts.passed}
                  </Badge>
                ) : (
                  <Badge tone="error" icon="warning">
                    {facts.notPassed}
                  </Badge>
                ),
              },
            ]}
          />
        </Card>
      </div>
      <h2>{words.flags}</h2>
      <CaseFlags flags={flags} passTotal={pass.total} />
      <ButtonLink
        href={toDesk(
          `${href("files/person-portfolio-pdf", { person: assessment.personId })}?ho-so=${assessment.id}`,
        )}
        icon="pdf"
        tone="plain"
      >
        {words.portfolio}
      </ButtonLink>
    </>
  );
}

/** Said plainly where it is so: a helper is how learning happens, and takes no point away. */
function helpedRow(
  { helpedLessons, lessonsCompleted }: CaseView["snapshot"]["learning"],
  words: Words["quiz"]["helper"],
) {
  return helpedLessons === 0
    ? []
    : [{ label: words.lessons, value: words.lessonsOf(helpedLessons, lessonsCompleted) }];
}

/** Everything that a reviewer weighs, from the most to the least telling. */
export function CaseBody({ file }: CaseFileProps) {
  const words = useWords().desk.caseFile;
  const { snapshot, cycle, suggestions, now, reviews } = file;
  const { indicators, pass, max } = cycle.criteria;
  const levels = new Map(cycle.criteria.attestationScale.map((level) => [level.code, level.words]));
  return (
    <>
      <h2>{words.changes.heading}</h2>
      <CaseChanges file={file} />
      <h2>{words.history.heading}</h2>
      <ReviewHistory reviews={reviews} />
      <h2>{words.scores}</h2>
      <ScoreChart
        caption={words.scoresCaption}
        tableOpen
        rows={indicators.map(({ code, name }) => ({
          code,
          label: name,
          suggested: suggestions.find((known) => known.code === code)?.suggested ?? null,
          self: snapshot.scores[code]?.score ?? null,
          floor: pass.floor,
          max,
        }))}
      />
      <h2>{words.indicators}</h2>
      <CaseIndicators file={file} />
      <h2>{words.evidence.heading}</h2>
      {now.evidence.length === 0 ? (
        <p>{words.evidence.none}</p>
      ) : (
        <EvidenceList evidence={now.evidence} communeId={now.holder.communeId} />
      )}
      <h2>{words.attestation.heading}</h2>
      {now.attestations.length === 0 ? (
        <p>{words.attestation.none}</p>
      ) : (
        <AttestationList attestations={now.attestations} levels={levels} withIndicator />
      )}
      <p className="hint">
        {words.facts.seal}: <span className="pair">{file.snapshotSha256}</span>
      </p>
    </>
  );
}
