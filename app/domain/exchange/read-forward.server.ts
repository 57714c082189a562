import { type Actor, provincialOffice } from "#app/domain/identity/index.ts";
import { accept, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { ChangeForwardRefusal } from "./change-forward.server.ts";
import { findDeadLetters } from "./dead-letter.store.server.ts";
import type { ExchangeDeps } from "./deps.ts";
import type { DeadLetter, ForwardView } from "./forward.ts";
import { findForwards } from "./forward.store.server.ts";
import { withLag } from "./list-forwards.server.ts";

const LETTERS = 50;

export interface ForwardFile {
  readonly forward: ForwardView;
  readonly letters: readonly DeadLetter[];
  readonly page: number;
  readonly pages: number;
}

/** One forward with its dead letters, the newest first. */
export async function readForward(
  deps: ExchangeDeps,
  actor: Actor,
  input: {
    readonly provinceId: PlaceId;
    readonly forwardId: string;
    /** From 1. */
    readonly page: number;
  },
): Promise<Result<ForwardFile, ChangeForwardRefusal>> {
  const { provinceId, forwardId } = input;
  if (provincialOffice(actor, provinceId) === null) return refuse({ code: "not-officer" });
  return deps.transact(actor.reach, async (db) => {
    const [kept] = await findForwards(db, provinceId, forwardId);
    if (kept === undefined) return refuse({ code: "forward-unknown" });
    const pages = Math.max(1, Math.ceil(kept.deadLetters / LETTERS));
    const page = Math.min(Math.max(1, input.page), pages);
    const { letters } = await findDeadLetters(
      db,
      { placeId: provinceId, id: forwardId },
      { limit: LETTERS, offset: (page - 1) * LETTERS },
    );
    return accept({ forward: await withLag(db, kept), letters, page, pages });
  });
}
