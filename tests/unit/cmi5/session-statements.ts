import { v7 as uuidv7 } from "uuid";

import { contextTemplate, type SessionFrame, type SessionState } from "#app/domain/cmi5/session.ts";
import type { SentStatement } from "#app/domain/cmi5/session-rules.ts";
import { CATEGORY, EXTENSION, type UnitVerb } from "#app/domain/cmi5/vocabulary.ts";
import { Statement } from "#app/domain/xapi/index.ts";

export const FRAME: SessionFrame = {
  sessionId: "0192f0a4-0000-7000-8000-000000000001",
  registration: "0192f0a4-0000-7000-8000-000000000002",
  actor: { homePage: "https://nep-hoc.example/xapi", name: "nguoi-hoc" },
  activityId: "https://nep-hoc.example/xapi/goi-hoc/a/bai/b",
  publisherId: "https://soan-bai.example/mot",
  mode: "Normal",
  masteryScore: 0.8,
};

/** Launched, preferences read, nothing said yet. */
export const LAUNCHED: SessionState = {
  preferencesRead: true,
  verbs: [],
  ending: null,
  completed: false,
  passed: false,
};

export const BEGUN: SessionState = { ...LAUNCHED, verbs: ["initialized"] };

const START = Date.parse("2026-11-22T03:00:00Z");

const RESULTS = {
  initialized: undefined,
  completed: { completion: true, duration: "PT5M" },
  passed: { success: true, duration: "PT5M", score: { scaled: 0.9, raw: 9, min: 0, max: 10 } },
  failed: { success: false, duration: "PT5M", score: { scaled: 0.3 } },
  terminated: { duration: "PT6M" },
} as const satisfies Record<UnitVerb, object | undefined>;

type Draft = Record<string, unknown>;

/** What a verb comes with: its categories, its object's id, its result. */
function partsOf(verb: UnitVerb | "experienced", frame: SessionFrame) {
  if (verb === "experienced") {
    return { categories: [], object: "https://soan-bai.example/trang-2", result: undefined };
  }
  const judged = verb === "completed" || verb === "passed" || verb === "failed";
  return {
    categories: judged ? [CATEGORY.cmi5, CATEGORY.moveOn] : [CATEGORY.cmi5],
    object: frame.activityId,
    result: RESULTS[verb],
  };
}

/** A statement that a well-made unit sends, as JSON; `second`: how far into the session. */
export function draft(verb: UnitVerb | "experienced", frame = FRAME, second = 0): Draft {
  const { categories, object, result } = partsOf(verb, frame);
  const isScored = (verb === "passed" || verb === "failed") && frame.masteryScore !== null;
  const template = contextTemplate(frame);
  return {
    id: uuidv7(),
    timestamp: new Date(START + 1000 * second).toISOString(),
    actor: { objectType: "Agent", account: frame.actor },
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: { id: object },
    ...(result === undefined ? {} : { result }),
    context: {
      registration: frame.registration,
      contextActivities: {
        ...template.contextActivities,
        category: categories.map((id) => ({ id })),
      },
      extensions: {
        ...template.extensions,
        ...(isScored ? { [EXTENSION.masteryScore]: frame.masteryScore } : {}),
      },
    },
  };
}

/** As the record store hands it over. */
export function sent(value: Draft): SentStatement {
  return { statement: Statement.parse({ id: uuidv7(), ...value }), hasId: "id" in value };
}

/** A copy with one value put in its place, or taken away when it is undefined. */
export function changed(value: Draft, path: string, to: unknown): Draft {
  const copy = structuredClone(value);
  const steps = path.split("/");
  const last = steps.pop() ?? "";
  const at = steps.reduce<Draft>((inner, step) => {
    inner[step] ??= {};
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a path into JSON of our own
    return inner[step] as Draft;
  }, copy);
  // oxlint-disable-next-line typescript/no-dynamic-delete -- that is what is asked for
  if (to === undefined) delete at[last];
  else at[last] = to;
  return copy;
}
