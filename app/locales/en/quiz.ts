import { formatDay } from "#app/domain/kernel/index.ts";

import type { Words } from "../words.ts";

import { counted } from "./counted.ts";

const times = (count: number) => (count === 1 ? "once" : `${count} times`);

export const quiz = {
  next: "Next question",
  previous: "Question before",
  later: "Save, go on later",
  send: "Send your answers",
  place: (number, of) => `Question ${number} of ${of}.`,
  left: (left) =>
    left === 0 ? "All questions are answered." : `${counted(left, "question")} not answered yet.`,
  tries: (tries) => `You can take it ${times(tries)} a day.`,
  triesLeft: (left) =>
    left === 0
      ? "No more tries today. You can take it again tomorrow."
      : `${counted(left, "try", "tries")} left today.`,
  noTries: "No more tries today",
  noTriesText: (tries, again) =>
    `You can take it ${times(tries)} a day. You can take it again from ${formatDay(again)}. Read the lesson once more today.`,
  notHers: "What was just sent was not recorded",
  notHersText: "That quiz was another person's, or an old one. Please begin here.",
  resume: (answered, of) => `Go on (${answered} of ${of} answered)`,
  arrived: (time) => `Done without a signal, arrived at ${time}`,
  late: (days) =>
    `Answers given without a signal that arrive within ${counted(days, "day")} count for the day you gave them; later ones are judged and kept too, and count for the day they arrive.`,
  keyLater: "When you have passed, you can see the right answer to each question.",
  helped: (who) => `Learned together with ${who}`,
  practice: { tick: "I have done this", done: "You have done this" },
  helper: {
    who: {
      child: "a child",
      relative: "a relative",
      neighbour: "a neighbour",
      promoter: "a promoter",
    },
    choose: {
      child: "A child of the family",
      relative: "A relative",
      neighbour: "A neighbour",
      promoter: "A promoter",
    },
    offer: "Is somebody learning with you?",
    with: (who) => `Learning together with ${who}`,
    change: "Somebody else",
    stop: "Learn alone",
    heading: "Who is learning with you?",
    back: "Back",
    intro:
      "It is usual that a child or a neighbour reads and taps for you. Your learning book says that somebody learned with you. Your points stay the same.",
    unknown: "Press one of the buttons below.",
    account: "Learning together",
    alone: "You are learning alone now.",
    lessons: "Lessons learned together",
    lessonsOf: (helped, of) => `${helped} of ${counted(of, "lesson")}, all points count`,
  },
} satisfies Words["quiz"];
