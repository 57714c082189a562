import type { Transact } from "#app/db/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import type { Clock } from "#app/domain/kernel/index.ts";
import type { Carried, HandInItem, HandInReceipt } from "#app/domain/learning/index.ts";

/** What learning does with acts of one person from one phone; answers each of them. */
export type HandInOf = (
  actor: Actor,
  input: {
    readonly phoneId: string;
    readonly carried: Carried;
    readonly items: readonly HandInItem[];
  },
) => Promise<readonly HandInReceipt[]>;

/** What the use cases of phones are given. */
export interface PhonesDeps extends Clock {
  readonly transact: Transact;
  /** 256 random bits as text. */
  readonly newSecret: () => string;
  /** Opens what was sealed to any key of this server; null: it cannot. */
  readonly openSealed: (sealed: string) => Promise<unknown>;
  readonly handInOf: HandInOf;
  /** Writes a fault of ours to the log. */
  readonly report: (error: unknown) => void;
}
