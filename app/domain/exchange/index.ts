export { faultOf, type Fault, type FaultCode } from "./fault.ts";
export type { Filters } from "./filters.ts";
export {
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
export { SHEET_KINDS, SHEET_ROWS, SheetForm, type SheetKind } from "./sheet.ts";
export type { SheetOutcome, SheetRow, SheetScore } from "./sheet-row.ts";
