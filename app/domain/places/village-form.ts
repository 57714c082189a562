import { z } from "zod";

import { cleanLine, type FaultOf, searchKey, unaccented } from "#app/domain/kernel/index.ts";

/** What a place below the commune is called in this country; there is no official list of them. */
export const VILLAGE_TYPES = [
  "thôn",
  "bản",
  "tổ dân phố",
  "xóm",
  "buôn",
  "làng",
  "khu phố",
] as const;
export type VillageType = (typeof VILLAGE_TYPES)[number];

/** What an official writes to add a village; "Thôn Nà Lồ" is taken as the thôn "Nà Lồ". */
export const VillageForm = z
  .object({
    type: z.enum(VILLAGE_TYPES),
    name: z.string().transform(cleanLine).pipe(z.string().min(1, "name-missing")),
  })
  .transform(({ type, name }) => ({ type, name: withoutType(type, name) }))
  .pipe(
    z.object({
      type: z.enum(VILLAGE_TYPES),
      name: z
        .string()
        .min(1, "name-missing")
        .max(60, "name-long")
        .regex(/[\p{L}\p{N}]/u, "name-missing"),
    }),
  );
export type VillageForm = z.infer<typeof VillageForm>;

export const VILLAGE_FAULTS = {
  type: ["type-missing"],
  name: ["name-missing", "name-long", "name-taken"],
} as const;
export type VillageFault = FaultOf<typeof VILLAGE_FAULTS>;

/**
 * What two villages share that may be one and the same: the words for its kind aside, whether chosen or
 * typed, and marks. "Bản Nà Lồ" and "Thôn Na Lo" are alike.
 */
export function villageNameKey(name: string): string {
  const key = searchKey(name);
  const kind = VILLAGE_TYPES.map(searchKey).find((word) => key.startsWith(`${word} `));
  return kind === undefined ? key : key.slice(kind.length + 1);
}

function withoutType(type: VillageType, name: string): string {
  const rest = name.slice(type.length);
  const begins = unaccented(name.slice(0, type.length)) === unaccented(type);
  return begins && rest.startsWith(" ") ? rest.trim() : name;
}
