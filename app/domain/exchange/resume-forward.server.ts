import type { Actor } from "#app/domain/identity/index.ts";
import type { PlaceId, Result } from "#app/domain/kernel/index.ts";

import { changeOwnForward, type ChangeForwardRefusal } from "./change-forward.server.ts";
import type { ExchangeDeps } from "./deps.ts";

/** Goes on where it stopped, and tries again at once when it was failing. */
export function resumeForward(
  deps: ExchangeDeps,
  actor: Actor,
  input: { readonly provinceId: PlaceId; readonly forwardId: string },
): Promise<Result<{ readonly name: string }, ChangeForwardRefusal>> {
  return changeOwnForward(deps, actor, {
    ...input,
    action: "forward.resumed",
    change: { pausedAt: null, tryAt: null, failures: 0, lastFault: null },
  });
}
