// What was asked of the product, and what it promised by answering.

/** A quiz that was sent, by the id its attempt must have. */
export interface SentAttempt {
  /** Statement ids of the answers, and of the quiz as a whole. */
  readonly answered: readonly string[];
  readonly judged: string;
}

export interface Ledger {
  /** Quizzes whose post went out, answered or not. */
  readonly sentAttempts: Map<string, SentAttempt>;
  readonly attempts: Set<string>;
  /** Statement ids of lessons that were opened. */
  readonly opened: Set<string>;
  /** Words of attestations; each is sent once and says its own. */
  readonly attested: Set<string>;
  /** Assessments on which a village agreed. */
  readonly endorsed: Set<string>;
  /** "<act> <assessment>" */
  readonly verified: Set<string>;
  /** How many cases undoing an act opened again, as the answers said. */
  readonly undone: Map<string, number>;
  readonly prepared: Set<string>;
  readonly discarded: Set<string>;
  /** The number under which a decision was issued. */
  readonly issued: Map<string, string>;
  /** Decisions whose discarding or issuing went out, answered or not. */
  readonly ending: Set<string>;
  signIns: number;
}

export function openLedger(): Ledger {
  return {
    sentAttempts: new Map(),
    attempts: new Set(),
    opened: new Set(),
    attested: new Set(),
    endorsed: new Set(),
    verified: new Set(),
    undone: new Map(),
    prepared: new Set(),
    discarded: new Set(),
    issued: new Map(),
    ending: new Set(),
    signIns: 0,
  };
}

/** Promises by kind, in the order of the summary. */
export function countPromises(ledger: Ledger): Readonly<Record<string, number>> {
  return {
    attempts: ledger.attempts.size,
    "opened lessons": ledger.opened.size,
    attestations: ledger.attested.size,
    endorsements: ledger.endorsed.size,
    verifications: ledger.verified.size,
    "undone acts": ledger.undone.size,
    "prepared decisions": ledger.prepared.size,
    "discarded decisions": ledger.discarded.size,
    "issued decisions": ledger.issued.size,
    "sign-ins": ledger.signIns,
  };
}

export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
