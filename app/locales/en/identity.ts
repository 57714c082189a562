import type { Words } from "../words.ts";

import { counted } from "./counted.ts";

export const identity = {
  signIn: {
    heading: "Sign in",
    intro: "Type the code on your learner card, or your phone number.",
    login: "Card code or phone number",
    loginHint: "A card code looks like ABCD-2345. A phone number has 10 digits.",
    pin: "PIN (6 digits)",
    button: "Start learning",
    noCard: "No card yet, or forgot your PIN? Ask your commune official for a new one.",
    cookiesOff:
      "The PIN is right, but this browser keeps no cookies, so it cannot remember who came in. Allow cookies for this site in the browser's settings, then sign in again.",
    errorTitle: "You are not signed in yet",
    refusals: {
      "login-unreadable":
        "The card code or phone number could not be read. A card code has 8 letters and digits. A phone number has 10 digits and begins with 0.",
      "pin-unreadable": "A PIN has 6 digits.",
      wrong:
        "The card code, phone number or PIN is not right. Look at your card and type it again.",
      "card-needed": "Several people share this phone number. Type the code on your own card.",
    },
    wait: (minutes) =>
      `Too many wrong tries. Wait ${counted(minutes, "minute")}, then try again. If you forgot your PIN, ask your commune official.`,
  },
  account: {
    heading: "Me",
    name: "Full name",
    village: "Village",
    commune: "Commune or ward",
    province: "Province",
    unknownPlace: "not known",
    wrong: "Is your name or home written wrongly? Tell your commune official.",
    offices: "Offices you hold",
    card: "Learner card",
    cardText:
      "The code is printed on your paper card: 8 letters and digits. Keep the card safe. If you lose it or forget your PIN, tell your commune official.",
    pinChanged: "Your PIN was changed. Other phones that use your name have to sign in again.",
    changePin: {
      heading: "Change your PIN",
      intro: "A PIN has 6 digits. Only you know it. Tell nobody, not even an official.",
      current: "The PIN you use now",
      next: "New PIN",
      nextHint: "Do not take 123456, 111111 or your birthday.",
      again: "Type the new PIN again",
      button: "Change PIN",
      errorTitle: "Your PIN was not changed",
      refusals: {
        "pin-unreadable": "The PIN you use now has 6 digits.",
        "next-unreadable": "The new PIN must have 6 digits.",
        "pins-differ": "The two new PINs are not the same. Type both again.",
        "pin-weak":
          "This PIN is easy to guess. Choose 6 other digits: not in a row, not repeated, not a day or year of birth.",
        wrong: "The PIN you use now is not right.",
      },
      wait: (minutes) =>
        `Too many wrong tries. Wait ${counted(minutes, "minute")}, then try again.`,
    },
    data: {
      heading: "What does Nếp Học keep about you?",
      kept: [
        "Your name, birthday, village and commune, for your learning book and certificates.",
        "The lessons you opened, the questions you answered, the lessons you finished, to know how far you are.",
        "The evidence and photos you sent, your self-assessment, what others confirmed.",
      ],
      seen: "Who may see it? You, the person who confirms in your village, the officials of commune and province who decide on recognition. Nobody else.",
      secret: "Your PIN is hidden. Nobody can read it, not even an official.",
      ask: "If you want to see, correct or erase your data, ask your commune official.",
    },
    signOut: {
      heading: "Is this phone shared?",
      text: "Sign out when you have finished, so that nobody uses your name by mistake.",
      button: "Sign out",
    },
  },
} satisfies Words["identity"];
