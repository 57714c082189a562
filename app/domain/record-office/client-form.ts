import { z } from "zod";

import { cleanLine, type Day, parseDay, PlaceId } from "#app/domain/kernel/index.ts";

import { XapiScope } from "#app/domain/xapi/index.ts";

const NAME_AT_MOST = 80;
const CLIENT_ID_AT_MOST = 200;
const PER_MINUTE_AT_MOST = 60_000;

const Scopes = z
  .array(XapiScope, "scopes-unknown")
  .transform((scopes) => [...new Set(scopes)])
  .refine((scopes) => scopes.length > 0, "scopes-missing");

/** The last day of validity, or null: it does not expire by itself. */
const LastDay = z.string().transform((typed, context): Day | null => {
  if (cleanLine(typed) === "") return null;
  const day = parseDay(typed);
  if (day !== null && day >= "1900-01-01" && day <= "2100-12-31") return day;
  context.addIssue({ code: "custom", message: "expiry-unreadable" });
  return z.NEVER;
});

const PerMinute = z.string().transform((typed, context): number => {
  const digits = cleanLine(typed).replaceAll(/[.\s]/gu, "");
  const number = /^\d{1,6}$/u.test(digits) ? Number(digits) : 0;
  if (number >= 1 && number <= PER_MINUTE_AT_MOST) return number;
  context.addIssue({ code: "custom", message: "limit-unreadable" });
  return z.NEVER;
});

const limits = { scopes: Scopes, lastDay: LastDay, requestsPerMinute: PerMinute };

/** What a client may do, until when and how often; its messages name what is wrong. */
export const ClientLimits = z.object(limits);
export type ClientLimits = z.infer<typeof ClientLimits>;

/** How a client shows who it is: by a secret of ours, or by tokens of the configured issuer. */
const Entry = z.discriminatedUnion(
  "kind",
  [
    z.object({ kind: z.literal("secret") }),
    z.object({
      kind: z.literal("token"),
      clientId: z
        .string()
        .transform((typed) => typed.trim())
        // What names a client in a token or before the colon of Basic: printable, no blank, no colon.
        .refine((id) => /^[!-9;-~]+$/u.test(id), "client-id-unreadable")
        .refine((id) => id.length <= CLIENT_ID_AT_MOST, "client-id-unreadable"),
    }),
  ],
  "entry-missing",
);

/** A client as the officer writes it down. */
export const ClientForm = z.object({
  name: z
    .string()
    .transform(cleanLine)
    .refine((name) => name !== "", "name-missing")
    .refine((name) => name.length <= NAME_AT_MOST, "name-long"),
  /** The province itself, or one of its communes. */
  placeId: PlaceId,
  entry: Entry,
  ...limits,
});
export type ClientForm = z.infer<typeof ClientForm>;
