import { stringify } from "csv-stringify/sync";

import type { Workbook } from "#app/domain/documents/index.ts";
import type { SheetKind, SheetRow, SheetScore } from "#app/domain/exchange/index.ts";
import type { SheetPages } from "#app/domain/exchange/index.server.ts";
import { cleanLine, formatInstant, formatNumber } from "#app/domain/kernel/index.ts";
import { vi } from "#app/locales/index.ts";

const TYPES: Readonly<Record<SheetKind, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Draws a workbook whose rows are read when its turn comes. */
export type DrawWorkbook = (table: () => Promise<Workbook>) => Promise<Uint8Array>;

/** A table as a file to keep; `name` without its ending, in ASCII. */
export async function sheetResponse(
  kind: SheetKind,
  pages: SheetPages,
  name: string,
  draw: DrawWorkbook,
): Promise<Response> {
  const body =
    kind === "csv" ? csvStream(pages) : new Uint8Array(await draw(() => workbookOf(pages)));
  return new Response(body, {
    headers: {
      "content-type": TYPES[kind],
      "content-disposition": `attachment; filename="${name}.${kind}"`,
      "cache-control": "private, no-store",
    },
  });
}

const words = vi.exchange.sheet;

/**
 * Excel opens a CSV by the list separator of Windows. Where the decimal sign is a comma, as in Vietnam,
 * that is a semicolon, whatever is set: Excel never takes the decimal sign for it. The mark at the
 * front makes it read UTF-8.
 */
const CSV = { delimiter: ";", record_delimiter: "windows" } as const;
const BYTE_ORDER_MARK = "\uFEFF";

function csvStream(pages: SheetPages): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let begun = false;
  return new ReadableStream({
    async pull(controller) {
      if (!begun) {
        begun = true;
        const head = BYTE_ORDER_MARK + stringify([[...words.columns]], CSV);
        controller.enqueue(encoder.encode(head));
        return;
      }
      const page = await pages.next();
      if (page.done === true) controller.close();
      else controller.enqueue(encoder.encode(csvText(page.value)));
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
}

/** Rows of a CSV; what a spreadsheet would take for a formula begins with an apostrophe. */
export function csvText(rows: readonly SheetRow[]): string {
  const records = rows.map((row) => [
    // Without the comma, Excel takes it for a time.
    formatInstant(row.at).replace(",", ""),
    ...textCells(row).map((text) => noFormula(text)),
    // Numbers of ours: a minus in front is no formula.
    scoreText(row.score),
    noFormula(cleanLine(row.authority)),
  ]);
  return stringify(records, CSV);
}

function noFormula(text: string): string {
  return /^[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
}

function textCells(row: SheetRow): readonly string[] {
  return [
    row.communeName,
    row.villageName,
    row.personName,
    row.verb,
    row.object,
    words.outcome(row.outcome, row.response),
    // One line: not every reader of tables knows line breaks in a cell, a workbook has no control characters,
    // and blanks in front would hide the sign of a formula.
  ].map((text) => cleanLine(text));
}

function scoreText(score: SheetScore | null): string {
  if (score === null) return "";
  if (score.kind === "scaled") return `${formatNumber(score.scaled * 100)}%`;
  const { raw, max } = score;
  // Not "8/10": Excel would make the eighth of October of it.
  return max === null ? formatNumber(raw) : words.scoreOf(formatNumber(raw), formatNumber(max));
}

const WIDTHS = [18, 20, 20, 26, 14, 50, 24, 10, 20];

async function workbookOf(pages: SheetPages): Promise<Workbook> {
  const rows: Workbook["rows"][number][] = [];
  for await (const page of pages) {
    rows.push(
      ...page.map((row) => [
        row.at,
        ...textCells(row),
        scoreText(row.score),
        cleanLine(row.authority),
      ]),
    );
  }
  return {
    tab: words.tab,
    columns: words.columns.map((title, at) => ({ title, width: WIDTHS[at] ?? 20 })),
    rows,
  };
}
