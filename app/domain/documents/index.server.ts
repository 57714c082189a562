import type { attachedFile as Attached } from "./attached-file.server.ts";
import type { attendanceSheetPdf as AttendanceSheet } from "./attendance-sheet-pdf.server.ts";
import type { certificatePdf as Certificate } from "./certificate-pdf.server.ts";
import type { courseCertificatePdf as CourseCertificate } from "./course-certificate-pdf.server.ts";
import type { decisionListPdf as DecisionList } from "./decision-list-pdf.server.ts";
import type { planPdf as Plan } from "./plan-pdf.server.ts";
import type { portfolioPdf as Portfolio } from "./portfolio-pdf.server.ts";
import type { workbook as Workbook } from "./workbook.server.ts";

export { qrSvg } from "./qr.ts";

// What draws papers takes 60 MB: it is loaded when the first one is asked for.

export const attachedFile: typeof Attached = async (pdf, name) =>
  (await import("./attached-file.server.ts")).attachedFile(pdf, name);

export const attendanceSheetPdf: typeof AttendanceSheet = async (data) =>
  (await import("./attendance-sheet-pdf.server.ts")).attendanceSheetPdf(data);

export const certificatePdf: typeof Certificate = async (data) =>
  (await import("./certificate-pdf.server.ts")).certificatePdf(data);

export const courseCertificatePdf: typeof CourseCertificate = async (data) =>
  (await import("./course-certificate-pdf.server.ts")).courseCertificatePdf(data);

export const decisionListPdf: typeof DecisionList = async (data) =>
  (await import("./decision-list-pdf.server.ts")).decisionListPdf(data);

export const portfolioPdf: typeof Portfolio = async (data) =>
  (await import("./portfolio-pdf.server.ts")).portfolioPdf(data);

export const workbook: typeof Workbook = async (data) =>
  (await import("./workbook.server.ts")).workbook(data);

export const planPdf: typeof Plan = async (data) =>
  (await import("./plan-pdf.server.ts")).planPdf(data);
