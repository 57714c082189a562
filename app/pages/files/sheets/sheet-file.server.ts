import { csvHead, csvText } from "#app/domain/documents/index.server.ts";
import { type SheetLayout, type Workbook, workbookOf } from "#app/domain/documents/index.ts";
import type { SheetKind } from "#app/domain/exchange/index.ts";

import { layoutOf, type RowOf, type SheetName } from "./sheets.ts";

const TYPES: Readonly<Record<SheetKind, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Draws a workbook whose rows are read when its turn comes. */
export type DrawWorkbook = (table: () => Promise<Workbook>) => Promise<Uint8Array>;

/** Rows as they are read, a page at a time. */
type Pages<Row> = AsyncGenerator<readonly Row[]>;

/** A sheet as a file to keep; `fileName` without its ending, in ASCII. */
export async function sheetFile<Name extends SheetName>(
  name: Name,
  kind: SheetKind,
  pages: Pages<RowOf<Name>>,
  { fileName, draw }: { readonly fileName: string; readonly draw: DrawWorkbook },
): Promise<Response> {
  const layout = layoutOf(name);
  const body =
    kind === "csv"
      ? csvStream(layout, pages)
      : new Uint8Array(await draw(() => workbookOf(layout, pages)));
  return new Response(body, {
    headers: {
      "content-type": TYPES[kind],
      "content-disposition": `attachment; filename="${fileName}.${kind}"`,
      "cache-control": "private, no-store",
    },
  });
}

function csvStream<Row>(layout: SheetLayout<Row>, pages: Pages<Row>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let begun = false;
  return new ReadableStream({
    async pull(controller) {
      if (!begun) {
        begun = true;
        controller.enqueue(encoder.encode(csvHead(layout)));
        return;
      }
      const page = await pages.next();
      if (page.done === true) controller.close();
      else controller.enqueue(encoder.encode(csvText(layout, page.value)));
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
}
