export {
  CARRIED_FILE_NAME,
  carriedText,
  codesOf,
  readCarried,
  readCodes,
  type ReadCodes,
} from "./carry.ts";
export { CourseNews } from "./course-news.ts";
export { type CoursePack, isCoursePack, type PackedFile, packOf } from "./course-pack.ts";
export type { HandInOf, PhonesDeps } from "./deps.ts";
export {
  type Envelope,
  ENVELOPES_AT_MOST,
  EnvelopeReceipt,
  isAcknowledged,
  Posted,
  Received,
  type SealedContent,
  SealKey,
} from "./envelope.ts";
export { OUR_MARK } from "./our-mark.ts";
export { OwnProfile } from "./own-profile.ts";
export {
  type Brought,
  BROUGHT_FAULTS,
  type BroughtFault,
  PastedForm,
  readFile,
  readPasted,
} from "./read-brought.ts";
export { seal } from "./seal.ts";
