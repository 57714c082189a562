export {
  attestorOffice,
  auditActor,
  communeOffice,
  officeText,
  provincialOffice,
  type Actor,
  type HeldOffice,
} from "./actor.ts";
export { CHANGE_PIN_FAULTS, type ChangePinFault, ChangePinForm } from "./change-pin.ts";
export { Helper } from "./who-helps.ts";
export {
  type LearnerSettings,
  Picture,
  PICTURE_FAULTS,
  type PictureFault,
  PictureForm,
  pictureOf,
  PICTURES,
  SettingsChoice,
} from "./learner-settings.ts";
export {
  birthText,
  CORRECTION_FAULTS,
  type CorrectionFault,
  CorrectionForm,
  RESIDENCE_FAULTS,
  type ResidenceFault,
  ResidenceForm,
} from "./corrections.ts";
export {
  CARD_ALPHABET,
  CARD_LENGTH,
  formatCardCode,
  PIN_LENGTH,
  readLogin,
  readPhone,
  readPin,
} from "./login.ts";
export type {
  Birth,
  ListedPerson,
  Namesake,
  PeoplePage,
  PersonChange,
  PersonFile,
  PersonOffice,
  VillageLine,
} from "./people.ts";
export {
  ATTESTOR_FAULTS,
  type AttestorFault,
  AttestorForm,
  CONSENT_VERSION,
  LANGUAGES,
  PIN_RESET_FAULTS,
  type PinResetFault,
  PinResetForm,
  PROMOTER_FAULTS,
  type PromoterFault,
  PromoterForm,
  REGISTRATION_FAULTS,
  type RegistrationFault,
  RegistrationForm,
} from "./registration.ts";
export {
  CARD_SIGN_IN_FAULTS,
  CardSignInForm,
  FACE_SIGN_IN_FAULTS,
  FaceSignInForm,
  type SignInFault,
} from "./sign-in-form.ts";
export { isWeakPin } from "./weak-pin.ts";
