import type { CaseView } from "#app/domain/evaluation/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { TextArea } from "#app/kit/field.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { type RefusedAct, viewEndorsement, viewReturn } from "./form.ts";
import { ReviewHistory } from "#app/pages/office/case/review-history.tsx";

interface VillageOpinionProps {
  readonly file: CaseView | null;
  readonly refused: RefusedAct | undefined;
}

/** The village's word on a file: on to the commune, or back with a reason. */
export function VillageOpinion({ file, refused }: VillageOpinionProps) {
  const words = useWords().village.person.decide;
  if (file === null) {
    return (
      <Card heading={words.heading} icon="village" id="y-kien">
        <p>{words.notSubmitted}</p>
      </Card>
    );
  }
  const { state } = file.assessment;
  const waits = state === "submitted";
  return (
    <Card heading={words.heading} icon="village" id="y-kien">
      {waits && !file.closed ? <OpinionForms file={file} refused={refused} /> : null}
      {waits && file.closed ? <p>{words.closed(file.cycle.decideUntil)}</p> : null}
      {waits || state === "draft" ? null : (
        <p>{file.revoked ? words.revoked : words.past[state]}</p>
      )}
      {file.reviews.length === 0 ? null : (
        <details>
          <summary>{words.reviews}</summary>
          <ReviewHistory reviews={file.reviews} />
        </details>
      )}
    </Card>
  );
}

interface OpinionFormsProps {
  readonly file: CaseView;
  readonly refused: RefusedAct | undefined;
}

function OpinionForms({ file, refused }: OpinionFormsProps) {
  const { person, refusals } = useWords().village;
  const words = person.decide;
  const { cycle, now } = file;
  const missing = cycle.criteria.attestedBy.filter(
    (code) => !now.attestations.some(({ indicator }) => indicator === code),
  );
  const { words: more } = viewEndorsement(refused, refusals).fields;
  const { reason } = viewReturn(refused, refusals).fields;
  return (
    <>
      <p>{words.deadline(cycle.decideUntil)}</p>
      {missing.length === 0 ? null : <Notice tone="warning">{words.missing(missing)}</Notice>}
      <form method="post" className="flow">
        <CaseFields file={file} />
        <TextArea {...more} label={words.words} rows={2} optional />
        <Button icon="check" name="act" value="dong-y">
          {words.endorse}
        </Button>
      </form>
      <details open={refused?.act === "tra-lai"}>
        <summary>{words.returnSummary}</summary>
        <form method="post" className="flow">
          <CaseFields file={file} />
          <TextArea {...reason} label={words.reason} hint={words.reasonHint} />
          <Button icon="back" tone="danger" name="act" value="tra-lai">
            {words.return}
          </Button>
        </form>
      </details>
    </>
  );
}

/** The case as the attestor sees it. */
function CaseFields({ file: { assessment } }: { readonly file: CaseView }) {
  return (
    <>
      <input type="hidden" name="communeId" value={assessment.communeId} />
      <input type="hidden" name="assessmentId" value={assessment.id} />
      <input type="hidden" name="revision" value={assessment.revision} />
    </>
  );
}
