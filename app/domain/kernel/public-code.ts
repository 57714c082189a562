import { z } from "zod";

import type { FaultOf } from "./faults.ts";
import { plainTyping } from "./text.ts";

/** Crockford's base 32: no I, L, O or U. */
export const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 80 bits. */
export const CODE_LENGTH = 16;

/** A public code as typed from paper, or null when it cannot be one. */
export function parsePublicCode(text: string): string | null {
  const code = plainTyping(text.slice(0, 100))
    .toUpperCase()
    .replaceAll(/[\s._-]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/gu, "1");
  return /^[0-9A-HJKMNP-TV-Z]{16}$/u.test(code) ? code : null;
}

/** A code as typed from paper. */
export const PublicCodeForm = z.object({
  code: z
    .string()
    .max(60, "unreadable")
    .transform((typed, context): string => {
      const code = parsePublicCode(typed);
      if (code !== null) return code;
      context.addIssue({ code: "custom", message: "unreadable" });
      return z.NEVER;
    }),
});

export const PUBLIC_CODE_FAULTS = { code: ["unreadable"] } as const;
export type PublicCodeFault = FaultOf<typeof PUBLIC_CODE_FAULTS>;

/** Groups of four, as paper shows it. */
export function formatPublicCode(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/gu, "$1-");
}
