import { z } from "zod";

import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import { Uuid } from "./data-types.ts";
import type { Position, StatementQuery } from "./statement-query.ts";

/** A search that goes on: everything that was asked, and where the page before ended. */
export interface Continued {
  readonly query: StatementQuery;
  readonly format: "ids" | "exact" | "canonical";
  readonly attachments: boolean;
  readonly limit: number;
  readonly after: Position;
}

const Instant = z.iso.datetime().transform((text) => new Date(text));
const Cursor = z.strictObject({
  a: z.string().optional(),
  ra: z.boolean().optional(),
  v: z.string().optional(),
  o: z.string().optional(),
  ro: z.boolean().optional(),
  r: Uuid.optional(),
  s: Instant.optional(),
  u: Instant.optional(),
  up: z.boolean().optional(),
  f: z.enum(["ids", "exact", "canonical"]),
  x: z.boolean(),
  n: z.int().min(1).max(10_000),
  at: z.tuple([Instant, z.string().regex(/^\d{1,18}$/u)]),
});

/** Letters for an address; whoever reads them back is asked for her rights again. */
export function writeCursor({ query, format, attachments, limit, after }: Continued): string {
  const cursor = {
    a: query.agent,
    ra: query.relatedAgents,
    v: query.verb,
    o: query.activity,
    ro: query.relatedActivities,
    r: query.registration,
    s: query.since,
    u: query.until,
    up: query.ascending,
    f: format,
    x: attachments,
    n: limit,
    at: [after.stored, String(after.sequence)],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(cursor));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

export function readCursor(text: string): Result<Continued, { readonly fault: string }> {
  const parsed = Cursor.safeParse(/^[\w-]{1,6000}$/u.test(text) ? unpacked(text) : null);
  if (!parsed.success) return refuse({ fault: "this is no continuation of a search" });
  const { a, ra, v, o, ro, r, s, u, up, f, x, n, at } = parsed.data;
  const asked = {
    agent: a,
    relatedAgents: ra,
    verb: v,
    activity: o,
    relatedActivities: ro,
    registration: r,
    since: s,
    until: u,
    ascending: up,
  };
  const [stored, sequence] = at;
  return accept({
    query: withoutUndefined(asked),
    format: f,
    attachments: x,
    limit: n,
    after: { stored, sequence: BigInt(sequence) },
  });
}

function unpacked(text: string): unknown {
  try {
    const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.codePointAt(0) ?? 0);
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

type Defined<Members> = { [Key in keyof Members]?: Exclude<Members[Key], undefined> };

/** The members that have a value. */
export function withoutUndefined<Members extends object>(members: Members): Defined<Members> {
  const kept = Object.entries(members).filter(([, value]) => value !== undefined);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same members, less those without a value
  return Object.fromEntries(kept) as Defined<Members>;
}
