import { dayOf, parsePublicCode } from "#app/domain/kernel/index.ts";

import type { EvaluationDeps } from "./deps.ts";
import { checkOf, type RecognitionCheck } from "./recognition.ts";
import { findShown } from "./register.store.server.ts";

/** What anyone who holds a public code is told: how the recognition stands, and what its paper shows. */
export async function checkRecognition(
  deps: Pick<EvaluationDeps, "now" | "transact">,
  publicCode: string,
): Promise<RecognitionCheck> {
  const code = parsePublicCode(publicCode);
  const shown =
    code === null ? null : await deps.transact("everywhere", (db) => findShown(db, code));
  if (shown === null) return { status: "unknown" };
  return checkOf(shown.recognition, shown.revokedOn, dayOf(deps.now()));
}
