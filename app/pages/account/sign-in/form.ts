import {
  CARD_SIGN_IN_FAULTS,
  CardSignInForm,
  FACE_SIGN_IN_FAULTS,
  FaceSignInForm,
} from "#app/domain/identity/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const cardSignInForm = defineForm(
  CardSignInForm,
  CARD_SIGN_IN_FAULTS,
  { login: "login", pin: "pin" },
  { secrets: ["pin"] },
);

export const faceSignInForm = defineForm(
  FaceSignInForm,
  FACE_SIGN_IN_FAULTS,
  { face: "nguoi", pin: "pin" },
  { secrets: ["pin"] },
);
