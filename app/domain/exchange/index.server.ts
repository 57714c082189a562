export { addForward, type AddForwardRefusal } from "./add-forward.server.ts";
export type { ChangeForwardRefusal } from "./change-forward.server.ts";
export type { ExchangeDeps, OutboundHttp } from "./deps.ts";
export { forwardStep, type StepOutcome } from "./forward-step.server.ts";
export { listForwards, type ListForwardsRefusal } from "./list-forwards.server.ts";
export { pauseForward } from "./pause-forward.server.ts";
export { readForward, type ForwardFile } from "./read-forward.server.ts";
export { removeForward } from "./remove-forward.server.ts";
export { resumeForward } from "./resume-forward.server.ts";
export { settleDeadLetters } from "./settle-dead-letters.server.ts";
export { exportStatements, type ExportedPage } from "./export-statements.server.ts";
export {
  importStatements,
  type ImportReport,
  type ImportStatementsRefusal,
} from "./import-statements.server.ts";
export {
  countSheet,
  takeSheet,
  type SheetPages,
  type TakeSheetRefusal,
} from "./take-sheet.server.ts";
