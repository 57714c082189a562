import { RECORD_DAY_FAULTS, RecordDays } from "#app/domain/record-office/index.ts";
import { defineForm } from "#app/kit/form.ts";

/** The days of the filter; whatever else is asked for is chosen, or as if it were not there. */
export const daysForm = defineForm(RecordDays, RECORD_DAY_FAULTS, { from: "tu", to: "den" });
