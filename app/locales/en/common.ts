import type { Words } from "../words.ts";

import { counted } from "./counted.ts";

export const common = {
  productName: "Nếp Học",
  sampleData: "Sample data: the people and names on this page are not real",
  frame: {
    skip: "Go to the main part of the page",
    mainNavigation: "Main places",
    learn: "Learn",
    portfolio: "Learning book",
    assess: "My scores",
    account: "Me",
    deskNavigation: "Matters",
    signOut: "Sign out",
    signedInAs: "Signed in as:",
  },
  notice: {
    info: "Good to know",
    success: "Done",
    warning: "Take care",
    error: "Something is wrong",
  },
  field: {
    optional: "may stay empty",
    dateHint: "Day/month/year. For example: 05/09/1988",
    choose: "Choose one",
  },
  progress: {
    step: { done: "Done", now: "You are here", next: "Still to come" },
    count: (done, total) => `${done}/${total}`,
  },
  score: {
    suggested: "Suggested",
    self: "Own score",
    none: "none yet",
    floor: (points) => `Lowest that counts: ${counted(points, "point")}`,
    belowFloor: "Below the lowest that counts",
    indicator: "Indicator",
    number: "No.",
    showTable: "Show the table of scores",
  },
  lesson: {
    warning: "Careful",
    tip: "Good tip",
    practice: "Try it yourself",
    dialogue: "Speak together",
    vocabulary: "New words",
  },
  question: {
    title: (number) => `Question ${number}`,
    answer: "Your answer",
    right: "Right",
    wrong: "Not right yet",
    yourAnswer: "You answered:",
    rightAnswer: "The right answer:",
    noAnswer: "no answer",
    why: "Why?",
  },
  course: {
    subject: {
      digital: "Using a phone or computer",
      language: "Foreign languages",
      agriculture: "Crops and animals",
      life: "Reading, writing, everyday life",
    },
    minutes: (minutes) => counted(minutes, "minute"),
    lessons: (lessons) => counted(lessons, "lesson"),
    lessonsDone: "Lessons done",
    passed: "Passed",
  },
  table: {
    empty: "No lines yet",
  },
} satisfies Words["common"];
