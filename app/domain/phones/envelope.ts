import { z } from "zod";

import { Uuid } from "#app/domain/kernel/index.ts";
import { HandInItem, type HandInReceipt } from "#app/domain/learning/index.ts";

/** No answer sheet of ours comes near. */
const SEALED_LENGTH_AT_MOST = 96 * 1024;

/** One act of somebody, sealed to the server: its id is for receipts, the rest nobody else can read. */
export const Envelope = z.strictObject({
  id: Uuid,
  /** JWE, compact: ECDH-ES on P-256, A256GCM. */
  sealed: z
    .string()
    .max(SEALED_LENGTH_AT_MOST)
    .regex(/^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/u),
});
export type Envelope = z.infer<typeof Envelope>;

export const ENVELOPES_AT_MOST = 50;

/** What a phone posts: what its own learners did, or what it carries for another phone. */
export const Posted = z.strictObject({
  carried: z.enum(["same-phone", "other-phone"]),
  envelopes: z.array(Envelope).max(ENVELOPES_AT_MOST),
});

/** What lies inside of the seal. */
export const SealedContent = z.strictObject({
  /** The phone's name for its learner, made once for a phone and an account. */
  token: z.string().min(20).max(100),
  item: HandInItem,
});
export type SealedContent = z.infer<typeof SealedContent>;

/** The server's key that phones seal to, as a JWK. */
export const SealKey = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string(),
  y: z.string(),
  /** Names the key in each envelope, so that keys may change. */
  kid: z.string(),
});
export type SealKey = z.infer<typeof SealKey>;

/**
 * What became of an envelope. `closed`: her account is no longer there, so nobody can count it.
 * `unreadable`: not sealed to a key of this server, or by a phone that it does not know. `later`: a fault
 * of the server's. The last two are no receipt: the phone keeps what it sent.
 */
export const EnvelopeReceipt = z.object({
  id: z.string(),
  outcome: z.enum([
    "recorded",
    "same",
    "already-judged",
    "set-aside",
    "closed",
    "unreadable",
    "later",
  ]),
});
export interface EnvelopeReceipt {
  readonly id: string;
  readonly outcome: HandInReceipt["outcome"] | "closed" | "unreadable" | "later";
}

/** The server's answer to a post of envelopes. */
export const Received = z.object({
  receipts: z.array(EnvelopeReceipt),
  /** The server's clock, ISO 8601. */
  now: z.iso.datetime({ precision: 3 }),
});
export type Received = z.infer<typeof Received>;

/** Whether the server has what was in the envelope, or has said that nobody wants it. */
export function isAcknowledged(outcome: EnvelopeReceipt["outcome"]): boolean {
  return outcome !== "unreadable" && outcome !== "later";
}
