export { certificatePdf } from "./certificate-pdf.server.ts";
export { decisionListPdf } from "./decision-list-pdf.server.ts";
export { portfolioPdf } from "./portfolio-pdf.server.ts";
export { qrSvg } from "./qr.ts";
