import { z } from "zod";

import { MEASURED, measuredBy } from "./measured.ts";

/** Class meetings attended. */
export const meetings = measuredBy(
  z.strictObject({ kind: z.literal("meetings"), ...MEASURED }),
  (_, { facts }) => ({ value: facts.meetings }),
);
