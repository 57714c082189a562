export type { DecisionPaper, DecisionRow } from "./decision-paper.ts";
export type { PortfolioPaper } from "./portfolio-paper.ts";
export type { RecognitionCertificate } from "./recognition-certificate.ts";
export { qrSvg } from "./qr.ts";
