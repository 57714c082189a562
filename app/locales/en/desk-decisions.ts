import type { Words } from "../words.ts";

import { counted } from "./counted.ts";

export const decisions = {
  heading: "Decisions on recognition (Quyết định công nhận)",
  prepare: {
    heading: "Draw up a list for signature",
    intro: (cases) =>
      `${counted(cases, "verified case is", "verified cases are")} on no list yet. The new list takes all of them.`,
    nobody: "No case is waiting for a decision. Verify cases in the review queue first.",
    signerName: "Full name of the signatory",
    signerTitle: "Office of the signatory",
    signerTitleHint:
      "As it stands on the paper, in Vietnamese; several lines are fine. For example: KT. CHỦ TỊCH, in the line below PHÓ CHỦ TỊCH.",
    chair: "CHỦ TỊCH",
    button: "Draw up the list",
  },
  list: {
    caption: "Lists and decisions",
    decision: "Decision",
    draft: (day) => `Draft of ${day}`,
    issued: (number) => `No. ${number}`,
    day: "Signed on",
    names: "People",
    signer: "Signed by",
    state: "State",
    none: "not signed",
  },
  states: { draft: "Draft, to be signed", issued: "Issued" },
  empty: {
    title: "No decisions yet",
    advice: "When cases have been verified, press Draw up the list.",
  },
  one: {
    headingDraft: "Draft decision",
    heading: (number) => `Decision No. ${number}`,
    back: "To the list of decisions",
    commune: "Authority",
    year: "Year of recognition",
    signer: "Signed by",
    day: "Signed on",
    names: "People recognised",
    download: "Download the draft decision (PDF)",
    downloadIssued: "Download decision and list (PDF)",
    stepPrint: "1. Download the draft and submit it to the chair for signature",
    stepPrintHint: "Number and date are dotted lines, filled in by the clerk at signing.",
    stepIssue: "2. Enter number and date of the signed decision",
    number: "Decision number",
    numberHint: "Exactly as on the paper. For example: 125/QĐ-UBND",
    decidedOn: "Signed on",
    decidedOnHint: "Day/month/year. For example: 05/12/2026",
    issueWarning: (names) =>
      `Once issued, ${counted(names, "person is", "people are")} entered in the register, each with a number, and this cannot be changed. Enter it only when the decision has been signed.`,
    confirm: "I have compared it with the decision that bears signature and seal.",
    issue: "Issue and enter in the register",
    discard: "Discard this list",
    discardHint:
      "The draft is discarded and its cases wait for a decision again. Nobody loses a result.",
    table: {
      caption: "People recognised",
      name: "Full name",
      born: "Born in",
      village: "Village",
      total: "Total",
      number: "Register number",
      paper: "Certificate",
      paperLink: "Download (PDF)",
      revoked: "Revoked",
      unknown: "not known",
    },
  },
  done: {
    "da-lap": "The list for signature was drawn up.",
    "ban-hanh": "Issued. Everybody now has a number in the register.",
    "da-bo": "The draft list was discarded.",
  },
  errorTitle: "Not recorded yet",
  dayOutside: (day) =>
    `The day of signing must be within the year under review and not after ${day}.`,
  issuedOtherwise: (number, day) =>
    `This decision has been issued already: No. ${number} of ${day}. It cannot be recorded again.`,
  refusals: {
    "name-short": "Enter the full name of the signatory.",
    "name-long": "The name is too long, at most 100 characters.",
    "title-short": "Enter the office of the signatory.",
    "title-long": "The office is too long, at most 150 characters.",
    "number-missing": "Enter the decision number.",
    "number-long": "The decision number is too long, at most 60 characters.",
    "day-wrong": "The day is not right. Write day/month/year, for example 05/12/2026.",
    "in-future": "The day of signing cannot be after today.",
    "confirm-missing": "Tick the box that you have compared it.",
    "nothing-to-decide": "No case is waiting for a decision.",
    closed: "The time for issuing this year's decisions is over.",
    "no-cycle":
      "The province has not opened this year's assessment of learning citizens (Công dân học tập).",
    "discard-issued": "This decision has been issued and cannot be discarded.",
    "number-used":
      "This decision number is used for another decision of the commune in the same year.",
    "list-changed": "Cases on the list have changed. Discard this list and draw it up again.",
  },
} satisfies Words["desk"]["decisions"];

export const register = {
  heading: "Register of recognised learning citizens (Công dân học tập)",
  year: "Year",
  search: "Search by name or register number",
  searchButton: "Search",
  found: (entries) => counted(entries, "person", "people"),
  table: {
    caption: "People entered in the register",
    number: "Register number",
    name: "Full name",
    village: "Village",
    decision: "Decision",
    decisionText: (number, day) => `${number} of ${day}`,
    state: "State",
    paper: "Certificate",
    paperLink: "Download (PDF)",
    check: "Check code",
    born: "Born in",
    total: "Total",
    valid: "Valid",
    validText: (from, to) => `${from} to ${to}`,
  },
  standing: "Valid",
  revoked: "Revoked",
  close: "Close the details",
  revokedText: (day, reason) => `Revoked on ${day}. ${reason}`,
  revokedBy: (name, office) => `Recorded by: ${name}, ${office}`,
  revoke: {
    summary: "Record a revocation",
    reason: "Reason",
    words: "What happened, and the document it is based on",
    wordsHint: "Write what happened, with number and date of the document.",
    warning: (name) =>
      `A recorded revocation cannot be erased. Whoever checks the certificate of ${name} will see that it is revoked.`,
    button: "Record the revocation",
  },
  done: {
    "thu-hoi": "The revocation was recorded.",
    "da-co": "A revocation was recorded for this one before. See the details below.",
  },
  errorTitle: "Not recorded yet",
  refusals: {
    "reason-missing": "Choose the reason of the revocation.",
    "words-short": "Write what happened and the document, at least 5 characters.",
    "words-long": "The text is too long, at most 500 characters.",
    "own-recognition":
      "Nobody revokes her or his own recognition. Ask somebody else of the commune.",
  },
  empty: {
    title: "Nobody is in the register yet",
    advice: "When a decision has been issued, the people recognised appear here.",
    filtered: "Nobody in the register fits what you look for.",
  },
} satisfies Words["desk"]["register"];
