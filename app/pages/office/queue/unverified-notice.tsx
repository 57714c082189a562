import { useWords } from "#app/locales/index.ts";

import type { LeftReason } from "#app/pages/office/bulk-review/act-address.ts";
import { ErrorSummary } from "#app/kit/notice.tsx";
import type { verifyForm } from "./form.ts";

interface UnverifiedNoticeProps {
  /** Of the press as a whole. */
  readonly errors: ReturnType<typeof verifyForm.view>["errors"];
  readonly outcomes: readonly {
    readonly assessmentId: string;
    readonly outcome: LeftReason | "verified";
  }[];
  readonly names: readonly { readonly assessmentId: string; readonly fullName: string }[];
}

/** Why a press verified nobody, name by name. */
export function UnverifiedNotice({ errors, outcomes, names }: UnverifiedNoticeProps) {
  const { queue, act } = useWords().desk;
  const byName = outcomes.flatMap(({ assessmentId, outcome }) => {
    if (outcome === "verified") return [];
    const name = names.find((one) => one.assessmentId === assessmentId)?.fullName ?? act.nameless;
    return [{ message: `${name}: ${act.reasons[outcome]}` }];
  });
  return <ErrorSummary title={queue.errorTitle} errors={[...errors, ...byName]} />;
}
