import type { Day } from "#app/domain/kernel/index.ts";

/** Somebody on the list of a class. */
export interface SheetRow {
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly villageName: string;
}

/** What the list of a class says that is signed at the door. Texts are printed as given, in NFC. */
export interface AttendanceSheetPaper {
  readonly communeName: string;
  readonly placeName: string;
  readonly topic: string;
  readonly courseTitle: string;
  readonly heldOn: Day;
  readonly minutes: number;
  readonly promoterName: string;
  readonly promoterOffice: string;
  readonly rows: readonly SheetRow[];
  /** Empty lines for whoever comes later. */
  readonly blankRows: number;
  /** True marks the paper as sample data without value. */
  readonly sample: boolean;
}
