import { formatDay, formatNumber } from "#app/domain/kernel/index.ts";

import type { Words } from "../words.ts";

import { counted, indicators } from "./counted.ts";

export const portfolio = {
  heading: (year) => `Learning book of ${year}`,
  back: "To the learning book",
  noCycle: {
    title: "This year's book is not open yet",
    advice:
      "Just go on learning. What you learn is kept, and goes into the book when the province opens the new round.",
    action: "Go on learning",
  },
  done: {
    "da-them": "The evidence is in your book.",
    "da-rut": "The evidence was taken out of your book.",
  },
  recognition: {
    heading: (year) => `Learning citizen (Công dân học tập) of ${year}`,
    intro: "Congratulations! Your commune has recognised you.",
    number: "Number in the register",
    decision: "Decision",
    decisionOf: (number, day) => `${number} of ${formatDay(day)}`,
    validTo: "Valid until",
    download: "Download the certificate",
    revoked: (day) =>
      `This certificate was revoked on ${formatDay(day)}. Ask your commune official about it.`,
  },
  learned: {
    heading: "What you learned this year",
    hours: "Hours",
    hoursOf: (minutes) => counted(Math.round(minutes / 6) / 10, "hour"),
    lessons: "Lessons done (tests too)",
    weeks: "Weeks with learning",
    meetings: "Class meetings",
    none: "No lessons yet.",
    learn: "Go and learn",
    courses: (count) => `See ${counted(count, "course")} learned or opened`,
    lessonsDone: "Lessons done",
    courseDone: (day) => `Finished on ${formatDay(day)}`,
    courseOpen: "You are learning it",
    finalTest: (percent) => `Final test: ${formatNumber(percent)}%`,
  },
  scores: {
    heading: "Your points",
    suggested: "Suggested",
    self: "Your own score",
    outOf: (points, most) => `${formatNumber(points)}/${formatNumber(most)}`,
    none: "none yet",
    noneSelf: "not scored yet",
    explain:
      "The computer only suggests. You score yourself. Village and commune look at it before they recognise.",
    chart: "Ten indicators: suggested and your own score",
    assess: "Score yourself",
    add: "Add evidence",
    download: "Download the book (PDF)",
  },
  indicators: {
    heading: "Each indicator",
    intro: "Press a line to see why it has those points.",
    suggested: (points, most) => `Suggested: ${formatNumber(points)}/${formatNumber(most)} points`,
    noGround: "Nothing to go by yet",
    why: "Why?",
    whyNone: "No lesson, evidence or confirmation for this indicator yet.",
    next: "What to do for more points?",
    full: "All points. Keep it up.",
    add: "Add evidence for this indicator",
    ask: "The village head or the village's learning promotion group has to confirm this.",
  },
  evidence: {
    heading: "Your evidence",
    show: (count) => `See ${counted(count, "piece")} of evidence`,
    empty: "What did you get done? Tell about it, take a photo and put it in your book.",
    add: "Add evidence",
    day: (day) => `On ${formatDay(day)}`,
    speaksFor: (codes) => `For ${indicators(codes)}`,
    otherYear: "Done in another year, does not count for this one",
    photoOf: (title) => `Photo: ${title}`,
    openPhoto: "See the photo large",
    withdraw: (title) => `Take out of the book: ${title}`,
    withdrawShort: "Take out of the book",
  },
  attestations: {
    heading: "Confirmations",
    show: (count) => `See ${counted(count, "confirmation")}`,
    none: "Nobody has confirmed yet. Ask the village head or the village's learning promotion group.",
    indicator: (code) => `Indicator ${code}`,
    by: (name, office, day) => `${name}, ${office}, on ${formatDay(day)}`,
  },
  form: {
    heading: "Add evidence",
    intro: "Tell about something you did: what you learned, what you made, whom you helped.",
    errorTitle: "Not kept yet. Please look at:",
    title: "What you did",
    titleHint: "For example: Sold vegetables at the market, took payment by QR code",
    description: "Tell more",
    descriptionHint: "Where, with whom, what came of it. A few sentences are enough.",
    indicators: "What does it show?",
    indicatorsHint: "Choose one or more.",
    day: "On which day?",
    photo: "Photo",
    photoHint: "A JPG or PNG photo smaller than 15 MB. Show what you did, no identity papers.",
    photoAgain: "Your phone did not keep the chosen photo. Please choose it again.",
    button: "Put it in the book",
    refusals: {
      "title-short": "Write what you did, at least 3 letters.",
      "title-long": "What you did is too long. Use at most 120 letters.",
      "description-long": "The story is too long. Use at most 1.000 letters.",
      "indicators-missing": "Choose at least one.",
      "day-wrong": "The day could not be read. Write it like 05/09/2026.",
      "in-future": "This day has not come yet. Write the day on which you did it.",
      "too-old": "That was too long ago. Choose something of the last 5 years.",
      "picture-empty": "This photo file is empty. Take the photo again or choose another one.",
      "not-a-picture": "This file is not a photo, or it is broken. Choose another one.",
      "picture-too-large": "The photo is too large. Choose one smaller than 15 MB.",
      "picture-too-detailed":
        "This photo has too many pixels. Set the camera to a smaller size, or take a screenshot of it and choose that.",
      "picture-format":
        "This kind of photo cannot be read. Choose a JPG or PNG photo, or take a screenshot of it and choose that.",
    },
    tooMany: (most) =>
      `The book of that year has ${counted(most, "piece")} of evidence already and is full. Take out an old one and try again.`,
  },
  withdraw: {
    heading: "Take out evidence",
    question: "Take this evidence out of the book?",
    explain:
      "Then nobody can see the photo any more, and it gives no points. What you handed in to the village before keeps its name.",
    button: "Take out of the book",
    keep: "Keep it",
  },
} satisfies Words["portfolio"];
