import type { Words } from "../words.ts";

import { counted } from "./counted.ts";

const verbs = {
  initialized: "began",
  attempted: "attempted",
  experienced: "saw",
  interacted: "interacted with",
  progressed: "went on with",
  answered: "answered",
  passed: "passed",
  failed: "did not pass",
  scored: "was scored for",
  completed: "completed",
  mastered: "mastered",
  registered: "registered for",
  attended: "attended",
  launched: "launched",
  resumed: "resumed",
  suspended: "suspended",
  terminated: "terminated",
  exited: "left",
  asked: "asked about",
  commented: "commented on",
  responded: "responded to",
  shared: "shared",
  preferred: "chose",
  imported: "imported",
  voided: "voided",
  satisfied: "satisfied",
  waived: "was excused from",
  abandoned: "abandoned",
} satisfies Words["records"]["verbs"];

const sentence = {
  whole: (who, verb, what) => `${who} ${verb} ${what}`,
  activity: (name) => `“${name}”`,
  statement: (shortId) => `record ${shortId}`,
  planned: (inner) => `planned: ${inner}`,
  group: (name, members) =>
    `${name === "" ? "Group" : name} (${counted(members, "person", "people")})`,
  stranger: "Somebody outside your area",
  nobody: "Not known who",
  success: { yes: "passed", no: "not passed" },
  right: { yes: "right", no: "not right" },
  completion: { yes: "done", no: "not done" },
  score: (raw, max) => `${raw}/${max} points`,
  scoreAlone: (raw) => counted(raw, "point"),
  scaled: (percent) => `${percent}%`,
  response: (text) => `answer: “${text}”`,
  erased: "Content erased by the rules",
} satisfies Words["records"]["sentence"];

const filter = {
  heading: "Filter the records",
  person: "Learner",
  personHint: "Type a name, without accents is fine, or the code of a learner card.",
  chosen: "Filtered by one learner",
  unchoose: "Clear this learner",
  verb: "What was done",
  everyVerb: "Anything",
  activity: "Course or activity",
  everyActivity: "All activities",
  otherActivity: (name) => `Activity: ${name}`,
  from: "Stored from",
  to: "Until the end of",
  dayHint: "For example: 05/09/2026",
  voidedOnly: "Voided records only",
  more: "More conditions",
  button: "Show",
  clear: "Clear the filter",
  errorTitle: "Not filtered yet. Please correct:",
  faults: {
    from: "The first day is not right. Write day/month/year.",
    to: "The last day is not right. Write day/month/year.",
    order: "The last day is before the first.",
  },
} satisfies Words["records"]["filter"];

const choose = {
  heading: "Choose a learner",
  several: (count, typed) =>
    `${counted(count, "person fits", "people fit")} “${typed}”. Choose the right one:`,
  cut: "There are more. Add to the name, or type a card code.",
  none: "Nobody was found",
  noneAdvice: (typed) =>
    `Nobody in your area has the name or card code “${typed}”. Type a shorter name, without accents is fine.`,
  gone: "This person is not in your area, or was erased.",
  table: {
    name: "Full name",
    born: "Born in",
    village: "Village",
    commune: "Commune or ward",
    card: "Card code (last 4)",
  },
} satisfies Words["records"]["choose"];

const list = {
  heading: "Learning records",
  navItem: "Learning records",
  logged: "Each opening of a page with names of learners is written in the log.",
  looksLink: "Who has looked",
  caption: "Records, newest first",
  table: {
    what: "What",
    when: "When",
    place: "Where",
    state: "State",
  },
  voided: "Voided",
  erased: "Content erased",
  older: "Older records",
  newest: "To the newest records",
  pages: "Pages",
  empty: {
    title: "No records yet",
    advice: "Records appear here when somebody learns or a program sends them.",
    filtered: "No record fits the filter. Take away a condition and look again.",
  },
} satisfies Words["records"]["list"];

const file = {
  heading: "A learning record",
  back: "To the records",
  facts: {
    heading: "Content",
    who: "Who",
    verb: "Did",
    what: "What",
    result: "Result",
    noResult: "No result recorded",
    within: "Part of",
    happened: "Happened at",
    stored: "Stored at",
    place: "Where",
    authority: "Sender who answers for it",
    version: "xAPI version",
    registration: "Registration",
    id: "Record id",
    state: "Standing",
    standing: "Stands",
    voidedBy: "Voided by",
    voidedBeyond: "The voiding record is outside your area",
    seal: "Seal",
    sealed: (at) => `Sealed at ${at}`,
    unsealed: "The day it was stored is not sealed yet",
    ofPerson: "See this person's records",
    ofActivity: "See the records of this activity",
  },
  links: {
    heading: "Related records",
    refersTo: "This record is about",
    referredBy: "Records about this record",
    open: (shortId) => `Record ${shortId}`,
    voids: (shortId) => `Record ${shortId} (voids it)`,
    beyond: (shortId) => `Record ${shortId}: not in the store, or outside your area`,
    none: "None",
  },
  json: {
    heading: "The record itself (JSON)",
    intro: "As the store gives it out, with time of storing and sender.",
    show: "Open it",
  },
  erased: {
    title: "Content erased by the rules",
    text: (at, basis) => `Erased at ${at}. Based on: ${basis}.`,
    unknown: "No trace of the erasure is left.",
    hash: "SHA-256 hash of the old content",
  },
} satisfies Words["records"]["file"];

const accesses = {
  heading: "Who has looked at learning records",
  intro:
    "Each line is a page with names of learners that an official opened: when, who, under which office, with which conditions. The log only grows; it cannot be changed.",
  caption: "Looks, newest first",
  table: {
    officer: "Official",
    at: "When",
    office: "Office",
    what: "Looked at",
    persons: "People on the page",
  },
  people: "List of namesakes to choose from",
  statement: (shortId) => `Record ${shortId}`,
  client: "Records sent by one program",
  all: "List of records, no filter",
  filtered: "List of records, filtered by: ",
  parts: {
    person: "one learner",
    verb: (word) => `“${word}”`,
    activity: (name) => `activity “${name}”`,
    from: (day) => `from ${day}`,
    to: (day) => `until ${day}`,
    voidedOnly: "voided records only",
  },
  older: "Older accesses",
  empty: {
    title: "Nobody has looked yet",
    advice: "When an official opens a page with names of learners, the look appears here.",
  },
} satisfies Words["records"]["accesses"];

export const records = {
  verbs,
  sentence,
  filter,
  choose,
  list,
  file,
  accesses,
} satisfies Words["records"];
