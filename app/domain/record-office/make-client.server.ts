import type { Transact } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import {
  type Actor,
  auditActor,
  officeText,
  provincialOffice,
} from "#app/domain/identity/index.ts";
import {
  accept,
  type Clock,
  dayOf,
  type PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";
import type { Place } from "#app/domain/places/index.ts";
import { findPlace, holdPlace } from "#app/domain/places/index.server.ts";

import type { ClientForm } from "./client-form.ts";
import { freshKey, freshSecret, hashOfSecret } from "./client-secret.server.ts";
import { endOf } from "./client.ts";
import { findClient, insertClientOnce, isClientIdUsed } from "./client.store.server.ts";

export type MakeClientRefusal =
  | { readonly code: "not-officer" }
  /** Not this province, and no commune of it that stands today. */
  | { readonly code: "place-unknown" }
  | { readonly code: "expiry-past" }
  /** Another client comes with tokens of the same name. */
  | { readonly code: "key-taken" }
  /** This very form was sent before: its secret was shown then, and is shown no more. */
  | { readonly code: "already-made"; readonly clientId: string };

export interface MadeClient {
  readonly clientId: string;
  readonly name: string;
  readonly key: string;
  /** To be shown in this answer and nowhere else; null for one that comes with tokens. */
  readonly secret: string | null;
}

/** Lets a program of a school, an app or an authoring tool into the record store. */
export async function makeClient(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: {
    readonly provinceId: PlaceId;
    /** Made with the form, so that a second press of it makes nothing. */
    readonly clientId: string;
    readonly form: ClientForm;
  },
): Promise<Result<MadeClient, MakeClientRefusal>> {
  const { provinceId, form } = input;
  const { entry, name, scopes, placeId, lastDay, requestsPerMinute } = form;
  const office = provincialOffice(actor, provinceId);
  if (office === null) return refuse({ code: "not-officer" });
  const now = deps.now();
  if (lastDay !== null && lastDay < dayOf(now)) return refuse({ code: "expiry-past" });
  const secret = entry.kind === "secret" ? freshSecret() : null;
  const key = entry.kind === "secret" ? freshKey() : entry.clientId;

  return deps.transact(actor.reach, async (db) => {
    const place = await findPlace(db, placeId);
    if (!isWithin(place, provinceId)) return refuse({ code: "place-unknown" });
    await holdPlace(db, provinceId);
    const before = await findClient(db, input, now);
    if (before?.name === name && before.placeId === placeId) {
      return refuse({ code: "already-made", clientId: before.clientId });
    }
    // The form may be one that was gone back to and filled in anew.
    const used = await isClientIdUsed(db, input.clientId);
    const clientId = used ? deps.newId() : input.clientId;
    const made = await insertClientOnce(db, {
      id: clientId,
      name,
      key,
      secretHash: secret === null ? null : hashOfSecret(secret),
      scopes,
      placeId,
      requestsPerMinute,
      createdAt: now,
      createdBy: `${actor.fullName}, ${officeText(office)}`,
      expiresAt: lastDay === null ? null : endOf(lastDay),
    });
    if (!made) return refuse({ code: "key-taken" });
    await appendAudit(db, [
      {
        communeId: provinceId,
        at: now,
        actor: auditActor(actor, office),
        action: "client.made",
        subjectKind: "client",
        subjectId: clientId,
        detail: { name, entry: entry.kind, scopes, placeId, lastDay, requestsPerMinute },
      },
    ]);
    return accept({ clientId, name, key, secret });
  });
}

/** Whether it is the province itself or a commune of it that stands today. */
function isWithin(place: Place | null, provinceId: PlaceId): boolean {
  switch (place?.kind) {
    case "province":
      return place.id === provinceId;
    case "commune":
      return place.provinceId === provinceId && place.validTo === null;
    case "village":
    case undefined:
      return false;
  }
}
