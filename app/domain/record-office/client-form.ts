import { z } from "zod";

import { cleanLine, type Day, type FaultOf, parseDay, PlaceId } from "#app/domain/kernel/index.ts";

import { XapiScope } from "#app/domain/xapi/index.ts";

const NAME_AT_MOST = 80;
const COMMUNE_AT_MOST = 60;
const CLIENT_ID_AT_MOST = 200;
const PER_MINUTE_AT_MOST = 60_000;

const Scopes = z
  .array(XapiScope)
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

const PerMinute = z
  .string()
  .max(10, "limit-unreadable")
  .transform((typed, context): number => {
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

export const CLIENT_LIMIT_FAULTS = {
  scopes: ["scopes-missing"],
  lastDay: ["expiry-unreadable", "expiry-past"],
  requestsPerMinute: ["limit-unreadable"],
} as const;

/** How a client shows who it is: by a secret of ours, or by tokens of the configured issuer. */
type Entry = { readonly kind: "secret" } | { readonly kind: "token"; readonly clientId: string };

const ENTRY_KINDS = ["secret", "token"] as const;

const Entry = z
  .object({
    kind: z.enum(ENTRY_KINDS, "entry-missing"),
    clientId: z.string().trim().max(CLIENT_ID_AT_MOST, "client-id-unreadable").default(""),
  })
  .transform(({ kind, clientId }, context): Entry => {
    if (kind === "secret") return { kind };
    // What names a client in a token or before the colon of Basic: printable, no blank, no colon.
    if (/^[!-9;-~]+$/u.test(clientId)) return { kind, clientId };
    context.addIssue({ code: "custom", message: "client-id-unreadable" });
    return z.NEVER;
  });

/** A client as the officer writes it down. */
export const ClientForm = z.object({
  name: z
    .string()
    .transform(cleanLine)
    .pipe(z.string().min(1, "name-missing").max(NAME_AT_MOST, "name-long")),
  /** The province itself, or one of its communes. */
  placeId: PlaceId,
  /** How the officer said which place it is: the whole province, or a commune by its name. */
  reach: z.enum(["province", "commune"], "place-missing"),
  commune: z.string().max(COMMUNE_AT_MOST, "commune-unknown").default(""),
  /** The id of one of several communes of that name. */
  communeChoice: z.string().default(""),
  entry: Entry,
  ...limits,
});
export type ClientForm = z.infer<typeof ClientForm>;

export const CLIENT_FAULTS = {
  name: ["name-missing", "name-long"],
  reach: ["place-missing"],
  commune: ["commune-missing", "commune-unknown"],
  communeChoice: ["commune-several"],
  "entry.kind": ["entry-missing"],
  "entry.clientId": ["client-id-unreadable", "key-taken"],
  ...CLIENT_LIMIT_FAULTS,
} as const;
export type ClientFault = FaultOf<typeof CLIENT_FAULTS>;
