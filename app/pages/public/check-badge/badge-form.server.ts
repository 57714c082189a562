import { readFile } from "node:fs/promises";

import { isNameOf } from "#app/domain/certificates/index.ts";
import { verifyBadge } from "#app/domain/certificates/index.server.ts";
import { cleanLine } from "#app/domain/kernel/index.ts";
import { BADGE_FIELDS } from "./badge-form.tsx";
import type { CheckedBadge } from "./badge-verdict.tsx";

import type { Deps } from "#app/server/boot/deps.server.ts";
import { textOf } from "#app/server/http/form.server.ts";
import type { Upload } from "#app/server/http/upload.server.ts";

/** Longer than any badge of ours by far. */
const LETTERS_AT_MOST = 100_000;

/** The badge of a posted form, checked; null when the form holds none. */
export async function checkBadgeForm(
  deps: Deps,
  { form, file }: Upload,
): Promise<{ readonly name: string; readonly badge: CheckedBadge | null }> {
  const name = cleanLine(textOf(form, BADGE_FIELDS.name).slice(0, 400)).slice(0, 120);
  const pasted = textOf(form, BADGE_FIELDS.text).slice(0, LETTERS_AT_MOST);
  const text =
    file === null ? pasted : (await readFile(file.path, "utf8")).slice(0, LETTERS_AT_MOST);
  // Chat programs break a long line into several.
  const jwt = text.replaceAll(/\s/gu, "");
  if (jwt === "") return { name, badge: null };
  const check = await verifyBadge(deps, jwt);
  const facts = "badge" in check ? check.badge : null;
  const url = facts?.checkUrl ?? "";
  return {
    name,
    badge: {
      check,
      nameFits: facts === null || name === "" ? null : await isNameOf(facts, name),
      page: url.startsWith(`${deps.origin}/`) ? url.slice(deps.origin.length) : null,
    },
  };
}
