import { z } from "zod";

import type { FaultOf } from "#app/domain/kernel/index.ts";

import { readCarried, readCodes } from "./carry.ts";
import type { Envelope } from "./envelope.ts";

/** What was brought, or why it cannot be read. `broken`: lines that are no envelope. */
export type Brought =
  | { readonly ok: true; readonly envelopes: readonly Envelope[]; readonly broken: number }
  | { readonly ok: false; readonly code: "empty" | "not-ours" | "too-much" }
  | { readonly ok: false; readonly code: "missing"; readonly missing: readonly number[] };

const ENVELOPES_AT_MOST = 1000;
const CODES_AT_MOST = 10_000;

/** Reads a carried file. */
export function readFile(text: string): Brought {
  if (text.trim() === "") return { ok: false, code: "empty" };
  const { envelopes, broken } = readCarried(text);
  if (envelopes.length === 0) return { ok: false, code: "not-ours" };
  if (envelopes.length > ENVELOPES_AT_MOST) return { ok: false, code: "too-much" };
  return { ok: true, envelopes, broken };
}

/** Reads the texts of QR codes, one a line, in any order. */
export function readPasted(text: string): Brought {
  const lines = text
    .split("\n", CODES_AT_MOST)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length === 0) return { ok: false, code: "empty" };
  const codes = readCodes(lines);
  switch (codes.state) {
    case "unreadable":
      return { ok: false, code: "not-ours" };
    case "missing":
      return { ok: false, code: "missing", missing: codes.missing };
    case "whole":
      return readFile(codes.text);
  }
}

/** Texts of codes as they are pasted; what is in them, `readPasted` says. */
export const PastedForm = z.object({ codes: z.string().max(900_000, "too-much") });

/** Why nothing was taken, of a file or of what was pasted. */
export const BROUGHT_FAULTS = {
  file: ["empty", "not-ours", "too-much", "wait"],
  codes: ["missing"],
} as const;
export type BroughtFault = FaultOf<typeof BROUGHT_FAULTS>;
