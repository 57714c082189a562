import type { Words } from "../words.ts";

import { counted } from "./counted.ts";

const courses = (count: number) => counted(count, "course");

const catalogue = {
  needs: "What do you need?",
  more: "Choose more closely",
  courses,
  facets: {
    need: "Need",
    subject: "Subject",
    level: "Level",
    length: "Length",
    offline: "Without a signal",
  },
  lengths: {
    short: "Up to 1 hour",
    medium: "More than 1 hour, up to 2 hours",
    long: "More than 2 hours",
  },
  offline: "Works without a signal",
  chosen: "Chosen",
  drop: (words) => `Drop “${words}”`,
  all: "Drop everything, see all courses",
  found: (count) => `${courses(count)} for you.`,
  foundFor: (count, text) => `${courses(count)} about “${text}”.`,
  mended: (text) => `“${text}” was not found as it is written. These courses are close to it.`,
  near: (text) => `No course is exactly about “${text}”. These are the nearest.`,
  suggestion: "Do you mean:",
  lessons: "Lessons about it",
  lesson: (number, title) => `Lesson ${number}. ${title}`,
  nothing: "No course is like that yet",
  nothingText: "With one choice less there are:",
  nothingTyped: (text) => `No course about “${text}” yet`,
  nothingTypedText: "Try a shorter word, or choose what people often need.",
} satisfies Words["finding"]["catalogue"];

const next = {
  heading: "What to learn next?",
  others: "Or learn this",
  open: "Open this lesson",
  again: "Answer the questions again",
  reasons: {
    "try-again": "Because you tried it and did not pass yet. Read it again and retry.",
    continue: "Because you are learning this course.",
    planned: "Because you chose this course in your plan.",
    new: "Because you have not learned this course.",
  },
  villageNeed: (need) => `Because your village needs: ${need}.`,
  ownNeed: (need) => `Because you looked for: ${need}.`,
} satisfies Words["finding"]["next"];

const home = {
  plan: "Learning plan",
  thisWeek: "Lessons this week",
  make: "Make a learning plan",
  makeText: "One or two lessons a week are enough. With a plan they are easy to remember.",
  open: "See the plan",
} satisfies Words["finding"]["home"];

const plan = {
  heading: "Your learning plan",
  back: "Courses",
  intro:
    "You decide how many lessons a week and on which evenings. Mark weeks off at harvest time. Missing a week or two does no harm.",
  counts: "Keeping the plan counts for indicator 2 in your learning book.",
  saved: "The plan is saved. It begins this week.",
  ended: "The plan has ended. You can make a new one at any time.",
  week: {
    heading: "This week",
    label: "Lessons done",
    done: "You have done this week's lessons. Well done!",
    left: (lessons) => `${counted(lessons, "lesson")} more this week.`,
    rest: "This is a week off, as you planned. Any lesson you do is a gain.",
    days: (list) => `You learn on: ${list}.`,
    hour: (hour) => `At ${hour}.`,
    learn: "Choose a lesson",
  },
  run: {
    heading: "Weeks in a row",
    none: "One full week begins your row of weeks.",
    kept: (weeks) => `You have kept ${counted(weeks, "week")}.`,
    forgiven: "Weeks off, harvest weeks and a few missed weeks do not break the row.",
    harvest: (months) =>
      `In your province, month ${months} is harvest time; missing any week then does no harm.`,
  },
  chart: {
    caption: "Lessons done each week",
    showTable: "See it as a table",
    week: "Week",
    done: "Done",
    goal: "Planned",
    state: "Result",
    range: (from, until) => `${from} – ${until}`,
    states: {
      kept: "Full",
      rest: "Week off",
      missed: "Not full",
      now: "Going on",
    },
  },
  reason: (words) => `You learn in order to: ${words}`,
  courses: "Courses chosen",
  edit: "Change the plan",
  make: "Make a plan",
  print: "Print the plan (PDF)",
  printHint: "The paper has boxes to tick each week. Hang it in the kitchen for the whole family.",
  end: "End this plan",
  form: {
    errorTitle: "The plan is not saved yet",
    weeklyLessons: "How many lessons a week?",
    weeklyHint: "Few but steady. One or two are good.",
    lessons: (count) => counted(count, "lesson"),
    days: "On which evenings?",
    daysHint: "Choose any days, or none.",
    hour: "At what time?",
    noHour: "No fixed time",
    courses: "Which courses do you want to learn?",
    reason: "What do you learn for?",
    reasonHint: "One sentence of your own, for example: to sell to guests.",
    rest: "Weeks off (harvest, family)",
    restFrom: "From",
    restFromHint: "Day/month/year. For example: 05/09/2027",
    restUntil: "Until the end of",
    restUntilHint: "Day/month/year. For example: 30/09/2027",
    save: "Save the plan",
  },
  faults: {
    "weekly-lessons-wrong": "Choose the lessons a week, from 1 to 7.",
    "days-wrong": "Choose the days again.",
    "hour-wrong": "Choose the time again.",
    "courses-many": "Choose fewer courses.",
    "reason-long": "This sentence is too long. Use at most 300 letters.",
    "rest-from-wrong": "The first day off is not right. Write it like 05/09/2026.",
    "rest-until-wrong": "The last day off is not right. Write it like 30/09/2026.",
    "rest-from-missing": "Write the first day off.",
    "rest-until-missing": "Write the last day off.",
    "rest-order": "The last day off must come after the first.",
    "rest-long":
      "That is more than three months off. For longer, end the plan and make a new one later.",
  },
} satisfies Words["finding"]["plan"];

const reminders = {
  heading: "Reminders on the phone",
  intro:
    "At your time to learn, this phone says one sentence, without any name, at most once a day. Not in weeks off, and not when the week is full.",
  needsHour: "To be reminded, choose days and a time in your plan.",
  on: "Remind me on this phone",
  off: "No reminders on this phone",
  allOff: "No reminders on any phone",
  isOn: (phones) => `Reminders on ${counted(phones, "phone")}.`,
  stopped: "No more reminders.",
  refused:
    "The phone does not allow reminders. Open the browser's settings, allow notifications and press again.",
  failed: "Reminders could not be turned on. Press again when the signal is better.",
  text: "It is time to learn. Just one short lesson.",
} satisfies Words["finding"]["reminders"];

const villageNeeds = {
  navItem: "Learning needs",
  heading: "Learning needs of villages",
  intro: (most) =>
    `Choose at most ${counted(most, "thing")} that a village needs most. Its people are shown courses about these first. Each change is written in the log.`,
  legend: (village) => `${village} needs`,
  summary: (village, needs) => `${village}: ${needs}`,
  none: "not chosen yet",
  save: "Save the needs of the village",
  saved: (village) => `The learning needs of ${village} are saved.`,
  errorTitle: "Not saved yet",
  tooMany: (village, most) => `${village}: choose at most ${most}.`,
  noNeeds: "There are no courses to choose from yet.",
  noVillage: "The commune or ward has no villages yet",
  noVillageText: "Add villages and residential groups first.",
  back: "To the list of the village",
} satisfies Words["finding"]["villageNeeds"];

export const finding = {
  days: {
    mon: "Monday",
    tue: "Tuesday",
    wed: "Wednesday",
    thu: "Thursday",
    fri: "Friday",
    sat: "Saturday",
    sun: "Sunday",
  },
  catalogue,
  next,
  home,
  plan,
  reminders,
  villageNeeds,
} satisfies Words["finding"];
