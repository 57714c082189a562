import type { Words } from "../words.ts";

/** What is wrong in a field that several forms about a person have. */
export const fieldFaults = {
  fullName: "Enter the full name: two letters or more, at most 100 characters.",
  birth:
    "Write the birthday as day/month/year, month/year, or the year alone from 1900. For example: 05/09/1988, 09/1988 or 1988.",
  "birth-in-future": "This birthday has not come yet. Look at the year.",
  sex: "Choose woman, man or not stated.",
  language: "Choose the language at home.",
  citizenGroup: "Choose the group of citizens.",
  phone: "A phone number has 10 digits and begins with 0. Leave it empty if there is none.",
  "phone-landline": "This is a landline. Write a mobile number, or leave it empty.",
} as const;

const correction = {
  heading: (name) => `Correct: ${name}`,
  back: "To the file",
  intro:
    "Correct what was written down wrongly. Certificates and decisions keep the name of the day they were signed. Moving to another village, moving away or a death is written down on a page of its own.",
  nationalId: "National number (CCCD)",
  nationalIdHint: "It is kept encrypted and only its last 4 digits are shown.",
  nationalIdKept: (end) =>
    `A number ending in ${end} is kept. Leave empty to keep it; another number takes its place.`,
  without: "The number that is kept",
  withoutOption: "Remove it",
  reason: "Why it is corrected",
  reasonHint: "For example: an accent was wrong; by the birth certificate.",
  button: "Save",
  errorTitle: "Not saved yet. Correct the following:",
  namesakes: {
    title: "Somebody has the new name already",
    advice: "Open and look at each. If it is another person, press Save anyway.",
    button: "Save anyway, this is another person",
  },
  taken: "Open the file of whoever has this number",
  faults: {
    ...fieldFaults,
    "changed-meanwhile":
      "Somebody has just changed this file. Look at it, then go on. Nothing was lost.",
    "nothing-changed": "Nothing was changed.",
    namesake: "Somebody of this name is registered in the commune or ward.",
    "child-without-guardian":
      "By this birthday the person may be under 16, and no parent or guardian has agreed. Look at the year.",
    nationalId:
      "A national number has 12 digits (an old identity card: 9). Leave it empty if there is none.",
    "national-id-taken": "Another person of the commune or ward has this number.",
    "national-id-elsewhere":
      "A person of another commune or ward has this number. Look at it again. If this person has just moved here, tell the province so that the file is handed over.",
    withoutNationalId: "Tick the box to remove the number.",
    reason: "Say why, in 3 to 200 characters.",
  },
} satisfies Words["people"]["correction"];

const residence = {
  heading: (name) => `Residence: ${name}`,
  how: "What has happened",
  hows: {
    village: "Moved to another village of the commune or ward",
    moved: "Moved away from the commune or ward",
    died: "Died",
    returned: "Lives here again",
  },
  howHints: {
    village: "A file that the village has not reviewed goes to the new village.",
    moved: "Offices here end. Titles stay where they were given.",
    died: "Card and PIN stop working. Titles stay.",
    returned: "The old card works again.",
  },
  village: "New village or residential group",
  villageHint: "Only for moving to another village, or living here again.",
  since: "Since",
  reason: "Basis",
  reasonHint: "For example: the family said so; notice of moving; death certificate.",
  button: "Write down",
  errorTitle: "Not written down yet. Correct the following:",
  faults: {
    "changed-meanwhile":
      "Somebody has just changed this file. Look at it, then go on. Nothing was lost.",
    "lives-here": "This person lives in the commune or ward.",
    "lives-elsewhere":
      "This person has moved away or died. If she lives here again, write that down first.",
    how: "Choose what has happened.",
    oneself: "You cannot write down that you left. Ask another official.",
    villageId: "Choose a village or residential group of your commune or ward.",
    "same-village": "This person lives there already. Choose another village.",
    since: "Write day/month/year. For example: 05/11/2026.",
    "since-in-future": "That day has not come yet.",
    "since-before-birth": "That day is before the birthday.",
    reason: "Say on what basis, in 3 to 200 characters.",
  },
} satisfies Words["people"]["residence"];

const changes = {
  heading: "History of changes",
  caption: "Changes, the newest first",
  at: "Written down",
  what: "What",
  before: "Before",
  after: "After",
  reason: "Why",
  by: "By",
  kinds: {
    corrected: "Corrected",
    village: "Another village",
    moved: "Moved away",
    died: "Died",
    returned: "Lives here again",
  },
  since: (kind, day) => `${kind}, since ${day}`,
  fields: {
    fullName: "Full name",
    birth: "Birthday",
    sex: "Woman or man",
    language: "Language at home",
    citizenGroup: "Group of citizens",
    phone: "Phone number",
    nationalIdEnd: "National number, last 4",
    village: "Village",
  },
  line: (field, text) => `${field}: ${text}`,
  nothing: "empty",
} satisfies Words["people"]["changes"];

export const personRecord = { correction, residence, changes };
