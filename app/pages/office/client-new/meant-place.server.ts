import type { Actor } from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";
import type { ClientFault, FoundCommune } from "#app/domain/record-office/index.ts";
import { findCommunes } from "#app/domain/record-office/index.server.ts";
import type { clientForm } from "#app/pages/office/clients/form.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";

interface MeantPlace {
  readonly placeId: PlaceId | null;
  readonly faults: readonly ClientFault[];
  /** To choose from, when the name that was typed is of several. */
  readonly communes: readonly FoundCommune[];
}

/** The place that was meant, a commune by its name; otherwise what is to mend. */
export async function meantPlace(
  deps: Deps,
  actor: Actor,
  provinceId: PlaceId,
  typed: typeof clientForm.blank,
): Promise<MeantPlace> {
  if (typed.reach === "province") return { placeId: provinceId, faults: [], communes: [] };
  if (typed.reach !== "commune") return lacking([]);
  const found = await findCommunes(deps, actor, { provinceId, typed: typed.commune });
  const { communes, meant } = found.ok ? found.value : { communes: [], meant: null };
  const chosen = communes.find(({ communeId }) => communeId === typed.communeChoice) ?? meant;
  if (chosen !== null) return { placeId: chosen.communeId, faults: [], communes };
  if (typed.commune.trim() === "") return lacking(["commune-missing"]);
  return communes.length === 0
    ? lacking(["commune-unknown"])
    : lacking(["commune-several"], communes);
}

function lacking(
  faults: readonly ClientFault[],
  communes: readonly FoundCommune[] = [],
): MeantPlace {
  return { placeId: null, faults, communes };
}
