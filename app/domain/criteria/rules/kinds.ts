import { z } from "zod";

import { activeWeeks } from "./active-weeks.ts";
import { attestation } from "./attestation.ts";
import { courses } from "./courses.ts";
import { finalScore } from "./final-score.ts";
import type { Asked, Finding, RuleKind } from "./kind.ts";
import { lessons } from "./lessons.ts";
import { meetings } from "./meetings.ts";
import { minutes } from "./minutes.ts";
import { ownEvidence } from "./own-evidence.ts";
import { planWeeks } from "./plan-weeks.ts";

/** Every kind of rule, by what `kind` says in `content/criteria`. */
const KINDS = {
  minutes,
  activeWeeks,
  lessons,
  courses,
  finalScore,
  ownEvidence,
  meetings,
  planWeeks,
  attestation,
} as const;

type Schema = (typeof KINDS)[keyof typeof KINDS]["schema"];

const [first = minutes.schema, ...others]: readonly Schema[] = Object.values(KINDS).map(
  ({ schema }) => schema,
);

/** How one kind of fact speaks for an indicator. */
export const Rule = z.discriminatedUnion("kind", [first, ...others]);
export type Rule = z.infer<typeof Rule>;

export function findBy(rule: Rule, asked: Asked): Finding {
  const kind: RuleKind<Rule> = KINDS[rule.kind];
  return kind.find(rule, asked);
}
