import { type Namesake, RegistrationForm } from "#app/domain/identity/index.ts";
import type { Words } from "#app/locales/index.ts";

/** The names of the fields by which somebody new is written down. */
export const PERSON_FIELDS = {
  consent: "dong-y",
  explainedBy: "nguoi-giai-thich",
  explainedIn: "tieng-giai-thich",
  guardianCard: "the-giam-ho",
  fullName: "ho-ten",
  villageId: "thon",
  birth: "ngay-sinh",
  sex: "gioi",
  language: "tieng",
  citizenGroup: "nhom",
  phone: "dien-thoai",
} as const;

export type PersonField = keyof typeof PERSON_FIELDS;
export type TypedPerson = Readonly<Record<PersonField, string>>;
export type PersonFault = keyof Words["people"]["form"]["faults"];

/** Somebody who was not written down, with what was typed. */
export interface RefusedPerson {
  readonly typed: TypedPerson;
  readonly faults: readonly PersonFault[];
  readonly namesakes: readonly Namesake[];
}

const TYPED_AT_MOST = 300;
const FIELDS: readonly PersonField[] = [
  "consent",
  "explainedBy",
  "explainedIn",
  "guardianCard",
  "fullName",
  "villageId",
  "birth",
  "sex",
  "language",
  "citizenGroup",
  "phone",
];

/** Every field as `textOf` gives it by its name; "" where nothing is. */
export function readTypedPerson(textOf: (name: string) => string): TypedPerson {
  const read = (field: PersonField) => textOf(PERSON_FIELDS[field]).slice(0, TYPED_AT_MOST);
  return {
    consent: read("consent"),
    explainedBy: read("explainedBy"),
    explainedIn: read("explainedIn"),
    guardianCard: read("guardianCard"),
    fullName: read("fullName"),
    villageId: read("villageId"),
    birth: read("birth"),
    sex: read("sex"),
    language: read("language"),
    citizenGroup: read("citizenGroup"),
    phone: read("phone"),
  };
}

/** The form as the domain takes it, or what is wrong in it, in the order of the page. */
export function readPersonForm(
  typed: TypedPerson,
  groups: readonly { readonly code: string }[],
):
  | { readonly form: RegistrationForm }
  | { readonly form: null; readonly faults: readonly PersonFault[] } {
  const read = RegistrationForm.safeParse(typed);
  const known = groups.some(({ code }) => code === typed.citizenGroup);
  if (read.success && known) return { form: read.data };
  const issues = read.error?.issues ?? [];
  const wrong = new Set(issues.map(({ path }) => path[0]));
  if (!known) wrong.add("citizenGroup");
  const landline = issues.some(({ message }) => message === "phone-landline");
  return {
    form: null,
    faults: FIELDS.filter((field) => wrong.has(field)).map((field) =>
      field === "phone" && landline ? "phone-landline" : field,
    ),
  };
}

const FIELD_OF_FAULT: Readonly<Record<PersonFault, PersonField>> = {
  consent: "consent",
  explainedBy: "explainedBy",
  explainedIn: "explainedIn",
  guardianCard: "guardianCard",
  "guardian-needed": "guardianCard",
  "guardian-unknown": "guardianCard",
  fullName: "fullName",
  villageId: "villageId",
  birth: "birth",
  "birth-in-future": "birth",
  sex: "sex",
  language: "language",
  citizenGroup: "citizenGroup",
  phone: "phone",
  "phone-landline": "phone",
};

/** The field that a fault is about. */
export function fieldOfFault(fault: PersonFault): PersonField {
  return FIELD_OF_FAULT[fault];
}
