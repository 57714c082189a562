import { z } from "zod";

import type { FaultOf } from "#app/domain/kernel/index.ts";

import { PIN_TYPED_AT_MOST, readPin } from "./login.ts";
import { isWeakPin } from "./weak-pin.ts";

function typedPin(code: string) {
  return z
    .string()
    .max(PIN_TYPED_AT_MOST, code)
    .transform((typed, context): string => {
      const pin = readPin(typed);
      if (pin !== null) return pin;
      context.addIssue({ code: "custom", message: code });
      return z.NEVER;
    });
}

/** The PIN in use, and the new one twice. A form that is read holds a new PIN that may be taken. */
export const ChangePinForm = z
  .object({
    current: typedPin("pin-unreadable"),
    next: typedPin("next-unreadable"),
    again: z.string().min(1, "pins-differ").max(PIN_TYPED_AT_MOST, "pins-differ"),
  })
  .refine(({ next, again }) => next === readPin(again), { error: "pins-differ", path: ["again"] })
  .refine(({ next }) => !isWeakPin(next), { error: "pin-weak", path: ["next"] })
  .transform(({ current, next }) => ({ current, next }));
export type ChangePinForm = z.infer<typeof ChangePinForm>;

export const CHANGE_PIN_FAULTS = {
  current: ["pin-unreadable", "wrong", "wait"],
  next: ["next-unreadable", "pin-weak"],
  again: ["pins-differ"],
} as const;
export type ChangePinFault = FaultOf<typeof CHANGE_PIN_FAULTS>;
