import { readFile } from "node:fs/promises";

import { BADGE_LETTERS_AT_MOST, isNameOf } from "#app/domain/certificates/index.ts";
import { verifyBadge } from "#app/domain/certificates/index.server.ts";
import type { CheckedBadge } from "./badge-verdict.tsx";
import { badgeForm } from "./form.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";
import type { Upload } from "#app/server/http/upload.server.ts";

/** The badge of a posted form, checked; or why there is none to check. */
export async function checkBadgeForm(deps: Deps, { form, file }: Upload) {
  const text = file === null ? null : await readFile(file.path, "utf8");
  const read = badgeForm.read(
    form,
    text === null ? {} : { text: text.slice(0, BADGE_LETTERS_AT_MOST) },
  );
  const { typed, value, faults } = read;
  if (value === null) return { state: "refused" as const, typed, faults };
  const check = await verifyBadge(deps, value.text);
  const facts = "badge" in check ? check.badge : null;
  const url = facts?.checkUrl ?? "";
  const badge: CheckedBadge = {
    check,
    nameFits: facts === null || value.name === "" ? null : await isNameOf(facts, value.name),
    page: url.startsWith(`${deps.origin}/`) ? url.slice(deps.origin.length) : null,
  };
  return { state: "checked" as const, badge };
}
