import { formatInstant, formatNumber } from "#app/domain/kernel/index.ts";

import type { Words } from "../words.ts";

import { counted } from "./counted.ts";

const faults: Readonly<Record<Parameters<Words["exchange"]["forwards"]["fault"]>[0], string>> = {
  refused: "The other store does not accept what the record says.",
  conflict: "The other store has a different record with the same id.",
  "conflict-unread":
    "The other store says that it has this id but does not let us read it to compare. The account there needs the right to read.",
  "too-large": "The record is larger than the other store takes.",
  unauthorised:
    "The other store does not accept this account or password, or the account may not write.",
  "not-found": "There is no xAPI record store at this address.",
  busy: "The other store is overloaded and asks us to send more slowly.",
  broken: "The other store is in trouble.",
  unexpected: "The other store does not answer as xAPI asks.",
  unreachable: "The other store cannot be reached.",
  timeout: "The other store did not answer in time.",
  redirect: "This address leads to another one. Enter the last address itself.",
  address:
    "The address leads into an internal network that the server's administrator has not allowed.",
  version: "The other store does not use the chosen version of xAPI.",
  secret:
    "The stored password cannot be opened because the server's key has changed. Remove this entry and make it again.",
  erased: "The record was erased by law.",
};

const units = [
  [24 * 60 * 60, "day"],
  [60 * 60, "hour"],
  [60, "minute"],
  [1, "second"],
] as const;

function durationText(seconds: number): string {
  const [size, unit] = units.find(([each]) => seconds >= each) ?? [1, "second"];
  return counted(Math.floor(seconds / size), unit);
}

const forwards = {
  navItem: "Forwarding of records",
  heading: "Forward records to other stores",
  intro:
    "Each new learning record of the province is sent to the stores below, exactly once by its id, in the order in which it was stored.",
  add: "Add a receiving store",
  empty: {
    title: "Nothing is forwarded yet",
    advice: "Add a store when a document allows the data to be shared.",
  },
  table: {
    caption: "Receiving stores",
    name: "Store",
    state: "State",
    lag: "Behind by",
    sent: "Sent",
    lastSent: "Last sent",
    letters: "Refused",
  },
  states: { running: "Sending", failing: "Cannot send", paused: "Paused" },
  lag: (seconds) => (seconds === 0 ? "Nothing waits" : `${durationText(seconds)} behind`),
  lagScale: "The bar: its three marks are 1 minute, 1 hour, 1 day; a full bar is 1 week.",
  never: "not sent yet",
  failure: (times, next) =>
    `Failed ${counted(times, "time")} in a row. Next try at ${formatInstant(next)}.`,
  fault: (code) => faults[code],
  said: (status, said) => {
    const parts = [
      ...(status === null ? [] : [`status ${status}`]),
      ...(said === "" ? [] : [`“${said}”`]),
    ];
    return parts.length === 0 ? "" : `The other side answered: ${parts.join(", ")}`;
  },
  done: {
    "da-them": "The store was added. Records are sent within seconds.",
    "da-dung": "Paused. New records are kept and sent when it goes on.",
    "da-chay": "It goes on from where it stopped.",
    "da-bo":
      "The store was removed and its password erased. Records that were sent stay with the other store.",
    "da-gui-lai": "Queued to be sent again.",
    "da-bo-qua": "The selected records were given up.",
  },
  form: {
    heading: "Add a receiving store",
    back: "To the receiving stores",
    where: "The store",
    name: "Name",
    nameHint: "For example: record store of the Department of Education and Training.",
    endpoint: "xAPI address",
    endpointHint:
      "Given by the receiving store, begins with https://. For example: https://kho.tinh.gov.vn/xapi",
    user: "Account",
    secret: "Password",
    secretHint: "Encrypted when stored, and never shown again.",
    version: "xAPI version",
    versions: { "2.0.0": "2.0.0", "1.0.3": "1.0.3 (older stores)" },
    what: "What is sent",
    persons: "Personal data",
    personsOptions: {
      pseudonyms: "No: accounts become anonymous ids, names and attachments are left out",
      "as-recorded": "Yes: as it was recorded",
    },
    personsHint:
      "Send personal data only on a basis of the law on personal data protection (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15).",
    courses: "Courses",
    coursesHint: "If you choose none, all are sent.",
    activities: "Ids of other activities",
    activitiesHint: "One id (IRI) a line. What is part of that activity goes with it.",
    verbs: "What was done (verbs)",
    verbsHint: "If you choose none, all are sent. A voiding record always follows the voided one.",
    otherVerbs: "Ids of other verbs",
    otherVerbsHint: "One id (IRI) a line.",
    start: "From when",
    starts: { now: "From now", day: "From a day", beginning: "From the beginning" },
    day: "From the day (of storing)",
    button: "Add and begin to send",
    errorTitle: "Not added yet. Please correct:",
    faults: {
      name: "Enter a name, at most 100 characters.",
      endpoint: "Enter the xAPI address of the store, without account or parameters.",
      "not-https": "The address must begin with https://, so that nobody reads along.",
      private:
        "The address is in an internal network. Ask the server's administrator to allow it first.",
      user: "Enter the account, without a colon, at most 200 characters.",
      secret: "Enter the password.",
      version: "Choose the version of xAPI.",
      persons: "Choose whether personal data goes along.",
      courses: "Choose the courses again.",
      verbs: "Choose the verbs again.",
      "other-verbs": "Enter one verb id a line, like http://…",
      activities: "Enter one activity id a line, like http://…",
      start: "Choose from when to send.",
      day: "Enter the first day. For example: 01/09/2026.",
    },
  },
  file: {
    back: "To the receiving stores",
    facts: {
      endpoint: "Address",
      user: "Account",
      version: "xAPI version",
      state: "State",
      lag: "Behind by",
      reached: "Sent up to the record stored at",
      sent: "Records sent",
      lastSent: "Last sent",
      verbs: "Verbs",
      activities: "Activities",
      persons: "Personal data",
      created: "Added at",
    },
    beginning: "nothing sent yet",
    all: "all",
    personsSent: { pseudonyms: "Anonymous", "as-recorded": "Sent as recorded" },
    pause: "Pause",
    resume: "Go on",
    retry: "Try again now",
    remove: "Remove this store",
    removeSummary: "Forward no more?",
    removeText:
      "Removes the store and erases its password. Records that were sent stay with the other store. To send again, make a new entry.",
    letters: {
      heading: "Refused records",
      none: "No record was refused.",
      intro:
        "The other store refused these records for good. Send them again when it was mended there, or give them up.",
      caption: (count) => `${counted(count, "record")} to be dealt with`,
      choose: "Select",
      chooseOne: (id) => `Select record ${id}`,
      id: "Record id",
      stored: "Stored at",
      fault: "Reason",
      refused: "Refused at",
      resending: "Waits to be sent again",
      again: "Send the selected again",
      allAgain: "Send all again",
      giveUp: "Give up the selected",
      errorTitle: "Not done yet",
      faults: { "none-chosen": "No record is selected." },
    },
  },
} satisfies Words["exchange"]["forwards"];

const outcomes: Readonly<Record<Parameters<Words["exchange"]["sheet"]["outcome"]>[0], string>> = {
  passed: "Passed",
  failed: "Not passed",
  completed: "Completed",
  "not-completed": "Not completed",
  none: "",
};

const sheet = {
  matter: "Export to Excel, CSV",
  heading: "Export learning records",
  intro: (place) =>
    `A table of each act of learning of the residents of ${place}, with names. Each export is written in the log.`,
  from: "Stored from",
  to: "Until the end of",
  daysHint:
    "By the day of storing. What was learned without a signal is stored when the phone sends it. For example: 05/09/2026",
  course: "Course",
  everyCourse: "All courses",
  verb: "What was done",
  everyVerb: "Anything",
  kinds: { xlsx: "Download an Excel file", csv: "Download a CSV file" },
  kindsHint: (excel, csv) =>
    `Excel holds at most ${formatNumber(excel)} lines, CSV at most ${formatNumber(csv)}. The CSV file uses semicolons and opens in Excel on a computer set to Vietnam; on others use the Excel file.`,
  errorTitle: "Not exported yet. Please correct:",
  faults: {
    from: "Enter the first day. For example: 01/09/2026.",
    to: "Enter the last day. For example: 30/09/2026.",
    order: "The first day must be before the last.",
    kind: "Press Download an Excel file or Download a CSV file.",
    verb: "Choose again what was done.",
    activity: "Choose the course again.",
  },
  tooMany: (most) =>
    `There are more than ${formatNumber(most)} lines, too many for one file. Choose fewer days (a month, for example), or one course. If you need everything, ask the server's administrator to run xapi:export.`,
  outcome: (outcome, response) =>
    [outcomes[outcome], response].filter((part) => part !== "").join(": "),
  scoreOf: (raw, max) => `${raw} of ${max}`,
  fileName: (from, to) => `learning-records-${from}-${to}`,
  tab: "Learning records",
} satisfies Words["exchange"]["sheet"];

export const exchange = { forwards, sheet } satisfies Words["exchange"];
