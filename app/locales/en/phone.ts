import type { Words } from "../words.ts";

import { counted } from "./counted.ts";

const acts = (count: number) => counted(count, "piece") + " of learning";
const are = (count: number) => (count === 1 ? "is" : "are");

export const phone = {
  noSignal: "Learning without a signal",
  waiting: (count) => `${acts(count)} waiting to be sent`,
  keep: {
    button: (size) => `Download to learn without a signal · ${size}`,
    about: (size, once) =>
      `This course can be kept on your phone; it takes ${size} of data. The first time takes ${once} more, once only.`,
    noScript: "To download it, open this page in a newer Chrome browser.",
    coming: (done, of) => `Downloading: ${done} of ${of}. Leave the phone on.`,
    kept: "This course is on your phone. You can learn it without a signal.",
    update: (size) => `There is a new version. Download it · ${size}`,
    broken: "The signal broke off. What was downloaded is kept. Press again to go on.",
    full: "Your phone is full and could not keep everything. Nothing is lost. Delete some photos or an old course, then press again.",
    noStore:
      "The phone lets the browser keep nothing just now. Close all pages of Nếp Học, open one again and press again.",
    signedOut: "Sign in first, then press again.",
    pinLabel: "Your PIN",
    pinText:
      "Do several people learn on this phone? Type your PIN once. Without a signal, the PIN opens your own lessons.",
    pinButton: "Lock with the PIN",
    pinDone: "Locked with your PIN.",
    pinWrong: "The PIN is not right, or the signal is weak. Type it again.",
    seeAll: "See what is on this phone",
  },
  here: {
    heading: "On this phone",
    back: "To the page Me",
    none: "No course is kept on this phone yet",
    noneText:
      "When there is a signal, open a course and press “Download to learn without a signal”.",
    noWorker:
      "This page tells which courses the phone keeps and what is waiting to be sent. Nothing is kept yet, or the browser does not allow it.",
    courses: "Courses kept",
    partly: "Not all of it is here. Open the course when there is a signal to download the rest.",
    remove: "Remove from the phone",
    removed: "The course was removed from the phone. What is waiting to be sent is still here.",
    waitingHeading: "Waiting to be sent",
    nothingWaits: "Nothing is waiting. All you learned has reached your book.",
    waitingOf: (count, name) => `${acts(count)} of ${name} ${are(count)} waiting to be sent.`,
    waitingUnknown: (count) =>
      `${acts(count)} of somebody who learned on this phone ${are(count)} waiting to be sent.`,
    waitingCarried: (count) =>
      `${acts(count)} carried from another phone ${are(count)} waiting to be sent.`,
    sealed:
      "What was learned is sealed: nobody can read it on this phone, not even whoever carries it.",
    sendNow: "Send now",
    sent: (count) => `${acts(count)} sent. The server has taken them.`,
    notSent:
      "Not sent, because there is no signal. Nothing is lost. The phone sends it by itself when there is one.",
    busy: "The phone is sending. Wait a moment and look again.",
    someStay: (count) =>
      `The server could not take ${acts(count)}. Everything is still on the phone. Ask your commune official if it lasts long.`,
    carry: "Carry your answers to a place with a signal",
    carryText:
      "No signal where you live? Copy your answers to another phone or to the commune's computer. They stay on this phone too, and count only once even if they are sent twice.",
    file: "Download your answers",
    codes: "Show QR codes",
    take: "Take answers from another phone",
  },
  codes: {
    heading: (number, of) => `QR code ${number} of ${of}`,
    text: "On the other device, open the page “Take answers from another phone” and scan each code. When one is scanned, press for the next.",
    next: "Next code",
    previous: "Code before",
    done: "Done",
    back: "To the page On this phone",
  },
  take: {
    heading: "Take answers from another phone",
    intro:
      "Anybody may carry them, without signing in. The answers are sealed; whoever carries them cannot read them.",
    fileLabel: "File of answers",
    fileHint: "Its name ends with .nephoc",
    fileButton: "Send this file",
    codesLabel: "Text read from QR codes",
    codesHint: "Scan each code and paste it here, one code a line, in any order.",
    codesButton: "Send these codes",
    scan: "Scan with the camera",
    scanned: (count, of) => `${count} of ${of} codes read.`,
    received: (count) => `${acts(count)} received.`,
    recorded: (count) => `${count} ${are(count)} now in the learning book.`,
    same: (count) =>
      `${count} ${count === 1 ? "was" : "were"} there already and not counted again.`,
    aside: (count) => `${count} ${are(count)} kept to be looked at and not counted yet.`,
    closed: (count) =>
      `${count} ${are(count)} of somebody whose account is closed and cannot be recorded.`,
    unreadable: (count) =>
      `${counted(count, "line")} could not be read. They are still on the old phone; copy them again.`,
    later: (count) => `${count} cannot be recorded just now. Send the file again in a few minutes.`,
    carried: (count) =>
      `There is no signal here. This phone keeps ${acts(count)} and sends ${count === 1 ? "it" : "them"} when there is one.`,
    errorTitle: "Not received yet",
    faults: {
      empty: "Choose a file, or paste the text of the QR codes.",
      "not-ours": "These are no answers of Nếp Học.",
      "too-much": "The file is too large. Copy it from the old phone in several parts.",
      wait: "Too many phones are sending at once. Wait a few minutes and send again.",
    },
    missing: (numbers) => `Codes ${numbers} are missing. Scan them and send again.`,
  },
  faces: {
    intro: "Who is learning on this phone? Choose your name, then type your PIN.",
    legend: "Choose your name",
    other: "Somebody else",
    otherBack: "People who learned on this phone",
    remove: "No longer learning on this phone?",
    choose: "Choose your name first.",
    refusals: {
      "login-unreadable":
        "This phone does not remember that person. Press “Somebody else” and type the card code.",
      "pin-unreadable": "A PIN has 6 digits.",
      wrong: "The PIN is not right. Type it again.",
      "card-needed": "Press “Somebody else” and type the code on your own card.",
    },
    needsSignal: "There is no signal. Somebody new can sign in only when there is one.",
    needSignal: (names) =>
      `Needs a signal to come back on this phone: ${names}. With a signal, sign in and type the PIN once to lock your lessons.`,
    noneOffline:
      "There is no signal, and this phone keeps nobody's lessons. Go where there is a signal to sign in.",
    waitMinutes: (minutes) =>
      `Too many wrong tries. Wait ${counted(minutes, "minute")}, then try again.`,
    offlineHint: "There is no signal. Your PIN opens your lessons that are kept on this phone.",
  },
  learners: {
    heading: "People who learn on this phone",
    back: "To the sign-in page",
    intro:
      "Take out the name of whoever no longer learns on this phone. What was learned stays in the book.",
    none: "This phone has no names yet",
    noneText: "Whoever signs in on this phone appears here.",
    remove: (name) => `Take out ${name}`,
  },
  switch: {
    heading: "Another learner",
    text: "Your lessons are locked by your PIN. The next person chooses a name and types a PIN.",
    unlocked:
      "Type your PIN once. Next time you can come back without a signal, and nobody else opens your lessons.",
    lock: "Lock my lessons and change learner",
    noLock: "Do not lock. I will need a signal",
    button: "Change learner",
    signOutText:
      "Signing out removes your own lessons from this phone. What is waiting to be sent stays sealed and is sent by itself.",
  },
  picture: {
    heading: "Your picture",
    intro: "On a shared phone the picture shows which name is yours.",
    legend: "Choose a picture",
    button: "Take this picture",
    link: "Change your picture",
    done: "Your picture was changed.",
    errorTitle: "Your picture was not changed",
    faults: { "picture-unknown": "Choose one of the pictures below." },
    back: "To the page Me",
    names: {
      buffalo: "Buffalo",
      rooster: "Rooster",
      pig: "Pig",
      fish: "Fish",
      bird: "Bird",
      butterfly: "Butterfly",
      rice: "Rice",
      maize: "Maize",
      peach: "Peach blossom",
      bamboo: "Bamboo",
      mountain: "Mountain",
      sun: "Sun",
    },
  },
  final: {
    pendingHeading: "The test is kept and waits to be sent",
    pending:
      "Your answers are sealed on the phone. When there is a signal, the phone sends them and the server judges.",
    noDraw: "A signal is needed to get the test",
    noDrawText:
      "The test comes only with a signal. When there is one, open this course once, and the phone keeps the test ready.",
    judgedLater: "The server judges this one when there is a signal.",
  },
  notKept: {
    title: "This lesson is not on your phone",
    text: "Open it again when there is a signal, or learn a course that is kept on the phone.",
    button: "See the courses kept",
  },
  catalogueText: "There is no signal. These courses are kept on this phone.",
  full: {
    title: "Your phone is full and could not keep the answers",
    text: "Your answers are still below. Delete some photos, or remove a course on the page “On this phone”, then press send again.",
  },
} satisfies Words["phone"];
