export type { CertificateDesk } from "./access.ts";
export type { Achievement, IssuerProfile } from "./achievement.ts";
export { issuerOf } from "./achievement.ts";
export { BADGE_FAULTS, BADGE_LETTERS_AT_MOST, type BadgeFault, BadgeForm } from "./badge-form.ts";
export { checkUrl, keyIdOf, keyIri } from "./addresses.ts";
export {
  type CertificateCheck,
  type CertificateLine,
  type CertificatePage,
  type CertificateRevocation,
  type CourseCertificate,
  type OwnCertificate,
  percentOf,
  type ShownCertificate,
} from "./certificate.ts";
export { OB_CONTEXT, VC_CONTEXT } from "./credential.ts";
export type { BadgeKeys, CertificateDeps } from "./deps.ts";
export {
  CERTIFICATE_FAULTS,
  type CertificateFault,
  CertificateRevocationForm,
} from "./revocation-form.ts";
export {
  type BadgeFacts,
  type CredentialCheck,
  isNameOf,
  KeySet,
  readPayload,
  type StatusCheck,
  verifyCredential,
} from "./verify-credential.ts";
