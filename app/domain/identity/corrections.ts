import { z } from "zod";

import {
  cleanLine,
  type Day,
  type FaultOf,
  isName,
  parseDay,
  personName,
  PlaceId,
} from "#app/domain/kernel/index.ts";

import type { Birth } from "./people.ts";
import { readNationalId } from "./national-id.ts";
import { BirthText, LANGUAGES, PhoneText } from "./registration.ts";

const Line = (most: number) => z.string().transform(cleanLine).pipe(z.string().max(most));
/** Why something is changed, as it stands in the history of a person. */
const Reason = Line(200).refine((text) => text.length >= 3, "reason");

/** What an official writes to mend what was written down about somebody. */
export const CorrectionForm = z.object({
  fullName: z.string().transform(personName).pipe(z.string().max(100).refine(isName, "fullName")),
  birth: BirthText,
  sex: z.enum(["female", "male", "unstated"]),
  language: z.enum(LANGUAGES),
  citizenGroup: z.string().regex(/^[a-z0-9-]{1,40}$/u),
  phone: PhoneText,
  /** A new number of the citizen's card, or "": what is kept stays. */
  nationalId: Line(40).transform((text, context) => {
    const number = readNationalId(text);
    if (number !== null) return number;
    context.addIssue({ code: "custom", message: "nationalId" });
    return z.NEVER;
  }),
  /** The number that is kept is taken away. */
  withoutNationalId: z.string().transform((text) => text === "yes"),
  reason: Reason,
});
export type CorrectionForm = z.infer<typeof CorrectionForm>;

export const CORRECTION_FAULTS = {
  form: ["changed-meanwhile", "nothing-changed"],
  fullName: ["fullName", "namesake"],
  birth: ["birth", "birth-in-future", "child-without-guardian"],
  sex: ["sex"],
  language: ["language"],
  citizenGroup: ["citizenGroup"],
  phone: ["phone", "phone-landline"],
  nationalId: ["nationalId", "national-id-taken", "national-id-elsewhere"],
  withoutNationalId: ["withoutNationalId"],
  reason: ["reason"],
} as const;
export type CorrectionFault = FaultOf<typeof CORRECTION_FAULTS>;

const SinceDay = Line(40).transform((text, context): Day => {
  const day = parseDay(text);
  if (day !== null && day >= "1950-01-01") return day;
  context.addIssue({ code: "custom", message: "since" });
  return z.NEVER;
});

/** Where somebody lives from a day on, or that she does not live in the commune any more. */
export const ResidenceForm = z
  .object({
    how: z.enum(["village", "moved", "died", "returned"]),
    /** The village to which she moves or in which she is again; "" with the other two. */
    villageId: z.union([PlaceId, z.literal("")]),
    since: SinceDay,
    reason: Reason,
  })
  .refine(({ how, villageId }) => villageId !== "" || how === "moved" || how === "died", {
    path: ["villageId"],
    message: "villageId",
  });
export type ResidenceForm = z.infer<typeof ResidenceForm>;

export const RESIDENCE_FAULTS = {
  form: ["changed-meanwhile", "lives-here", "lives-elsewhere"],
  how: ["how", "oneself"],
  villageId: ["villageId", "same-village"],
  since: ["since", "since-in-future", "since-before-birth"],
  reason: ["reason"],
} as const;
export type ResidenceFault = FaultOf<typeof RESIDENCE_FAULTS>;

/** As it is typed in a form: "05/09/1988", "09/1988", "1988". */
export function birthText(birth: Birth): string {
  if (birth.precision === "unknown") return "";
  const [year = "", month = "", day = ""] = birth.day.split("-");
  const parts = { day: [day, month, year], month: [month, year], year: [year] };
  return parts[birth.precision].join("/");
}
