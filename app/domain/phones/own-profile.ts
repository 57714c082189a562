import { z } from "zod";

import { Helper, Picture } from "#app/domain/identity/index.ts";

import { SealKey } from "./envelope.ts";

/** What a phone is told of the learner who signed in on it. */
export const OwnProfile = z.object({
  accountId: z.string(),
  name: z.string(),
  picture: Picture,
  settings: z.object({
    locale: z.string().nullable(),
    easyView: z.boolean(),
    dataSaver: z.boolean(),
  }),
  helper: Helper.nullable(),
  sample: z.boolean(),
  token: z.string(),
  sealKey: SealKey,
  /** The server's clock, ISO 8601. */
  now: z.string(),
});
export type OwnProfile = z.infer<typeof OwnProfile>;
