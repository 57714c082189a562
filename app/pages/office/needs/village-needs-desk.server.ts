import { setVillageNeeds } from "#app/domain/guidance/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { clean, PlaceId } from "#app/domain/kernel/index.ts";
import { NEED_FIELDS, type RefusedNeeds } from "./village-needs.tsx";

import type { Deps } from "#app/server/boot/deps.server.ts";
import { readForm, textOf, textsOf } from "#app/server/http/form.server.ts";

const TICKS_AT_MOST = 100;

/** What came of one village's form. */
export type NeedsKept =
  | { readonly kept: true; readonly villageId: PlaceId }
  | { readonly kept: false; readonly refused: RefusedNeeds };

/** Keeps what a form says that a village needs; a village that is not the actor's is no page. */
export async function keepVillageNeeds(
  deps: Deps,
  actor: Actor,
  request: Request,
): Promise<NeedsKept> {
  const form = await readForm(request);
  const village = PlaceId.safeParse(textOf(form, NEED_FIELDS.village));
  if (!village.success) throw new Response(null, { status: 400 });
  const villageId = village.data;
  const ticked = textsOf(form, NEED_FIELDS.needs);
  const needs = ticked.slice(0, TICKS_AT_MOST).map((need) => clean(need));
  const result = await setVillageNeeds(deps, actor, { villageId, needs });
  if (result.ok) return { kept: true, villageId };
  switch (result.refusal.code) {
    case "not-yours":
      throw new Response(null, { status: 404 });
    case "too-many":
      return { kept: false, refused: { villageId, needs } };
  }
}
