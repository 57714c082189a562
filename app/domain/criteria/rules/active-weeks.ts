import { z } from "zod";

import { MEASURED, measuredBy } from "./measured.ts";

/** Calendar weeks with a completed lesson. */
export const activeWeeks = measuredBy(
  z.strictObject({ kind: z.literal("activeWeeks"), ...MEASURED }),
  (_, { facts }) => ({ value: facts.learning.activeWeeks }),
);
