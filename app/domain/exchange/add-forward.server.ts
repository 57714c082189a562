import { appendAudit } from "#app/domain/audit/index.server.ts";
import { type Actor, auditActor, provincialOffice } from "#app/domain/identity/index.ts";
import { accept, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";
import type { Position } from "#app/domain/xapi/index.ts";
import { consistentThrough } from "#app/domain/xapi/index.server.ts";

import type { ExchangeDeps } from "./deps.ts";
import type { ForwardForm, Start } from "./forward.ts";
import { insertForward } from "./forward.store.server.ts";
import { addressFault, type AddressFault } from "./remote-address.ts";
import { sealSecret } from "./seal-secret.server.ts";

export type AddForwardRefusal =
  { readonly code: "not-officer" } | { readonly code: "address"; readonly fault: AddressFault };

/** Sends a province's statements on to another record store, from a day on. */
export async function addForward(
  deps: ExchangeDeps,
  actor: Actor,
  input: {
    readonly provinceId: PlaceId;
    /** Made with the form, so that a second press of it adds nothing. */
    readonly forwardId: string;
    readonly form: ForwardForm;
  },
): Promise<Result<{ readonly forwardId: string }, AddForwardRefusal>> {
  const { provinceId, forwardId, form } = input;
  const office = provincialOffice(actor, provinceId);
  if (office === null) return refuse({ code: "not-officer" });
  const fault = addressFault(form.endpoint, deps.outward.policy);
  if (fault !== null) return refuse({ code: "address", fault });

  const now = deps.now();
  const { name, endpoint, user, version, verbs, activities, persons, start } = form;
  const filters = { verbs, activities, persons };
  return deps.transact(actor.reach, async (db) => {
    const added = await insertForward(db, {
      id: forwardId,
      name,
      endpoint,
      user,
      version,
      filters,
      placeId: provinceId,
      sealedSecret: sealSecret(deps.outward.secretKey, forwardId, form.secret),
      from: positionOf(start, await consistentThrough(db)),
      createdAt: now,
    });
    if (added) {
      await appendAudit(db, [
        {
          communeId: provinceId,
          at: now,
          actor: auditActor(actor, office),
          action: "forward.added",
          subjectKind: "forward",
          subjectId: forwardId,
          detail: {
            name,
            endpoint,
            user,
            version,
            ...filters,
            start: start.kind === "day" ? start.day : start.kind,
          },
        },
      ]);
    }
    return accept({ forwardId });
  });
}

/** Nothing was stored before. */
const BEGINNING = new Date("1970-01-01T00:00:00Z");

/** @param now by the clock that stores, which need not be ours */
function positionOf(start: Start, now: Date): Position {
  switch (start.kind) {
    case "beginning":
      return { stored: BEGINNING, sequence: 0n };
    case "day":
      return { stored: new Date(`${start.day}T00:00:00+07:00`), sequence: 0n };
    case "now":
      return { stored: now, sequence: 0n };
  }
}
