import { useWords } from "#app/locales/index.ts";

import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { TextArea } from "./field.tsx";

/** What the commune may say of an endorsed case, as the form names it. */
export type Opinion = "xac-nhan" | "tra-lai" | "khong-cong-nhan";

interface CaseOpinionProps {
  /** Of the case as the official sees it. */
  readonly revision: number;
  /** What was refused a moment ago, with what was typed. */
  readonly refused:
    | { readonly opinion: Opinion; readonly reason: string; readonly reasonError: string | undefined }
    | undefined;
}

/** Verify, return with a reason, or refuse with a reason. */
export function CaseOpinion({ revision, refused }: CaseOpinionProps) {
  const words = useWords().desk.caseFile.actions;
  return (
    <Card heading={words.heading} icon="seal" id="y-kien">
      <form method="post" className="flow">
        <input type="hidden" name="lan-sua" value={revision} />
        <p>{words.verifyHint}</p>
        <Button icon="check" name="y-kien" value="xac-nhan">
          {words.verify}
        </Button>
      </form>
      <ReasonedOpinion
        opinion="tra-lai"
        label={words.return}
        hint={words.returnHint}
        {...{ revision, refused }}
      />
      <ReasonedOpinion
        opinion="khong-cong-nhan"
        label={words.refuse}
        hint={words.refuseHint}
        {...{ revision, refused }}
      />
    </Card>
  );
}

function ReasonedOpinion({
  opinion,
  label,
  hint,
  revision,
  refused,
}: CaseOpinionProps & {
  readonly opinion: Exclude<Opinion, "xac-nhan">;
  readonly label: string;
  readonly hint: string;
}) {
  const words = useWords().desk.caseFile.actions;
  const mine = refused?.opinion === opinion ? refused : undefined;
  return (
    <details open={mine !== undefined}>
      <summary>{label}</summary>
      <form method="post" className="flow">
        <input type="hidden" name="lan-sua" value={revision} />
        <p>{hint}</p>
        <TextArea
          name="ly-do"
          id={`ly-do-${opinion}`}
          label={words.reason}
          hint={words.reasonHint}
          error={mine?.reasonError}
          defaultValue={mine?.reason}
          maxLength={500}
          required
        />
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
