import { z } from "zod";

import { MEASURED, measuredBy } from "./measured.ts";

/** Nominal minutes of the lessons completed in the year. */
export const minutes = measuredBy(
  z.strictObject({ kind: z.literal("minutes"), ...MEASURED }),
  (_, { facts }) => ({ value: facts.learning.minutes }),
);
