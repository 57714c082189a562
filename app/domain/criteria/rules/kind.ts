import { z } from "zod";

import type { AttestationLevel } from "../attestation-level.ts";
import type { PortfolioFacts } from "../facts.ts";

/** What a rule has to say of somebody. */
export interface Finding {
  /** Null when the rule found nothing. */
  readonly points: number | null;
  readonly reason: string | null;
  readonly next: string | null;
  /** Points that the next step would give. */
  readonly nextPoints: number;
}

/** For whom and for what a rule is asked. */
export interface Asked {
  /** Code of the indicator. */
  readonly code: string;
  readonly attestationScale: readonly AttestationLevel[];
  readonly facts: PortfolioFacts;
}

/** How one kind of fact speaks for an indicator: how it is written in `content/criteria`, and what it finds. */
export interface RuleKind<Rule> {
  readonly schema: z.ZodType<Rule>;
  find(rule: Rule, asked: Asked): Finding;
}

/** A sentence with `{placeholders}`, of which only the listed ones have a meaning. */
export function template(allowed: readonly string[]) {
  return z
    .string()
    .min(10)
    .max(300)
    .refine(
      (text) => [...text.matchAll(/\{(\w*)\}/gu)].every(([, name = ""]) => allowed.includes(name)),
      `only these placeholders: ${allowed.join(", ")}`,
    );
}

export function fill(sentence: string, words: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => words[name] ?? whole);
}
