export {
  attestorOffice,
  auditActor,
  communeOffice,
  officeText,
  provincialOffice,
  type Actor,
  type HeldOffice,
} from "./actor.ts";
export {
  CARD_ALPHABET,
  CARD_LENGTH,
  formatCardCode,
  isWeakPin,
  PIN_LENGTH,
  readLogin,
  readPin,
} from "./login.ts";
export { CONSENT_VERSION, RegistrationForm } from "./registration.ts";
