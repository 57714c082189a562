import { CATEGORY, EXTENSION, type UnitVerb } from "./vocabulary.ts";
import type { LaunchMode } from "./structure.ts";

/** What one launched session is about; every statement of it must say the same. */
export interface SessionFrame {
  readonly sessionId: string;
  readonly registration: string;
  /** The learner's account. */
  readonly actor: { readonly homePage: string; readonly name: string };
  /** The activity that was launched, by the product's own name. */
  readonly activityId: string;
  /** The unit's id as its publisher has it. */
  readonly publisherId: string;
  readonly mode: LaunchMode;
  readonly masteryScore: number | null;
}

/** Where a session stands, together with what its registration already has of the unit. */
export interface SessionState {
  /** Whether the unit has read the learner's preferences. */
  readonly preferencesRead: boolean;
  /** cmi5 defined verbs of this session, in order. */
  readonly verbs: readonly UnitVerb[];
  readonly ending: "terminated" | "abandoned" | null;
  /** Of the registration: from whatever session. */
  readonly completed: boolean;
  readonly passed: boolean;
}

/**
 * Why a statement or a request of a session is refused: the number of the requirement in the list
 * @cmi5/requirements (section of the specification, then a count), and a sentence for whoever made
 * the content.
 */
export interface Violation {
  readonly requirement: string;
  readonly fault: string;
}

/** Extensions of a launch's statements beside cmi5's own: who helps the learner. */
export type MoreExtensions = Readonly<Record<string, string>>;

/** The context that a unit begins its statements with (§10.2.1). */
export function contextTemplate(
  { publisherId, sessionId }: SessionFrame,
  more: MoreExtensions = {},
) {
  return {
    contextActivities: { grouping: [{ objectType: "Activity" as const, id: publisherId }] },
    extensions: { ...more, [EXTENSION.sessionId]: sessionId },
  };
}

interface WithCategories {
  readonly context?:
    | {
        readonly contextActivities?:
          { readonly category?: readonly { readonly id: string }[] | undefined } | undefined;
      }
    | undefined;
}

/** Whether the statement is cmi5 defined (§7.1.3); all others are allowed ones. */
export function isDefined(statement: WithCategories): boolean {
  return hasCategory(statement, CATEGORY.cmi5);
}

export function hasCategory({ context }: WithCategories, id: string): boolean {
  return context?.contextActivities?.category?.some((category) => category.id === id) ?? false;
}
