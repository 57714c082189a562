import { setVillageNeeds } from "#app/domain/guidance/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { PlaceId } from "#app/domain/kernel/index.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { needsForm, type RefusedNeeds } from "./form.ts";

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
  const village = PlaceId.safeParse(textOf(form, "thon"));
  if (!village.success) throw new Response(null, { status: 400 });
  const villageId = village.data;
  const { typed, value, faults } = needsForm.read(form, { villageId });
  if (value === null) return { kept: false, refused: { villageId, typed, faults } };
  const result = await setVillageNeeds(deps, actor, value);
  if (result.ok) return { kept: true, villageId };
  switch (result.refusal.code) {
    case "not-yours":
      throw new Response(null, { status: 404 });
    case "too-many":
      return { kept: false, refused: { villageId, typed, faults: [result.refusal.code] } };
  }
}
