/** A table as a workbook shows it. */
export interface Workbook {
  /** Of the sheet. */
  readonly tab: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly WorkbookCell[])[];
}

/** A text stays one, and never becomes a formula; a moment is shown as a day and a time in Vietnam. */
export type WorkbookCell = string | Date;
