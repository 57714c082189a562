import type { Transact } from "#app/db/index.server.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import { updateSettings } from "./account.store.server.ts";
import type { Actor } from "./actor.ts";
import { SettingsChoice } from "./learner-settings.ts";

interface ChooseSettingsRefusal {
  readonly code: "choice-unreadable";
}

/** How pages are shown to oneself. Nobody's business but her own, so no audit. */
export async function chooseSettings(
  deps: { readonly transact: Transact },
  actor: Actor,
  input: SettingsChoice,
): Promise<Result<null, ChooseSettingsRefusal>> {
  const choice = SettingsChoice.safeParse(input);
  if (!choice.success) return refuse({ code: "choice-unreadable" });
  await deps.transact(actor.reach, (db) => updateSettings(db, actor, choice.data));
  return accept(null);
}
