import type { attachedFile as Attached } from "./attached-file.server.ts";
import type { workbook as Workbook } from "./workbook.server.ts";

export { csvHead, csvText } from "./csv.server.ts";
export { type PaperData, type PaperName, PAPERS } from "./papers.server.ts";
export { qrSvg } from "./qr.ts";

// What reads and writes files takes much memory: it is loaded when the first one is asked for.

export const attachedFile: typeof Attached = async (pdf, name) =>
  (await import("./attached-file.server.ts")).attachedFile(pdf, name);

export const workbook: typeof Workbook = async (data) =>
  (await import("./workbook.server.ts")).workbook(data);
