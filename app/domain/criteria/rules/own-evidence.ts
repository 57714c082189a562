import { z } from "zod";

import { MEASURED, measuredBy } from "./measured.ts";

/** Own evidence given for the indicator. */
export const ownEvidence = measuredBy(
  z.strictObject({ kind: z.literal("ownEvidence"), ...MEASURED }),
  (_, { code, facts }) => {
    const own = facts.evidence.filter(({ indicators }) => indicators.includes(code));
    return { value: own.length, titles: own.map(({ title }) => title) };
  },
);
