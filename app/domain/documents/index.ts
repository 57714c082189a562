export { BADGE_FILE, type CourseCertificatePaper } from "./course-certificate.ts";
export type { AttendanceSheetPaper } from "./attendance-sheet.ts";
export type { DecisionPaper, DecisionRow } from "./decision-paper.ts";
export type { PortfolioPaper } from "./portfolio-paper.ts";
export type { RecognitionCertificate } from "./recognition-certificate.ts";
export type { PlanPaper } from "./plan-paper.ts";
export { qrSvg } from "./qr.ts";
export type { SheetColumn, SheetLayout } from "./sheet.ts";
export { type Workbook, workbookOf } from "./workbook.ts";
