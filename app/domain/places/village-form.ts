import { z } from "zod";

import { cleanLine, unaccented } from "#app/domain/kernel/index.ts";

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
  .object({ type: z.enum(VILLAGE_TYPES), name: z.string().transform(cleanLine) })
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

function withoutType(type: VillageType, name: string): string {
  const rest = name.slice(type.length);
  const begins = unaccented(name.slice(0, type.length)) === unaccented(type);
  return begins && rest.startsWith(" ") ? rest.trim() : name;
}
