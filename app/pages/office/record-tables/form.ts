import { SHEET_FAULTS, SheetForm } from "#app/domain/exchange/index.ts";
import { defineForm } from "#app/kit/form.ts";

/** Names of the fields, in the form and in the address of the file. */
export const SHEET_FIELDS = {
  from: "tu",
  to: "den",
  activity: "khoa",
  verb: "dong-tu",
  kind: "dang",
} as const;

export const sheetForm = defineForm(SheetForm, SHEET_FAULTS, SHEET_FIELDS);
