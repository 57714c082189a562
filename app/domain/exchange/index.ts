export { CHOSEN_LETTERS_FAULTS, ChosenLetters, type ChosenLettersFault } from "./chosen-letters.ts";
export { faultOf, type Fault, type FaultCode } from "./fault.ts";
export { type Filters, PERSONS_SENT, type PersonsSent } from "./filters.ts";
export {
  FORWARD_FAULTS,
  type ForwardFault,
  ForwardForm,
  type DeadLetter,
  type ForwardState,
  type ForwardView,
  type Start,
} from "./forward.ts";
export {
  addressFault,
  bareHost,
  mayConnect,
  type AddressFault,
  type AddressPolicy,
} from "./remote-address.ts";
export {
  REMOTE_VERSIONS,
  type Delivery,
  type Outgoing,
  type OutgoingFile,
  type RemoteAddress,
  type RemoteCopy,
  type RemoteStore,
  type RemoteVersion,
} from "./remote-store.ts";
export { readLines } from "./json-lines.ts";
export {
  SHEET_FAULTS,
  SHEET_KINDS,
  SHEET_ROWS,
  type SheetFault,
  SheetForm,
  type SheetKind,
} from "./sheet.ts";
export type { SheetOutcome, SheetRow, SheetScore } from "./sheet-row.ts";
