import type { CaseView } from "#app/domain/evaluation/index.ts";
import { formatDay } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { TextArea } from "#app/kit/field.tsx";
import { href } from "#app/routes.ts";
import { type Opinion, type RefusedOpinion, viewReason } from "./form.ts";

interface CaseOpinionProps {
  readonly file: CaseView;
  /** What was refused a moment ago, with what was typed. */
  readonly refused: RefusedOpinion | undefined;
}

/** Verify, return with a reason, or refuse with a reason; or why there is nothing to say now. */
export function CaseOpinion({ file, refused }: CaseOpinionProps) {
  const words = useWords().desk.caseFile.actions;
  const { state, revision } = file.assessment;
  return (
    <Card heading={words.heading} icon="seal" id="y-kien">
      {state === "endorsed" && !file.own && !file.closed ? (
        <>
          <form method="post" className="flow">
            <input type="hidden" name="lan-sua" value={revision} />
            <p>{words.verifyHint}</p>
            <Button icon="check" name="y-kien" value="xac-nhan">
              {words.verify}
            </Button>
          </form>
          <Reasoned opinion="tra-lai" {...{ revision, refused }} />
          <Reasoned opinion="khong-cong-nhan" {...{ revision, refused }} />
        </>
      ) : (
        <NothingToSay file={file} />
      )}
    </Card>
  );
}

function NothingToSay({ file }: { readonly file: CaseView }) {
  const words = useWords().desk.caseFile.actions;
  const toDesk = useDeskHref();
  if (file.decisionId !== null) {
    return (
      <ButtonLink
        href={toDesk(href("office/decision", { decision: file.decisionId }))}
        icon="seal"
        tone="plain"
      >
        {words.decision}
      </ButtonLink>
    );
  }
  if (file.own) return <p>{words.own}</p>;
  if (file.closed && file.assessment.state === "endorsed") {
    return <p>{words.closed(formatDay(file.cycle.decideUntil))}</p>;
  }
  switch (file.assessment.state) {
    case "submitted":
      return <p>{words.waitVillage}</p>;
    case "verified":
      return <p>{words.waitDecision}</p>;
    case "refused":
      return <p>{words.wasRefused}</p>;
    case "returned":
      return <p>{words.waitCitizen}</p>;
    case "draft":
    case "endorsed":
    case "recognised":
      return <p>{words.none}</p>;
  }
}

function Reasoned({
  opinion,
  revision,
  refused,
}: {
  readonly opinion: Exclude<Opinion, "xac-nhan">;
  readonly revision: number;
  readonly refused: RefusedOpinion | undefined;
}) {
  const { actions: words, refusals } = useWords().desk.caseFile;
  const { fields, errors } = viewReason(opinion, refused, refusals);
  const label = opinion === "tra-lai" ? words.return : words.refuse;
  return (
    <details open={errors.length > 0}>
      <summary>{label}</summary>
      <form method="post" className="flow">
        <input type="hidden" name="lan-sua" value={revision} />
        <p>{opinion === "tra-lai" ? words.returnHint : words.refuseHint}</p>
        <TextArea {...fields.reason} label={words.reason} hint={words.reasonHint} />
        <Button
          icon={opinion === "tra-lai" ? "back" : "cross"}
          tone="danger"
          name="y-kien"
          value={opinion}
        >
          {label}
        </Button>
      </form>
    </details>
  );
}
