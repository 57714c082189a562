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
    heading: "What to learn?",
    more: "See everything",
    screen: "Part",
    next: "Next",
    previous: "Back",
    answer: "Answer",
  },
} satisfies Words["ear"];
