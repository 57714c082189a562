import { z } from "zod";

/**
 * The rows of a comma-separated text (RFC 4180, quoted fields allowed), parsed by a schema whose keys
 * are its columns in their order. Throws an error naming file and line for whatever does not fit.
 * @param file named in errors only
 */
export function readCsv<Shape extends z.ZodRawShape>(
  file: string,
  text: string,
  schema: z.ZodObject<Shape>,
): readonly z.output<z.ZodObject<Shape>>[] {
  const columns = Object.keys(schema.shape);
  const [head, ...rows] = recordsOf(file, text);
  if (head?.fields.join(",") !== columns.join(",")) {
    throw new Error(`${file}:1: the columns must be ${columns.join(",")}`);
  }
  return rows.map(({ line, fields }) => {
    if (fields.length !== columns.length) {
      throw new Error(`${file}:${line}: ${fields.length} fields, not ${columns.length}`);
    }
    const row = schema.safeParse(
      Object.fromEntries(columns.map((column, index) => [column, fields[index]])),
    );
    if (!row.success) throw new Error(`${file}:${line}: ${z.prettifyError(row.error)}`);
    return row.data;
  });
}

interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A field, quoted or bare, and what ends it. A lone quote or a quote inside a bare field fits none. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/uy;

function recordsOf(file: string, text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let line = 1;
  let begun = 1;
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length || fields.length > 0) {
    const match = FIELD.exec(text);
    if (match === null)
      throw new Error(`${file}:${line}: a quote or line end stands where none may`);
    const [, quoted, bare = "", end] = match;
    fields.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    line += match[0].split("\n").length - 1;
    if (end === ",") continue;
    records.push({ line: begun, fields });
    begun = line;
    fields = [];
  }
  return records;
}
