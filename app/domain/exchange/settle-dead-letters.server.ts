import { type Actor, auditActor, provincialOffice } from "#app/domain/identity/index.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { accept, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { ChangeForwardRefusal } from "./change-forward.server.ts";
import { askAgain, settleGivenUp, type Which } from "./dead-letter.store.server.ts";
import type { ExchangeDeps } from "./deps.ts";
import { findForwards } from "./forward.store.server.ts";

/**
 * Has dead letters sent again, or gives them up: these, or all that wait. A second press finds none
 * and writes nothing.
 */
export async function settleDeadLetters(
  deps: ExchangeDeps,
  actor: Actor,
  input: {
    readonly provinceId: PlaceId;
    readonly forwardId: string;
    readonly which: Which;
    readonly how: "send-again" | "give-up";
  },
): Promise<Result<{ readonly letters: number }, ChangeForwardRefusal>> {
  const { provinceId, forwardId, which, how } = input;
  const office = provincialOffice(actor, provinceId);
  if (office === null) return refuse({ code: "not-officer" });
  const now = deps.now();
  const key = { placeId: provinceId, id: forwardId };
  return deps.transact(actor.reach, async (db) => {
    const [forward] = await findForwards(db, provinceId, forwardId);
    if (forward === undefined) return refuse({ code: "forward-unknown" });
    const letters =
      how === "send-again"
        ? await askAgain(db, key, which, now)
        : await settleGivenUp(db, key, which, { now, name: actor.fullName });
    if (letters > 0) {
      await appendAudit(db, [
        {
          communeId: provinceId,
          at: now,
          actor: auditActor(actor, office),
          action: how === "send-again" ? "dead-letters.sent-again" : "dead-letters.given-up",
          subjectKind: "forward",
          subjectId: forwardId,
          detail: { letters, statements: which === "all" ? "all" : [...which] },
        },
      ]);
    }
    return accept({ letters });
  });
}
