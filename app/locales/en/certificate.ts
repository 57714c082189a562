import type { Words } from "../words.ts";

import { counted } from "./counted.ts";

const offer = {
  get: "Get your certificate",
  open: "Open your certificate",
  revoked: "The certificate of this course was revoked.",
  of: (title) => ` of the course ${title}`,
} satisfies Words["certificate"]["offer"];

const mine = {
  heading: "Your certificates",
  back: "Learning book",
  link: "Your certificates",
  intro:
    "Whoever finishes a course gets a paper. Download it, or print it where there is a printer.",
  issued: "Here is your certificate. Congratulations!",
  empty: "You have no certificates yet",
  emptyText: "Finish a course, then press “Get your certificate”.",
  learn: "Choose a course",
  faults: {
    "not-completed":
      "You have not finished this course, so there is no certificate yet. Finish it and come back.",
    "unknown-course": "This course is no longer there, so no certificate can be given.",
    revoked: "The certificate of this course was revoked. Ask your commune official for a new one.",
  },
  facts: {
    completed: "Finished on",
    issued: "Given on",
    minutes: "Time of learning",
    minutesText: (minutes) => counted(minutes, "minute"),
    result: "Final test",
    resultText: (percent) => `Passed with ${percent}%`,
    code: "Check code",
  },
  pdf: "Download the certificate (PDF)",
  check: "See the page that checks it",
  badge: "Digital badge",
  badgeText:
    "A digital badge (Open Badge 3.0) to hand in online. It can be checked without a network too.",
  badgeFile: "Download the badge (.jwt)",
  badgeRead: "See what it says (.json)",
  revoked: (day) => `Revoked on ${day}. This certificate is no longer valid.`,
} satisfies Words["certificate"]["mine"];

const check = {
  heading: "Result of the check of a course certificate",
  verdict: {
    valid: { word: "VALID", sentence: "This certificate is valid." },
    revoked: { word: "REVOKED", sentence: "This certificate is no longer valid." },
    unknown: { word: "NOT FOUND", sentence: "No certificate has this code." },
  },
  revokedOn: (day) => `Revoked on ${day}.`,
  sample: "This is sample data and has no value.",
  compare: "Compare with the paper in your hand",
  compareHint: "The paper must say exactly what is written below.",
  name: "Full name",
  erased: "The name was erased at the holder's wish",
  course: "Course",
  code: "Check code",
  noDiploma:
    "Given by the learning platform Nếp Học for finishing a course; it is no diploma or certificate of the State.",
  unknownAdvice: "Look at the code on the paper and type it again.",
  again: "Check another paper",
  badge: "Check a digital badge",
  bothKinds: "Recognition certificates and course certificates are both checked here.",
} satisfies Words["certificate"]["check"];

const badge = {
  heading: "Check a digital badge",
  intro: "Choose the file of the badge (.jwt), or paste what is in it below.",
  file: "File of the badge",
  fileHint:
    "A .jwt file from the page of the certificate, or attached to the PDF of the certificate.",
  text: "What the badge says",
  textHint: "One long line that begins with eyJ",
  name: "Full name of the holder",
  nameHint:
    "To compare: the badge does not say the name in letters. Type it with all accents as on the paper.",
  button: "Check",
  errorTitle: "Not checked yet",
  faults: {
    "badge-missing": "There is no badge to check: choose a file or paste its text.",
    "name-long": "The name is too long. Please write at most 120 letters.",
  },
  verdict: {
    unreadable: {
      word: "UNREADABLE",
      sentence: "This is no badge, or the file is broken.",
    },
    "unknown-key": {
      word: "NOT OF NẾP HỌC",
      sentence: "This badge is not signed with a key of Nếp Học.",
    },
    forged: { word: "FORGED", sentence: "The signature does not fit: the content was changed." },
    inconsistent: { word: "NOT VALID", sentence: "The badge contradicts itself." },
    "not-yet": { word: "NOT YET VALID", sentence: "The day of issue has not come yet." },
    standing: {
      word: "GENUINE, VALID",
      sentence: "The badge is signed by Nếp Học and was not revoked.",
    },
    revoked: {
      word: "REVOKED",
      sentence: "The badge is signed by Nếp Học but is no longer valid.",
    },
    signed: {
      word: "GENUINE SIGNATURE",
      sentence: "Whether the badge was revoked is not known.",
    },
  },
  listedAt: (instant) => `List of revocations of ${instant}.`,
  nameRight: "The name is the holder's.",
  nameWrong: "The name does not fit the badge. Look at letters and accents.",
  facts: "The badge says",
  course: "Course",
  issuer: "Issued by",
  issued: "Issued on",
  completed: "Finished on",
  result: "Final test",
  resultText: (percent) => `Passed with ${percent}%`,
  alignments: "By the competence frameworks",
  page: "See the page that checks it",
  offline: "Check without a network",
  offlineText:
    "An authority's computer can check without a network: download the public keys and the list of revocations first, then run the command badge:verify.",
  keys: "Download the public keys (khoa.json)",
  list: "Download the list of revocations",
  again: "Check another badge",
} satisfies Words["certificate"]["badge"];

const desk = {
  navItem: "Course certificates",
  heading: "Course certificates",
  search: "Search by name or check code",
  searchButton: "Search",
  course: "Course",
  everyCourse: "All courses",
  found: (count) => counted(count, "certificate"),
  empty: {
    title: "No certificates",
    advice: "Certificates appear here when residents finish courses and ask for them.",
    filtered: "No certificate fits what you look for.",
  },
  table: {
    caption: "Certificates issued, newest first",
    name: "Full name",
    commune: "Commune or ward",
    course: "Course",
    issued: "Issued on",
    state: "State",
    code: "Check code",
  },
  standing: "Valid",
  revoked: "Revoked",
  erased: "Name erased",
  version: "Version of the course",
  reason: "Reason of the revocation",
  revokedBy: "Revoked by",
  provincial: "Official of the province",
  revokedOn: "Revoked on",
  paper: "Open the certificate (PDF)",
  close: "Close",
  revoke: {
    summary: "Revoke the certificate",
    warning: (name) =>
      `Revoke the certificate of ${name}. This cannot be undone; whoever checks it will see that it is revoked.`,
    reason: "Reason",
    reasonHint: "State the grounds, 10 to 500 characters. Only officials can read it.",
    button: "Revoke",
  },
  reissue: {
    text: "This person has finished the course. A new certificate can be issued, in today's name.",
    button: "Issue a new certificate",
  },
  errorTitle: "Not done yet",
  refusals: {
    "reason-short": "The reason needs at least 10 characters.",
    "reason-long": "The reason is longer than 500 characters.",
    "own-certificate": "Nobody revokes or reissues her or his own certificate.",
    "already-revoked": "This certificate was revoked before.",
    "still-stands": "This person has a valid certificate of this course.",
    "not-completed": "There is no longer a record that this person finished the course.",
    "unknown-course": "This course is no longer there, so no certificate can be issued.",
  },
  done: {
    "thu-hoi": "The certificate was revoked.",
    "cap-moi": "A new certificate was issued.",
  },
} satisfies Words["certificate"]["desk"];

export const certificate = { offer, mine, check, badge, desk } satisfies Words["certificate"];
