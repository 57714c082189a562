import type { Transact } from "#app/db/index.server.ts";
import type { Clock, Result } from "#app/domain/kernel/index.ts";

import type { Actor } from "./actor.ts";
import { type EndedOffice, endOfficeOf, type EndOfficeRefusal } from "./end-office.server.ts";

/** A village's attestor is one no longer, at once; a second press finds it done and is accepted. */
export function dismissAttestor(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: EndedOffice,
): Promise<Result<null, EndOfficeRefusal>> {
  return endOfficeOf(deps, actor, { ...input, role: "village_attestor" });
}
