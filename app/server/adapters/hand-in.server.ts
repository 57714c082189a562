import { handIn, type HandInDeps } from "#app/domain/learning/index.server.ts";
import type { HandInOf } from "#app/domain/phones/index.ts";

/** How learning is handed what phones bring. */
export function openHandIn(deps: HandInDeps): HandInOf {
  return (actor, input) => handIn(deps, actor, input);
}
