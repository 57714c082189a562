import type { Actor } from "#app/domain/identity/index.ts";
import type { PlaceId, Result } from "#app/domain/kernel/index.ts";

import { changeOwnForward, type ChangeForwardRefusal } from "./change-forward.server.ts";
import type { ExchangeDeps } from "./deps.ts";

/** Ends a forward for good and forgets its secret; what it did stays in the log. */
export function removeForward(
  deps: ExchangeDeps,
  actor: Actor,
  input: { readonly provinceId: PlaceId; readonly forwardId: string },
): Promise<Result<{ readonly name: string }, ChangeForwardRefusal>> {
  return changeOwnForward(deps, actor, {
    ...input,
    action: "forward.removed",
    change: { removedAt: deps.now(), sealedSecret: Buffer.alloc(0) },
  });
}
