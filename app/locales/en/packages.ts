import { formatDay, formatNumber } from "#app/domain/kernel/index.ts";

import type { Words } from "../words.ts";

import { counted } from "./counted.ts";

const faults = {
  "not-a-package": () =>
    "The file is not a course package. Choose a .zip file exported as cmi5, or a cmi5.xml file.",
  "no-course-structure": () =>
    "There is no cmi5.xml in the .zip file. Export the lessons again as cmi5 (not SCORM or xAPI).",
  "course-structure-nested": ({ where }) =>
    `cmi5.xml is in a folder (${where}). Open that folder, select everything in it and zip it again.`,
  "entry-path": ({ where }) =>
    `The file name “${where}” cannot be used: it has an absolute path, “..” or strange characters. Rename it and zip again.`,
  "entry-link": ({ where }) =>
    `“${where}” is a link and no file. Put the real file in its place and zip again.`,
  "entry-encrypted": ({ where }) => `The file “${where}” has a password. Zip again without one.`,
  "entry-twice": ({ where }) => `The file “${where}” is in the package twice. Take one out.`,
  "entry-broken": ({ where }) =>
    `The file “${where}” is broken or zipped in a way that cannot be read. Export and zip again (ordinary Deflate).`,
  "too-many-entries": () =>
    "The package has too many files. Take out those that are not used, or make several packages.",
  "too-large-unpacked": () =>
    "The package is too large when unzipped. Make films and pictures smaller, or make several packages.",
  "too-compressed": ({ where }) =>
    `The file “${where}” is zipped in an unusual way (it becomes many times larger). Check where the package comes from.`,
  "structure-too-large": () => "cmi5.xml is too large. Make several packages of the course.",
  "not-utf8": () => "cmi5.xml is not saved as UTF-8. Save it as UTF-8.",
  doctype: () => "cmi5.xml declares DOCTYPE or ENTITY. Take the declaration out.",
  "not-xml": ({ what }) => `cmi5.xml is wrong XML in line ${what}. Correct it or export again.`,
  "too-deep": () => "cmi5.xml is nested too deeply or cannot be read. Export again.",
  "unknown-entity": ({ what }) =>
    `cmi5.xml has the strange sign “${what}”. The sign & must be written as &amp;.`,
  "not-course-structure": ({ what }) =>
    `The root element must be courseStructure of cmi5 version 1 (its namespace is “${what}”). Export again as cmi5.`,
  "element-missing": ({ where, what }) =>
    `${where}: the element ${what} is missing or in the wrong order. Add it in its place.`,
  "element-unexpected": ({ where, what }) =>
    `${where}: the element ${what} is too many or in the wrong order. Take it out or move it.`,
  "attribute-missing": ({ where, what }) => `${where}: the attribute ${what} is missing. Add it.`,
  "attribute-unknown": ({ where, what }) =>
    `${where}: the standard has no attribute ${what}. Take it out.`,
  "text-missing": ({ where, what }) => `${where}: ${what} is empty. Fill it in.`,
  "iri-invalid": ({ where, what }) =>
    `${where}: the id “${what}” must be a whole address, like https://…, without blanks.`,
  "id-repeated": ({ where, what }) =>
    `${where}: the id “${what}” is used twice. Each part needs an id of its own.`,
  "value-invalid": ({ where, what }) => `${where}: the standard has no value ${what}. Correct it.`,
  "mastery-score-invalid": ({ where, what }) =>
    `${where}: masteryScore “${what}” must be a number from 0 to 1, like 0.8.`,
  "no-units": () => "The course has no lessons (au) yet. Add at least one.",
  "url-invalid": ({ where, what }) =>
    `${where}: the address “${what}” cannot be opened in a browser. Use an http or https address without blanks.`,
  "url-relative": ({ where, what }) =>
    `${where}: the address “${what}” must be whole (https://…), or a file name from the root of the .zip.`,
  "url-parameter": ({ where, what }) =>
    `${where}: the address “${what}” has a parameter with a name of the standard (endpoint, fetch, actor, registration, activityId). Rename it.`,
  "url-escapes": ({ where, what }) =>
    `${where}: the address “${what}” leads out of the package. Use a file of the package.`,
  "file-missing": ({ where, what }) =>
    `${where}: the package has no file “${what}”. Add it; mind capital and small letters.`,
} satisfies Words["packages"]["desk"]["faults"];

const desk = {
  navItem: "Course packages",
  heading: "Course packages of other makers (cmi5)",
  intro:
    "Packages that authoring tools export as cmi5. Results go into the learning book as with our own courses.",
  back: "To the packages",
  upload: {
    heading: "Upload a package",
    file: "The package",
    fileHint: (megabytes) =>
      `A .zip file with cmi5.xml, or cmi5.xml alone. At most ${formatNumber(megabytes)} MB.`,
    subject: "Subject",
    minutes: "Nominal length of the whole course (minutes)",
    minutesHint:
      "The minutes that count for whoever completes the course, shared evenly among its lessons.",
    button: "Upload and check",
    replace:
      "A course that is there already gets a new version. Whoever began the old one goes on with it.",
    again: "Please choose the file again: the browser did not keep it.",
  },
  done: {
    new: (title) =>
      `The package “${title}” was taken. Learners of the province see it at once under Learn.`,
    replaced: (title) =>
      `The new version of “${title}” was taken. Whoever began the old one keeps it.`,
    same: (title) => `“${title}” has exactly this version already. Nothing has changed.`,
    withdrawn: "The package is offered no more. Whoever began it can go on.",
    offered: "The package is offered again.",
    waived: "The learner was excused from the lesson.",
  },
  errorTitle: "The package was not taken yet",
  errors: {
    "file-missing": "No file is chosen.",
    "subject-missing": "No subject is chosen.",
    "minutes-invalid": "The length must be a number of minutes from 1 to 6000.",
    "too-large": (megabytes) =>
      `The file is larger than ${formatNumber(megabytes)} MB. Make it smaller or make several packages.`,
  },
  faults,
  table: {
    caption: (count) => counted(count, "package"),
    title: "Course",
    state: "State",
    version: "Current version",
    learners: "Began",
    satisfied: "Passed",
  },
  offered: "Offered",
  withdrawn: (day) => `Not offered since ${formatDay(day)}`,
  uploadedOn: (day, name) => `${formatDay(day)}, ${name}`,
  empty: {
    title: "No packages yet",
    advice: "Upload the first one with the form below.",
  },
  one: {
    facts: {
      subject: "Subject",
      publisherId: "The maker's course id",
      minutes: "Nominal length",
      minutesOf: (minutes) => counted(minutes, "minute"),
      learners: "People who began",
      satisfied: "People who passed",
      outside: "Lessons on other servers",
    },
    versions: "Versions uploaded",
    versionTable: {
      uploaded: "Uploaded on, by",
      file: "File",
      size: "Size",
      hash: "Checksum (SHA-256)",
    },
    megabytes: (bytes) => `${formatNumber(Math.max(0.01, bytes / 1_048_576))} MB`,
    structure: "Lessons of the course",
    unitTable: {
      title: "Lesson",
      moveOn: "Passes by",
      masteryScore: "Score to pass",
    },
    moveOn: {
      Passed: "Passing",
      Completed: "Completing",
      CompletedAndPassed: "Completing and passing",
      CompletedOrPassed: "Completing or passing",
      NotApplicable: "Not required",
    },
    state: "Offering",
    withdraw: "Offer no more",
    withdrawText: "Nobody can begin it any more. Whoever began it goes on, and results are kept.",
    offer: "Offer again",
    waive: {
      heading: "Excuse a learner from a lesson",
      intro:
        "An excused lesson counts as progress, not as learned: no hours, nothing in the portfolio, no certificate of the course. The reason is recorded.",
      card: "Learner's card code",
      unit: "Lesson",
      reason: "Reason",
      button: "Excuse",
      errorTitle: "Not recorded yet",
      errors: {
        "unknown-card":
          "The province has no such card. Look at the 8 letters and digits of the card.",
        "unknown-unit": "Choose the lesson.",
        "reason-missing": "Choose the reason.",
        "done-already": "The learner has passed this lesson or was excused from it.",
      },
    },
  },
  reasons: {
    "Tested Out": "Passed a test, need not learn it",
    "Equivalent AU": "Learned an equal lesson of this course",
    "Equivalent Outside Activity": "Learned the same elsewhere",
    Administrative: "By decision of the authority",
  },
} satisfies Words["packages"]["desk"];

const learner = {
  heading: "Courses that open in a window of their own",
  back: "Courses",
  begun: "Lessons done",
  completed: "You have finished this course",
  completedText: "Congratulations! The result is in your learning book.",
  portfolio: "Open your learning book",
  units: "Lessons of the course",
  hint: "A lesson opens on another page. When you have finished, press its exit button to come back here.",
  outdated: "There is a new version of this course",
  outdatedText:
    "You are learning the old version and may go on. To learn the new one, begin it from the start.",
  state: {
    untouched: "Not begun",
    opened: "You are learning it",
    passed: "Passed",
    completed: "Done",
    waived: "Excused",
  },
  optional: "Not required",
  score: (percent) => `Best score: ${formatNumber(percent)}/100`,
  open: "Learn this lesson",
  goOn: "Go on",
  review: "See it again",
  newVersion: "Learn the new version",
  browse: "Have a look",
  outside: (host) => `This lesson is on the page ${host}.`,
  away: {
    heading: "Open a lesson on another page",
    text: (host) =>
      `This lesson is not in Nếp Học but at ${host}. Press the button below to open it.`,
    button: "Open the lesson",
  },
  level: "Course of another maker",
  faults: {
    "unknown-unit": "There is no such lesson. Choose one below.",
    withdrawn: "This course is offered no more and cannot be begun.",
  },
} satisfies Words["packages"]["learner"];

const content = {
  notThere: "This file does not exist. Go to the page of Nếp Học and open the lesson again.",
  broken: "The server made a mistake. Go to the page of Nếp Học and open the lesson again.",
} satisfies Words["packages"]["content"];

export const packages = { desk, learner, content } satisfies Words["packages"];
