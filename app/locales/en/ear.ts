import type { Words } from "../words.ts";

export const ear = {
  script: {
    listen: "Listen",
    whole: "Listen to the whole lesson",
    speed: "How fast it reads",
    slow: "Slow",
    usual: "Usual",
    fast: "Fast",
  },
  easy: {
    more: "See everything",
    choose: "Choose a lesson",
    courses: "What to learn?",
    lesson: (number) => `Lesson ${number}`,
    final: "Test",
    answer: "Answer",
    questionOf: (number, of) => `${number}/${of}`,
  },
} satisfies Words["ear"];
