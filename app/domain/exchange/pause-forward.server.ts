import type { Actor } from "#app/domain/identity/index.ts";
import type { PlaceId, Result } from "#app/domain/kernel/index.ts";

import { changeOwnForward, type ChangeForwardRefusal } from "./change-forward.server.ts";
import type { ExchangeDeps } from "./deps.ts";

/** Sends nothing more until it is resumed; what is on its way arrives. */
export function pauseForward(
  deps: ExchangeDeps,
  actor: Actor,
  input: { readonly provinceId: PlaceId; readonly forwardId: string },
): Promise<Result<{ readonly name: string }, ChangeForwardRefusal>> {
  return changeOwnForward(deps, actor, {
    ...input,
    action: "forward.paused",
    change: { pausedAt: deps.now() },
  });
}
