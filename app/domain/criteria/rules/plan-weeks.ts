import { z } from "zod";

import { MEASURED, measuredBy } from "./measured.ts";

/** Weeks in which the goal of the own learning plan was reached; `{of}`: weeks that it asked for. */
export const planWeeks = measuredBy(
  z.strictObject({ kind: z.literal("planWeeks"), ...MEASURED }),
  (_, { facts }) => ({ value: facts.planWeeks.kept, of: facts.planWeeks.of }),
);
