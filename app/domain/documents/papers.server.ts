/** Every paper as PDF, by its name as work; what draws it is its own file. */
export const PAPERS = {
  attendanceSheetPdf: drawnBy(
    async () => (await import("./attendance-sheet-pdf.server.ts")).attendanceSheetPdf,
  ),
  certificatePdf: drawnBy(async () => (await import("./certificate-pdf.server.ts")).certificatePdf),
  courseCertificatePdf: drawnBy(
    async () => (await import("./course-certificate-pdf.server.ts")).courseCertificatePdf,
  ),
  decisionListPdf: drawnBy(
    async () => (await import("./decision-list-pdf.server.ts")).decisionListPdf,
  ),
  planPdf: drawnBy(async () => (await import("./plan-pdf.server.ts")).planPdf),
  portfolioPdf: drawnBy(async () => (await import("./portfolio-pdf.server.ts")).portfolioPdf),
} as const;

export type PaperName = keyof typeof PAPERS;
/** What a paper is drawn from. */
export type PaperData<Name extends PaperName> = Parameters<(typeof PAPERS)[Name]>[0];

type Draw<Data> = (data: Data) => Promise<Uint8Array>;

/** What draws papers takes 60 MB: it is loaded when the first one is asked for. */
function drawnBy<Data>(load: () => Promise<Draw<Data>>): Draw<Data> {
  return async (data) => (await load())(data);
}
