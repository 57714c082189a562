export type { AttendanceSheetPaper } from "./attendance-sheet.ts";
export type { DecisionPaper, DecisionRow } from "./decision-paper.ts";
export type { PortfolioPaper } from "./portfolio-paper.ts";
export type { RecognitionCertificate } from "./recognition-certificate.ts";
