import { type Day, type PlaceId, unaccented } from "#app/domain/kernel/index.ts";

import type { ColumnWriting } from "./column-text.ts";
import { Duplicates, type Twin } from "./duplicates.ts";
import type { Finding, RowFault, RowWarning } from "./findings.ts";
import { encodingOf } from "./guess-encoding.ts";
import type { Mapping, RosterField } from "./mapping.ts";
import { birthColumn } from "./read-birth.ts";
import { type PersonDraft, RowReader, type RowPlace, type SheetReading } from "./read-row.ts";
import { type RosterVillage, villageReader } from "./read-village.ts";
import { type KnownColumns, rowKind, type Skipped } from "./row-kind.ts";
import { type Cell, cellAddress, cellAt, cellText, type Sheet, type SheetRow } from "./sheet.ts";

export interface RosterContext {
  /** The commune's villages that stand today. */
  readonly villages: readonly RosterVillage[];
  readonly today: Day;
}

/** What one row of a sheet came to. Rows are numbered as in the file, from 1. */
export type ReadRow =
  | {
      readonly kind: "person";
      readonly row: number;
      readonly person: PersonDraft;
      readonly warnings: readonly Finding<RowWarning>[];
    }
  | {
      readonly kind: "faulty";
      readonly row: number;
      /** At least one. */
      readonly faults: readonly Finding<RowFault>[];
      readonly warnings: readonly Finding<RowWarning>[];
    }
  | {
      readonly kind: "skipped";
      readonly row: number;
      readonly why: Skipped;
      /** What stands first in it. */
      readonly read: string;
    };

/**
 * Reads what stands below the header, row by row: a person, or what is wrong and where. Nothing is
 * guessed silently: what is not sure is a fault or a warning.
 */
export function* readRows(
  sheet: Sheet,
  mapping: Mapping,
  { villages, today }: RosterContext,
  duplicates: Duplicates = new Duplicates(),
): Generator<ReadRow> {
  const below = sheet.rows.filter(({ number }) => number > (mapping.header?.to ?? 0));
  const reading = sheetReading(below, mapping, villages, today);
  const known = knownColumns(mapping, reading);
  let section: RowPlace["section"] = null;
  let householdCode: string | null = null;
  const villageId = villageOfSheet(sheet, mapping, reading);
  for (const row of below) {
    const shape = rowKind(row, known);
    if (shape.kind === "section") {
      section = { text: shape.text, cell: cellAddress(shape.column, row.number) };
      yield skipped(row, "section");
    } else if (shape.kind === "skipped") {
      yield skipped(row, shape.why);
    } else if (row.hidden && mapping.hiddenRows === "leave-out") {
      yield skipped(row, "hidden");
    } else {
      const reader = new RowReader(row, reading);
      if (shape.kind === "name-alone") reader.fault("name-alone", known.names[0] ?? 0);
      const person = reader.person({ section, householdCode, villageId });
      if (person !== null) householdCode = person.household?.code ?? null;
      yield settled(row, reader, person, duplicates, reading);
    }
  }
}

function skipped(row: SheetRow, why: Skipped): ReadRow {
  const first = row.cells.find(({ kind }) => kind !== "empty");
  return {
    kind: "skipped",
    row: row.number,
    why,
    read: first === undefined ? "" : cellText(first),
  };
}

function settled(
  { number: row }: SheetRow,
  reader: RowReader,
  person: PersonDraft | null,
  duplicates: Duplicates,
  reading: SheetReading,
): ReadRow {
  const { faults } = reader;
  if (person === null) return { kind: "faulty", row, faults, warnings: reader.warnings };
  const twin = duplicates.add(person, row);
  if (twin?.kind === "card-of-another") {
    const column = reading.columns.get("nationalId")?.[0] ?? 0;
    reader.fault("national-id-of-another-row", column, "", twin.row);
    return { kind: "faulty", row, faults, warnings: reader.warnings };
  }
  const warnings = [...reader.warnings, ...twinWarnings(twin, person, row, reading)];
  return { kind: "person", row, person, warnings };
}

function twinWarnings(
  twin: Exclude<Twin, { readonly kind: "card-of-another" }>,
  { fullName }: PersonDraft,
  row: number,
  { columns }: SheetReading,
): readonly Finding<RowWarning>[] {
  if (twin === null) return [];
  const column = (columns.get("fullName") ?? columns.get("givenName"))?.[0] ?? 0;
  const code = twin.kind === "same" ? "duplicate-row" : "maybe-duplicate-row";
  return [{ code, cell: cellAddress(column, row), read: fullName, meant: "", row: twin.row }];
}

function sheetReading(
  below: readonly SheetRow[],
  mapping: Mapping,
  villages: readonly RosterVillage[],
  today: Day,
): SheetReading {
  const columns = new Map<RosterField, readonly number[]>();
  for (const { field, column } of mapping.columns) {
    if (field !== null) columns.set(field, [...(columns.get(field) ?? []), column]);
  }
  const birthColumns = (["birth", "sexMale", "sexFemale"] as const).flatMap(
    (field) => columns.get(field) ?? [],
  );
  return {
    mapping,
    columns,
    writing: writingOf(below, mapping),
    birth: birthColumn(cellsOf(below, birthColumns), today),
    findVillage: villageReader(villages, mapping.villageAnswers),
  };
}

function* cellsOf(rows: readonly SheetRow[], columns: readonly number[]): Generator<Cell> {
  for (const row of rows) for (const column of columns) yield cellAt(row, column);
}

function writingOf(
  rows: readonly SheetRow[],
  { columns, encodingConfirmed: confirmed }: Mapping,
): ReadonlyMap<number, ColumnWriting> {
  return new Map(
    columns.map(({ column, encoding }) => {
      const mixed = encoding !== "unicode" && rows.some((row) => isUnicode(cellAt(row, column)));
      return [column, { encoding, confirmed, mixed }];
    }),
  );
}

function isUnicode(cell: Cell): boolean {
  return cell.kind === "text" && encodingOf(cell.text) === "unicode";
}

const NAMES = ["familyName", "middleName", "fullName", "givenName"] as const;
const PERSONAL = [
  "birth",
  "birthYear",
  "sex",
  "sexMale",
  "sexFemale",
  "nationalId",
  "phone",
] as const;

function knownColumns({ columns }: Mapping, reading: SheetReading): KnownColumns {
  const of = (fields: readonly RosterField[]) =>
    fields.flatMap((field) => reading.columns.get(field) ?? []);
  const titles = columns.filter(({ title }) => title !== "");
  return {
    names: of(NAMES),
    personal: of(PERSONAL),
    fields: columns.filter(({ field }) => field !== null).length,
    titles: new Map(titles.map(({ column, title }) => [column, unaccented(title)])),
    isVillage: (text) => reading.findVillage(text).ok,
  };
}

/** The sheet's name may be a village's ("Thôn Hoa Mận"); the caller's choice comes first. */
function villageOfSheet({ name }: Sheet, mapping: Mapping, reading: SheetReading): PlaceId | null {
  if (mapping.villageForAll !== null) return mapping.villageForAll;
  const found = reading.findVillage(name);
  return found.ok ? found.value : null;
}
