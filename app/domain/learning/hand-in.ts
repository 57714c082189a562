import { z } from "zod";

import { Helper } from "#app/domain/identity/index.ts";
import { Uuid } from "#app/domain/kernel/index.ts";

import { Answers } from "./acts.ts";

const Name = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
  .max(120);
const Version = z.string().regex(/^[0-9a-f]{64}$/u);

/** What somebody did on a phone without signal. */
export const HandInAct = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("opened"),
    courseId: Name,
    lessonId: Name,
    contentVersion: Version,
  }),
  z.strictObject({
    kind: z.literal("quiz"),
    courseId: Name,
    lessonId: Name,
    contentVersion: Version,
    /** Of the form: an assessed quiz's draw, or an id made on the phone. One token is one attempt. */
    token: Uuid,
    answers: Answers,
  }),
  z.strictObject({
    kind: z.literal("practised"),
    courseId: Name,
    lessonId: Name,
    contentVersion: Version,
    practiceId: Name,
  }),
]);
export type HandInAct = z.infer<typeof HandInAct>;

/** One act as a phone keeps it until the server has said that it has it. */
export const HandInItem = z.strictObject({
  /** Made on the phone; sent twice, it is one act. */
  id: Uuid,
  /** Counts up on a phone, so that acts stay in their order whatever its clock shows. */
  sequence: z.int().min(0),
  /** What the phone's clock showed, ISO 8601 with Z. */
  phoneTime: z.iso.datetime({ precision: 3 }),
  /** Server's clock minus the phone's at their last meeting before the act; null: not known. */
  offsetMs: z.int().nullable(),
  helper: Helper.nullable(),
  act: HandInAct,
});
export type HandInItem = z.infer<typeof HandInItem>;

/** How an act came: over the phone's own signal, another phone's, a file, or codes read off a screen. */
export const Carried = z.enum(["same-phone", "other-phone", "file", "qr"]);
export type Carried = z.infer<typeof Carried>;

/**
 * What became of an act. `recorded`: it is in her record. `same`: it was there before. `already-judged`:
 * that quiz was judged by other answers that came first. `set-aside`: it cannot be counted (the course
 * is not known here), and is kept.
 */
export interface HandInReceipt {
  readonly id: string;
  readonly outcome: "recorded" | "same" | "already-judged" | "set-aside";
  /** Of a quiz that was judged. */
  readonly attemptId: string | null;
}
