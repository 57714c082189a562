import { isName, personName } from "#app/domain/kernel/index.ts";

import { readAs, type Reading, unread } from "./findings.ts";

const NAME_CHARACTERS_AT_MOST = 100;
/** Letters with their marks, blanks, and what stands in upland names: "H'Leo", "Y-Ban", "K. Brel". */
const NAME = /^[\p{L}\p{M}'. -]+$/u;
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Cf}/u;

/** A person's name out of one column or several; `raw` is what stood there. */
export function readName(parts: readonly string[], raw: string): Reading<string> {
  const name = personName(parts.join(" "));
  if (name === "") return unread("name-missing");
  if (name.length > NAME_CHARACTERS_AT_MOST) return unread("too-long");
  if (!NAME.test(name) || !isName(name)) return unread("name-unreadable");
  return readAs(
    name,
    ...(name.includes(" ") ? [] : [{ code: "name-one-word" as const, meant: name }]),
    ...(UNSEEN.test(raw) ? [{ code: "name-invisible-characters" as const, meant: name }] : []),
  );
}
