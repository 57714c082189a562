import type { Day } from "#app/domain/kernel/index.ts";

/** What is erased: everything that names one person, or everything stored before a day. */
export type ErasureKind = "person" | "period";

/**
 * How a statement that is erased names the person: as the one it is about (actor or object, or a member
 * of those), or only beside (instructor, team, within a planned act). In a period all are the same.
 */
export type NamedAs = "about" | "beside" | "period";

export interface ErasureCounts {
  readonly statements: number;
  /** By the month of storing, "yyyy-mm", the oldest first. */
  readonly months: readonly {
    readonly month: string;
    readonly namedAs: NamedAs;
    readonly statements: number;
  }[];
  readonly states: number;
  readonly agentProfiles: number;
  /** Files that nothing else refers to. */
  readonly attachments: number;
}

/** What is known of an erasure once it was done, or would be. */
export interface ErasureReport extends ErasureCounts {
  /** Null for a dry run: nothing was changed. */
  readonly erasureId: string | null;
  /** SHA-2 of the attachments whose rows are gone; their files are the caller's to remove. */
  readonly removedAttachments: readonly string[];
}

export interface ErasureOrder {
  /** The request or the rule of retention that it follows. */
  readonly basis: string;
  /** Who runs it. */
  readonly byName: string;
  readonly dryRun: boolean;
}

export interface RetentionOrder extends ErasureOrder {
  /** What was stored before this day in Vietnam goes. */
  readonly before: Day;
}
