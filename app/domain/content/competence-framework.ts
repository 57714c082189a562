import { z } from "zod";

import { Day } from "#app/domain/kernel/index.ts";

const Named = { code: z.string(), name: z.string().min(3) };

/** A framework of competences as the authority gave it, with its source. */
export const CompetenceFramework = z.strictObject({
  title: z.string(),
  source: z.strictObject({
    number: z.string(),
    issuer: z.string(),
    year: z.int(),
    validFrom: Day,
  }),
  /** As courses name it. */
  framework: z.string(),
  domains: z.array(z.strictObject({ ...Named, competences: z.array(z.strictObject(Named)) })),
});
export type CompetenceFramework = z.infer<typeof CompetenceFramework>;
