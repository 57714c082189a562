import type { AccountId } from "#app/domain/kernel/index.ts";
import type { Activity, StatementInput } from "#app/domain/xapi/index.ts";

import { blockActivity, courseActivity, learnerAgent, unitActivity } from "./names.ts";
import type { MoreExtensions } from "./session.ts";
import type { AssignableUnit, Block, CourseStructure } from "./structure.ts";
import { CATEGORY, EXTENSION, LMS_VERBS } from "./vocabulary.ts";

/** Whose statement, in which session, when; `id` is a fresh one. */
export interface LmsAct {
  readonly id: string;
  readonly baseIri: string;
  readonly accountId: AccountId;
  readonly packageId: string;
  readonly registration: string;
  readonly sessionId: string;
  readonly at: Date;
}

const DISPLAY = {
  launched: { en: "launched", vi: "mở bài" },
  abandoned: { en: "abandoned", vi: "bỏ dở" },
  waived: { en: "waived", vi: "được miễn" },
  satisfied: { en: "satisfied", vi: "đạt yêu cầu" },
} as const;

/** What every statement of the product's own has (§9.6). `publisherId`: of what it is about. */
function frame(
  act: LmsAct,
  verb: keyof typeof LMS_VERBS,
  object: Activity,
  publisherId: string,
  more: { readonly moveOn?: true; readonly extensions?: Readonly<Record<string, unknown>> } = {},
): StatementInput {
  const category = [CATEGORY.cmi5, ...(more.moveOn === true ? [CATEGORY.moveOn] : [])];
  return {
    id: act.id,
    actor: learnerAgent(act.baseIri, act.accountId),
    verb: { id: LMS_VERBS[verb], display: DISPLAY[verb] },
    object,
    timestamp: act.at.toISOString(),
    context: {
      registration: act.registration,
      contextActivities: {
        category: activities(category),
        grouping: activities([publisherId]),
      },
      extensions: { [EXTENSION.sessionId]: act.sessionId, ...more.extensions },
    },
  };
}

function activities(ids: readonly string[]): Activity[] {
  return ids.map((id) => ({ objectType: "Activity", id }));
}

/** §9.3.1, with what §9.6.3 asks of its context. */
export function launchedStatement(
  act: LmsAct,
  unit: AssignableUnit,
  launch: {
    readonly mode: string;
    /** Without what the launch adds. */
    readonly address: string;
    readonly masteryScore: number | null;
    readonly more: MoreExtensions;
  },
): StatementInput {
  return frame(act, "launched", unitActivity(act.baseIri, act.packageId, unit), unit.publisherId, {
    extensions: {
      ...launch.more,
      [EXTENSION.launchMode]: launch.mode,
      [EXTENSION.launchUrl]: launch.address,
      [EXTENSION.moveOn]: unit.moveOn,
      ...(launch.masteryScore === null ? {} : { [EXTENSION.masteryScore]: launch.masteryScore }),
      ...(unit.launchParameters === null
        ? {}
        : { [EXTENSION.launchParameters]: unit.launchParameters }),
    },
  });
}

/** §9.3.6; `seconds`: from the launch to the last statement of the unit. */
export function abandonedStatement(
  act: LmsAct,
  unit: AssignableUnit,
  seconds: number,
): StatementInput {
  const activity = unitActivity(act.baseIri, act.packageId, unit);
  const statement = frame(act, "abandoned", activity, unit.publisherId);
  return { ...statement, result: { duration: `PT${seconds.toFixed(2)}S` } };
}

/** What §9.5.5.2 suggests as reasons. */
export const WAIVE_REASONS = [
  "Tested Out",
  "Equivalent AU",
  "Equivalent Outside Activity",
  "Administrative",
] as const;
export type WaiveReason = (typeof WAIVE_REASONS)[number];

/** §9.3.7, in a session of its own. */
export function waivedStatement(
  act: LmsAct,
  unit: AssignableUnit,
  reason: WaiveReason,
): StatementInput {
  const activity = unitActivity(act.baseIri, act.packageId, unit);
  return {
    ...frame(act, "waived", activity, unit.publisherId, { moveOn: true }),
    result: { success: true, completion: true, extensions: { [EXTENSION.reason]: reason } },
  };
}

/** §9.3.9, of a block. */
export function blockSatisfiedStatement(act: LmsAct, block: Block): StatementInput {
  const activity = blockActivity(act.baseIri, act.packageId, block);
  return frame(act, "satisfied", activity, block.publisherId);
}

/** §9.3.9, of the course. */
export function courseSatisfiedStatement(act: LmsAct, structure: CourseStructure): StatementInput {
  const activity = courseActivity(act.baseIri, act.packageId, structure);
  return frame(act, "satisfied", activity, structure.publisherId);
}
