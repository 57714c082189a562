import type { OwnAssessment } from "#app/domain/evaluation/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

interface AssessmentNextStepProps {
  readonly own: OwnAssessment;
}

/** The one thing to do now: score, hand in, wait or take the paper home. */
export function AssessmentNextStep({ own }: AssessmentNextStepProps) {
  const words = useWords().assessment;
  const { assessment, result, open, recognition } = own;
  if (recognition !== null && recognition.revocation === null) {
    return (
      <ButtonLink href={href("files/recognition-pdf", { entry: recognition.id })} icon="seal">
        {words.certificate}
      </ButtonLink>
    );
  }
  if (assessment?.state === "submitted") return <TakeBack revision={assessment.revision} />;
  if (!open) return null;
  const [missing] = result.missing;
  if (missing === undefined) return <HandIn own={own} />;
  const begun = result.missing.length < own.cycle.criteria.indicators.length;
  return (
    <>
      <p>{words.intro}</p>
      <Actions>
        <ButtonLink href={href("portfolio/indicator", { indicator: missing })} icon="next">
          {begun ? words.goOn(missing) : words.begin}
        </ButtonLink>
        <ButtonLink href={href("portfolio/book")} icon="portfolio" tone="plain">
          {words.portfolio}
        </ButtonLink>
      </Actions>
    </>
  );
}

function HandIn({ own: { assessment, result } }: AssessmentNextStepProps) {
  const { handIn: words, repair } = useWords().assessment;
  return (
    <>
      {assessment?.state === "returned" ? (
        <Actions>
          <ButtonLink href="#chi-so" icon="edit" tone="plain">
            {repair.scores}
          </ButtonLink>
          <ButtonLink href={href("portfolio/evidence-new")} icon="plus" tone="plain">
            {repair.evidence}
          </ButtonLink>
        </Actions>
      ) : null}
      <Card heading={words.heading} icon="village">
        {result.passed ? null : <Notice tone="info">{words.notPassing}</Notice>}
        <p>{words.what(result.total)}</p>
        <p>{words.who}</p>
        <p>{words.after}</p>
        <form method="post">
          <input type="hidden" name="revision" value={assessment?.revision ?? 0} />
          <Button icon="check" name="act" value="nop">
            {words.button}
          </Button>
        </form>
      </Card>
    </>
  );
}

function TakeBack({ revision }: { readonly revision: number }) {
  const words = useWords().assessment.takeBack;
  return (
    <details className="card">
      <summary>{words.summary}</summary>
      <form method="post" className="flow">
        <input type="hidden" name="revision" value={revision} />
        <p>{words.explain}</p>
        <Button icon="edit" tone="plain" name="act" value="lay-lai">
          {words.button}
        </Button>
      </form>
    </details>
  );
}
