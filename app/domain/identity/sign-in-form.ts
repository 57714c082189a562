import { z } from "zod";

import { cleanLine, type FaultOf, Uuid } from "#app/domain/kernel/index.ts";

import { PIN_TYPED_AT_MOST } from "./login.ts";

/** As typed: `signIn` says what it is. */
const TypedPin = z.string().min(1, "pin-unreadable").max(PIN_TYPED_AT_MOST, "pin-unreadable");

/** Card code or phone number, and PIN. */
export const CardSignInForm = z.object({
  login: z
    .string()
    .transform(cleanLine)
    .pipe(z.string().min(1, "login-unreadable").max(60, "login-unreadable")),
  pin: TypedPin,
});

export const CARD_SIGN_IN_FAULTS = {
  login: ["login-unreadable", "wrong", "card-needed", "wait"],
  pin: ["pin-unreadable"],
} as const;

/** An account that was tapped on a phone that knows it, and PIN. */
export const FaceSignInForm = z.object({ face: Uuid, pin: TypedPin });

export const FACE_SIGN_IN_FAULTS = {
  face: ["login-unreadable", "card-needed"],
  pin: ["pin-unreadable", "wrong", "wait"],
} as const;

export type SignInFault = FaultOf<typeof CARD_SIGN_IN_FAULTS>;
