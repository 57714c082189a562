/** Where a page of a search ended: the place of its last statement. */
export interface Position {
  readonly stored: Date;
  readonly sequence: bigint;
}

/** Filters of xAPI 2.0 §4.1.6.1, already read; agents by their keys. Unset: not asked. */
export interface StatementQuery {
  /** The key of an agent or a group (`agentKey`). */
  readonly agent?: string;
  /** Also where the agent is only related. */
  readonly relatedAgents?: boolean;
  readonly verb?: string;
  readonly activity?: string;
  /** Also where the activity is only related. */
  readonly relatedActivities?: boolean;
  readonly registration?: string;
  /** Stored after this. */
  readonly since?: Date;
  /** Stored until this, included. */
  readonly until?: Date;
  /** Oldest first. */
  readonly ascending?: boolean;
  /** Of this commune alone, of those in reach. */
  readonly communeId?: string;
  /** What this authority vouches for alone; its agent, as canonical JSON. */
  readonly authority?: string;
  /** Voided ones too, and those that were erased (without a text). */
  readonly includeAll?: boolean;
}

export interface KeptStatement {
  readonly id: string;
  readonly stored: Date;
  readonly sequence: bigint;
  readonly communeId: string;
  /** The agent that vouches for it, as JSON text. */
  readonly authority: string;
  readonly version: string;
  readonly timestamp: Date;
  /** As it was received; null when it was lawfully erased. */
  readonly payload: string | null;
  readonly voided: boolean;
}
