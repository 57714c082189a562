import { formatDay, formatNumber } from "#app/domain/kernel/index.ts";

import type { Words } from "../words.ts";

import { counted, indicators } from "./counted.ts";

export const assessment = {
  heading: (year) => `Score yourself, ${year}`,
  intro:
    "Score yourself on ten sides of learning, each with its own points. Be honest; it need not be high.",
  back: "To your scores",
  noCycle: {
    title: "This year's round is not open yet",
    advice: "Just go on learning. When the province opens the round, you can score yourself here.",
    action: "Go on learning",
  },
  state: {
    draft: "Being scored",
    submitted: "Handed in to the village",
    returned: "Given back to mend",
    endorsed: "The village agreed",
    verified: "The commune has checked it",
    refused: "The commune did not agree",
    recognised: "Recognised",
  },
  trail: {
    heading: "Where is your file?",
    score: "You score yourself",
    village: "The village looks",
    commune: "The commune checks",
    decision: "The commune decides",
    scoreUntil: (day) => `Hand in by ${formatDay(day)}`,
    repairUntil: (day) => `Given back. Mend it and hand it in again by ${formatDay(day)}`,
    scoreClosed: (day) => `The time to hand in is over (${formatDay(day)})`,
    handedIn: (day) => `Handed in on ${formatDay(day)}`,
    waitsVillage: "The village head or the learning promotion group is looking at it",
    agreed: (name, day) => `${name} agreed on ${formatDay(day)}`,
    waitsCommune: "The commune official is checking it",
    verified: (day) => `Checked by the commune on ${formatDay(day)}`,
    refused: (day) => `The commune did not agree, ${formatDay(day)}`,
    revoked: (day) => `The recognition was revoked on ${formatDay(day)}`,
    waitsDecision: (day) => `By ${formatDay(day)} at the latest`,
    decided: (number, day) => `Decision ${number} of ${formatDay(day)}`,
  },
  total: {
    heading: "Total",
    sum: (points, most) => `${formatNumber(points)}/${formatNumber(most)} points`,
    scored: "Scored",
    rule: (total, floor) =>
      `You need ${formatNumber(total)} points or more, and ${formatNumber(floor)} or more for each indicator.`,
    passed: "Enough points to be put forward for recognition.",
    short: (missing) =>
      `${counted(missing, "point")} ${missing === 1 ? "is" : "are"} still missing.`,
    belowFloor: (codes, floor) => `Below ${counted(floor, "point")}: ${indicators(codes)}.`,
  },
  list: {
    heading: (count) => (count === 10 ? "Ten indicators" : counted(count, "indicator")),
    notScored: "Not scored yet",
    score: (points, most) => `${formatNumber(points)}/${formatNumber(most)}`,
    words: (words) => `Your words: ${words}`,
  },
  begin: "Begin to score",
  goOn: (code) => `Go on with indicator ${code}`,
  handIn: {
    heading: "Hand in to the village",
    what: (total) =>
      `You hand in: ${counted(total, "point")} of your own scoring, the lessons, evidence and confirmations in your book.`,
    who: "Who sees it: the village head or the learning promotion group, then the commune official. Nobody else.",
    after: "You can still take it back and mend it until the village has looked at it.",
    notPassing:
      "These are fewer points than the rules ask for. You may hand in all the same; village and commune will look.",
    button: "Hand in to the village",
  },
  repair: { scores: "Look at and mend your scores", evidence: "Add evidence" },
  takeBack: {
    summary: "Want to change something?",
    explain:
      "The village has not looked at it yet, so you can take it back. Do not forget to hand it in again.",
    button: "Take back to mend",
  },
  returned: {
    title: (name, day) => `${name} gave it back to mend, ${formatDay(day)}`,
    after: "Mend it and hand it in again.",
  },
  refused: {
    title: (name, day) => `${name} did not agree, ${formatDay(day)}`,
    after: "If you have questions, see your commune official. You can register again next year.",
  },
  noReason: "No reason was written.",
  closed: (day) =>
    `The time to hand in is over (${formatDay(day)}). If you have questions, see the village head.`,
  portfolio: "See your learning book",
  certificate: "Download the certificate",
  done: {
    "da-luu": "Your score is saved.",
    "da-nop": "Handed in to the village. When the village has looked at it, you are told here.",
    "da-lay-lai": "Taken back. Mend it, and do not forget to hand it in again.",
  },
  refusals: {
    "no-cycle": "This year's round is not open yet.",
    "nothing-saved": "No indicator is scored yet. Score first, then hand in.",
    closed: "The time is over. If you have questions, see the village head.",
    "not-writable": "Your file was handed in and cannot be changed now.",
    changed:
      "Your scores were changed on another device just now. Below is the newest. Look at it, then hand in.",
    "not-submitted": "The village has looked at it, so it cannot be taken back.",
  },
  incomplete: (codes) => `Not scored yet: ${indicators(codes)}.`,
  errorTitle: "Not done yet. Please look at:",
  score: {
    progress: "Indicator",
    suggested: (points, most) => `Suggested: ${formatNumber(points)}/${formatNumber(most)} points`,
    noSuggestion: "Nothing to suggest by yet",
    social: "The computer cannot see this. Think for yourself and score. The village will confirm.",
    empty: "No lesson or evidence for this indicator yet. You may score yourself all the same.",
    legend: "How many points do you give yourself?",
    bands: {
      little: "Cannot do it yet",
      some: "A little",
      fair: "Can do it, not often",
      good: "Do it well and often",
    },
    words: "Do you want to say more?",
    wordsHint: "Why you gave these points. One or two sentences are enough.",
    next: "Save and go to the next indicator",
    finish: "Save and see the total",
    toList: "Save and go to the scores",
    saved: (code) => `Indicator ${code} is saved.`,
    refusals: {
      "score-missing": "Choose a number of points.",
      "score-wrong": "Choose one of the numbers.",
      "words-long": "What you say is too long. Use at most 500 letters.",
    },
    changed: {
      title: "The score was changed on another device just now",
      newest: (points) => `The newest for this indicator: ${points}.`,
      yours: (points) => `You just chose: ${points}.`,
      yourWords: (words) => `You just wrote: “${words}”`,
      after: "Choose the points you want to keep, then press Save again.",
    },
  },
} satisfies Words["assessment"];
