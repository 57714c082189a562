import type { Birth } from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";

import { columnText, type ColumnWriting } from "./column-text.ts";
import type { Finding, Reading, RowFault, RowWarning } from "./findings.ts";
import type { Mapping, RosterField } from "./mapping.ts";
import { type BirthColumn, fromParts, readBirth } from "./read-birth.ts";
import { readName } from "./read-name.ts";
import { differsFromId, readNationalId } from "./read-national-id.ts";
import { readPhoneCell } from "./read-phone-cell.ts";
import { isNoTick, isTick, readSex } from "./read-sex.ts";
import type { VillageReader } from "./read-village.ts";
import { type Cell, cellAddress, cellAt, cellText, type SheetRow } from "./sheet.ts";

/** Somebody as a row of a roster says her; nothing is written down yet. */
export interface PersonDraft {
  readonly fullName: string;
  readonly birth: Birth;
  readonly sex: "female" | "male" | "unstated";
  /** 12 digits, or the 9 of an old card. */
  readonly nationalId: string | null;
  /** 10 digits. */
  readonly phone: string | null;
  readonly villageId: PlaceId;
  readonly household: DraftHousehold | null;
  readonly note: string;
}

export interface DraftHousehold {
  /** As the roster counts its households; null when it does not. */
  readonly code: string | null;
  /** The head's name as it is written in the row; null when it says none. */
  readonly headName: string | null;
  /** "Con", "Vợ"… in the roster's own words; "" when none. */
  readonly relation: string;
  /** The row is the head's own, as far as it says so. */
  readonly isHead: boolean;
}

/** What the rows above a row say about it. */
export interface RowPlace {
  /** Where a heading above named a village. */
  readonly section: { readonly text: string; readonly cell: string } | null;
  readonly householdCode: string | null;
  /** By the sheet's name or the caller's choice. */
  readonly villageId: PlaceId | null;
}

export interface SheetReading {
  readonly mapping: Mapping;
  readonly columns: ReadonlyMap<RosterField, readonly number[]>;
  readonly writing: ReadonlyMap<number, ColumnWriting>;
  readonly birth: BirthColumn;
  readonly findVillage: VillageReader;
}

/** Reads one row; collects what is wrong and what should be looked at on the way. */
export class RowReader {
  readonly faults: Finding<RowFault>[] = [];
  readonly warnings: Finding<RowWarning>[] = [];
  readonly #row: SheetRow;
  readonly #sheet: SheetReading;

  constructor(row: SheetRow, sheet: SheetReading) {
    this.#row = row;
    this.#sheet = sheet;
  }

  person(place: RowPlace): PersonDraft | null {
    const fullName = this.#name();
    const { sex, birth: birthOfSex } = this.#sex();
    const birth = birthOfSex ?? this.#birth();
    const nationalId = this.#nationalId();
    const phone = this.#take("phone", readPhoneCell) ?? null;
    const villageId = this.#village(place);
    const household = this.#household(place.householdCode);
    const note = this.#note();
    if (this.#row.hidden) this.#warn("hidden-row", 0, "");
    if (fullName === null || birth === null || villageId === null || this.faults.length > 0) {
      return null;
    }
    const differs = nationalId === null ? "" : differsFromId(nationalId, birth, sex);
    if (differs !== "") this.#warn("national-id-differs", this.#column("nationalId") ?? 0, differs);
    return { fullName, birth, sex, nationalId, phone, villageId, household, note };
  }

  /** The columns of a field. */
  #columns(field: RosterField): readonly number[] {
    return this.#sheet.columns.get(field) ?? [];
  }

  #column(field: RosterField): number | undefined {
    return this.#columns(field)[0];
  }

  #cell(column: number): Cell {
    return cellAt(this.#row, column);
  }

  fault(code: RowFault, column: number, meant = "", row: number | null = null): void {
    this.faults.push({ code, ...this.#at(column), meant, row });
  }

  #warn(code: RowWarning, column: number, meant: string): void {
    this.warnings.push({ code, ...this.#at(column), meant, row: null });
  }

  #at(column: number): { readonly cell: string; readonly read: string } {
    const cell = cellAddress(column, this.#row.number);
    return { cell, read: cellText(this.#cell(column)) };
  }

  #settle<Value>(reading: Reading<Value>, column: number): Value | null {
    if (!reading.ok) {
      this.fault(reading.fault, column, reading.meant);
      return null;
    }
    for (const { code, meant } of reading.warnings) this.#warn(code, column, meant);
    return reading.value;
  }

  /** Undefined when the sheet has no such column. */
  #take<Value>(field: RosterField, read: (cell: Cell) => Reading<Value>): Value | null | undefined {
    const column = this.#column(field);
    return column === undefined ? undefined : this.#settle(read(this.#cell(column)), column);
  }

  /** Null when it cannot be trusted; "" when the sheet has no such column. */
  #text(field: RosterField): string | null {
    const column = this.#column(field);
    if (column === undefined) return "";
    const writing = this.#sheet.writing.get(column);
    const cell = this.#cell(column);
    if (cell.kind === "empty" || writing === undefined) return "";
    if (cell.formula) this.#warn("formula", column, cellText(cell));
    return this.#settle(columnText(cell, writing), column);
  }

  #name(): string | null {
    const fields = ["familyName", "middleName", "fullName", "givenName"] as const;
    const parts = fields.map((field) => this.#text(field));
    const column = this.#column("fullName") ?? this.#column("givenName") ?? 0;
    const known = parts.filter((part) => part !== null);
    if (known.length < parts.length) return null;
    const raw = fields
      .map((field) => this.#column(field))
      .map((at) => (at === undefined ? "" : cellText(this.#cell(at))))
      .join(" ");
    return this.#settle(
      readName(
        known.filter((part) => part !== ""),
        raw,
      ),
      column,
    );
  }

  #birth(): Birth | null {
    const year = this.#column("birthYear");
    if (year !== undefined) return this.#birthOfParts(year);
    const birth = this.#take("birth", (cell) => readBirth(cell, this.#sheet.birth));
    return birth === undefined ? { precision: "unknown" } : birth;
  }

  #birthOfParts(yearColumn: number): Birth | null {
    const yearCell = this.#cell(yearColumn);
    const [day = "", month = ""] = (["birthDay", "birthMonth"] as const).map((field) => {
      const column = this.#column(field);
      return column === undefined ? "" : cellText(this.#cell(column));
    });
    // All of it in the year's column, as when somebody typed it there.
    const isWhole = day === "" && month === "" && !/^\d{0,4}$/u.test(cellText(yearCell));
    const reading = isWhole
      ? readBirth(yearCell, this.#sheet.birth)
      : fromParts(day, month, cellText(yearCell), this.#sheet.birth, false);
    return this.#settle(reading, yearColumn);
  }

  /** One column in words, or one for men and one for women: a tick, or the birth day under it. */
  #sex(): { readonly sex: PersonDraft["sex"]; readonly birth: Birth | null } {
    const column = this.#column("sex");
    if (column !== undefined) return { sex: this.#sexInWords(column), birth: null };
    const sides = (["sexMale", "sexFemale"] as const).flatMap((field) => {
      const at = this.#column(field);
      if (at === undefined || isNoTick(cellText(this.#cell(at)))) return [];
      return [{ at, sex: field === "sexMale" ? ("male" as const) : ("female" as const) }];
    });
    const [side] = sides;
    if (side === undefined) return { sex: "unstated", birth: null };
    if (sides.length > 1) {
      this.fault("sex-both", side.at);
      return { sex: "unstated", birth: null };
    }
    const text = cellText(this.#cell(side.at));
    if (isTick(text) || readSex(text) === side.sex) return { sex: side.sex, birth: null };
    if (!/\d{2}/u.test(text)) {
      this.fault("sex-unreadable", side.at);
      return { sex: side.sex, birth: null };
    }
    const birth = this.#settle(readBirth(this.#cell(side.at), this.#sheet.birth), side.at);
    return { sex: side.sex, birth };
  }

  #sexInWords(column: number): PersonDraft["sex"] {
    const text = this.#text("sex");
    if (text === null || isNoTick(text)) return "unstated";
    const sex = readSex(text);
    if (sex !== null) return sex;
    this.fault("sex-unreadable", column);
    return "unstated";
  }

  /** Of two columns, the number of 12 digits. */
  #nationalId(): string | null {
    const columns = this.#columns("nationalId");
    const filled = columns.filter((column) => cellText(this.#cell(column)).trim() !== "");
    const readings = filled.map((column) => ({
      column,
      reading: readNationalId(this.#cell(column)),
    }));
    const best =
      readings.find(({ reading }) => reading.ok && reading.value?.length === 12) ?? readings[0];
    return best === undefined ? null : this.#settle(best.reading, best.column);
  }

  #village({ section, villageId }: RowPlace): PlaceId | null {
    const column = this.#column("village");
    const text = this.#text("village");
    if (text === null) return null;
    const { findVillage } = this.#sheet;
    if (column !== undefined && text !== "") return this.#settle(findVillage(text), column);
    if (section !== null) {
      const reading = findVillage(section.text);
      if (reading.ok) return reading.value;
      const { fault: code, meant } = reading;
      this.faults.push({ code, cell: section.cell, read: section.text, meant, row: null });
      return null;
    }
    if (villageId === null) this.fault("village-missing", column ?? 0);
    return villageId;
  }

  #household(above: string | null): DraftHousehold | null {
    const own = this.#text("householdCode");
    const relation = this.#text("householdRelation");
    const head = this.#text("householdHead");
    if (own === null || relation === null || head === null) return null;
    const isHead = HEAD.test(relation) || isTick(head);
    const isCarried = own === "" && relation !== "" && !isHead && above !== null;
    if (isCarried) this.#warn("household-carried", this.#column("householdCode") ?? 0, above);
    return householdOf(isCarried ? above : own, head, relation, isHead);
  }

  #note(): string {
    const text = this.#text("note");
    if (text === null || text.length <= NOTE_CHARACTERS_AT_MOST) return text ?? "";
    this.#warn("note-cut", this.#column("note") ?? 0, "");
    return text.slice(0, NOTE_CHARACTERS_AT_MOST);
  }
}

const NOTE_CHARACTERS_AT_MOST = 300;
const HEAD = /^(?:chủ hộ|chu ho|ch|bản thân chủ hộ)$/iu;

function householdOf(
  code: string,
  head: string,
  relation: string,
  isHead: boolean,
): DraftHousehold | null {
  const headName = isTick(head) || isNoTick(head) ? null : head;
  if (code === "" && headName === null && relation === "" && !isHead) return null;
  return { code: code === "" ? null : code, headName, relation, isHead };
}
