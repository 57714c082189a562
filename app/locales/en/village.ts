import { formatDay, formatNumber } from "#app/domain/kernel/index.ts";

import type { Words } from "../words.ts";

import { counted, indicators } from "./counted.ts";

export const village = {
  nav: "People of the village",
  heading: (villageName) => `People of ${villageName}`,
  noCycle: {
    title: "The round is not open yet",
    advice: "When the province opens this year's round, the list of people will be here.",
  },
  villages: "Choose a village",
  deadline: (year, day) => `Round of ${year}. Village and commune finish by ${formatDay(day)}.`,
  filter: {
    search: "Search by name",
    searchHint: "Without accents is fine",
    state: "File",
    all: "Everybody",
    button: "Search",
    clear: "See everybody",
  },
  waiting: {
    caption: (count) => `Waiting for the village: ${counted(count, "file")}`,
    none: "No file is waiting for the village.",
  },
  cases: {
    caption: (state, count) => `${state}: ${counted(count, "file")}`,
    name: "Full name",
    birthYear: "Born in",
    handedIn: "Handed in",
    self: "Own score",
    suggested: "Suggested",
    look: "To look at",
  },
  people: {
    caption: (count) => `Everybody: ${counted(count, "person", "people")}`,
    found: (count) => `${counted(count, "person", "people")} found`,
    name: "Full name",
    born: (year) => (year === null ? "year of birth not known" : `born in ${year}`),
    attested: "You have confirmed",
    attestedOf: (done, total) => `${done}/${counted(total, "indicator")}`,
    record: "This year",
    recordOf: (evidence, courses) =>
      `${counted(courses, "course")}, ${counted(evidence, "piece")} of evidence`,
    own: "(you)",
    none: "Nobody was found. Try a shorter name, or see everybody.",
  },
  unknown: "not known",
  none: "–",
  person: {
    back: "To the list",
    born: "Born in",
    lives: "Lives in",
    file: "File",
    noFile: "Has not handed in a self-assessment",
    own: {
      title: "This is your own file",
      text: "Nobody confirms for herself or himself. Ask another person who does this in the village (village head, learning promotion group).",
      link: "To your learning book",
    },
    attest: {
      heading: "Confirm each indicator",
      intro:
        "The computer cannot see these things. Choose the level that fits what you know of this person.",
      indicator: (code) => `Indicator ${code}`,
      done: (level) => `You confirmed: ${level}`,
      notYet: "You have not confirmed yet",
      legend: "Which level fits best?",
      words: "Your words",
      wordsHint: "What you saw the person do, and when. One or two sentences.",
      before: "Confirmed before",
      button: "Confirm",
      again: "Confirm anew",
    },
    decide: {
      heading: "What the village says",
      deadline: (day) => `By ${formatDay(day)} at the latest.`,
      missing: (codes) =>
        `No confirmation of the village yet: ${indicators(codes)}. You may send it to the commune all the same, but the commune will ask.`,
      words: "More to say",
      endorse: "Agree, send to the commune",
      returnSummary: "Not good yet? Give it back to mend",
      reason: "Why it is given back",
      reasonHint: "Say clearly what to mend. The person will read this.",
      return: "Give back to mend",
      notSubmitted:
        "This person has not handed in a self-assessment yet. You may confirm indicators before that.",
      closed: (day) =>
        `Reviews ended on ${formatDay(day)}, so the village can send no opinion any more.`,
      revoked: "Their recognition was revoked.",
      past: {
        returned: "Given back by village or commune. Waiting for the person to mend it.",
        endorsed: "The village agreed. The file is at the commune.",
        verified: "Checked by the commune, waiting for the decision.",
        refused: "The commune did not agree to this file.",
        recognised: "This person has been recognised.",
      },
      reviews: "Who has looked at it?",
    },
    handedIn: {
      heading: "Scores that were handed in",
      on: (day) => `Handed in on ${formatDay(day)}.`,
      chart: "Ten indicators: suggested and own score",
      points: (points) => `${points} ${points === "1" ? "point" : "points"}`,
      since: "What has changed since then?",
      total: (self, suggested) => `Own score: ${counted(self, "point")}, suggested: ${suggested}.`,
      rule: (total, floor) =>
        `The rule: ${formatNumber(total)} points or more, and ${formatNumber(floor)} or more for each indicator.`,
      words: "In the person's own words",
      wordsOf: (code, words) => `Indicator ${code}: ${words}`,
    },
    portfolio: {
      learned: "What this person learned this year",
      evidence: "This person's evidence",
      noEvidence: "No evidence yet.",
      show: (count) => `See ${counted(count, "piece")} of evidence`,
    },
  },
  done: {
    "xac-nhan": "Your confirmation is written down.",
    "dong-y": "You agreed, and it was sent to the commune.",
    "tra-lai": "Given back. The person sees the reason and mends it.",
  },
  errorTitle: "Not written down yet. Please look at:",
  refusals: {
    "level-missing": "Choose a level.",
    "words-long": "What you say is too long. Use at most 500 letters.",
    "reason-short": "Write clearly why it is given back, at least 5 letters.",
    "reason-long": "What you say is too long. Use at most 500 letters.",
    "not-social": "This indicator needs no confirmation.",
    "unknown-level": "Choose one of the levels.",
    "own-indicator": "Nobody confirms for herself or himself.",
    "own-case": "Nobody looks at her or his own file.",
    "wrong-state": "The file is not waiting for the village any more. Below is the newest.",
    changed:
      "The person has just changed the file. Below is the newest. Look at it, then press again.",
    closed: "This year's time for looking at files is over.",
    unreadable: "What was sent could not be read. Look over it and press again.",
  },
} satisfies Words["village"];
