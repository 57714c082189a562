import type { Words } from "../words.ts";

import { counted } from "./counted.ts";

export const authoring = {
  media: {
    showPicture: (size) => `See the picture · ${size}`,
    listen: "Listen",
    listenSlow: "Listen slowly",
    recording: (what, length, size) => `${what} · ${length} · ${size}`,
    inLanguage: (language) => `Listen in ${language}`,
    download: (format, size) => `Download ${format} file · ${size}`,
    languages: {
      vi: "Vietnamese",
      hmn: "Mông",
      ium: "Dao",
      tyz: "Tày",
      blt: "Thái",
      jra: "Jrai",
      bdq: "Ba Na",
      en: "English",
      zh: "Chinese",
    },
  },
  question: {
    hints: {
      one: "Choose one answer",
      several: "You may choose more than one answer",
      "true-false": "Choose Đúng (true) or Sai (false)",
      picture: "Choose a picture",
      listen: "Press to listen, then choose an answer",
      number: "Write a number",
      word: "Write a word",
      order: "Choose a number for each thing. Number 1 is done first. Use each number only once.",
      match: "Choose what goes with each line",
      sort: "Choose a group for each thing",
      "read-aloud": "Read it aloud, then compare with the model yourself",
    },
    groups: "The groups:",
    place: "Number",
    same: "It sounds the same",
    again: "Not yet, I read it again",
    noPlace: "Which number?",
    noMatch: "Choose one",
  },
  preview: {
    heading: "Writing lessons",
    intro: "Courses being written. When you have changed a file, load this page again.",
    inOrder: "Ready for learners",
    leftOut: "Not ready: learners do not see this course",
    problems: (count) => `${counted(count, "place")} to correct`,
    advice: (count) => `${counted(count, "place")} to make better`,
    none: "There are no courses in the folder content/courses.",
    untitled: (id) => `${id} (its cover page could not be read)`,
    noLessons: "No lesson could be read.",
    back: "Courses being written",
    about: (minutes, questions) =>
      `${counted(minutes, "minute")} · ${counted(questions, "question")}`,
    drawn: (draw) => `${counted(draw, "question")} drawn each time`,
    questions: "Questions as learners see them",
    answer: "The right answer:",
    answers: "Right answers and explanations",
  },
} satisfies Words["authoring"];
