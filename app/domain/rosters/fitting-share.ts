import type { RosterField } from "./mapping.ts";
import { readSex } from "./read-sex.ts";
import { type Cell, cellText } from "./sheet.ts";

const SAMPLE = 300;

/** How many of the filled cells can be what a field wants: 0 to 1. An empty column fits. */
export function fittingShare(field: RosterField, cells: readonly Cell[]): number {
  // Not the numbers of the columns, "(3)".
  const sample = cells.slice(0, SAMPLE).filter((cell) => !/^\(\d+\)$/u.test(cellText(cell)));
  if (sample.length === 0) return 1;
  return sample.filter((cell) => canBe(field, cell)).length / sample.length;
}

type Form = (text: string, cell: Cell) => boolean;

const isNameLike: Form = (text) => /^[^\d]*\p{L}[^\d]*$/u.test(text);
const isShortNumber: Form = (text) => /^\d{1,2}$/u.test(text);
const isAnything: Form = () => true;
const BIRTH = /^(?:.*\D)?(?:19|20)\d{2}$|^\d{1,2}[/.-]\d{1,2}|^\d{5,8}$/u;

/** A first look at the form alone; the reading of rows judges. */
const FORMS = {
  fullName: isNameLike,
  familyName: isNameLike,
  middleName: isNameLike,
  givenName: isNameLike,
  householdHead: isAnything,
  birth: (text, cell) => cell.kind === "date" || BIRTH.test(text),
  birthDay: isShortNumber,
  birthMonth: isShortNumber,
  birthYear: (text) => /^(?:\d{2}|\d{4})$/u.test(text),
  sex: (text) => readSex(text) !== null,
  sexMale: isAnything,
  sexFemale: isAnything,
  nationalId: hasDigits(8, 12),
  phone: hasDigits(9, 12),
  village: isAnything,
  householdCode: isAnything,
  householdRelation: isAnything,
  note: isAnything,
} as const satisfies Readonly<Record<RosterField, Form>>;

function canBe(field: RosterField, cell: Cell): boolean {
  return FORMS[field](cellText(cell).trim(), cell);
}

function hasDigits(least: number, most: number): Form {
  return (text) => {
    const digits = text.replaceAll(/\D/gu, "").length;
    return digits >= least && digits <= most;
  };
}
