import type { Words } from "../words.ts";

export const settings = {
  heading: "How pages look",
  intro: "Choose what suits you. One press changes it, and you can change it back at any time.",
  ofPhone:
    "You are not signed in, so this phone remembers it. When you sign in, your own choice holds.",
  language: {
    heading: "Language of the pages",
    hint: "Only buttons and directions change. Lessons and papers stay in Vietnamese.",
  },
  dataSaver: {
    heading: "Save data",
    text: "A picture is loaded only when you press it. Its size is written beside it.",
    byPhone: "This phone saves data by itself, so a picture is loaded only when you press it.",
  },
  easyView: {
    heading: "Easy view: pictures, sound, large buttons",
    text: "Less text on a page, larger buttons, with pictures and sound.",
  },
  state: { on: "It is on", off: "It is off" },
  turn: { on: "Turn on", off: "Turn off" },
  unreadable: "Nothing was changed. Press one of the buttons on this page.",
} satisfies Words["settings"];
