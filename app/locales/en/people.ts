import type { Words } from "../words.ts";

import { counted } from "./counted.ts";
import { fieldFaults, personRecord } from "./person-record.ts";

const list = {
  heading: "Residents",
  register: "Register somebody",
  villages: "Villages and residential groups",
  filter: {
    heading: "Find somebody",
    search: "Search by name",
    village: "Village or residential group",
    everyVillage: "All villages",
    standing: "Residence",
    here: "Live in the commune or ward",
    gone: "Moved away or died",
    villageOption: (name, people) => `${name} (${people})`,
    button: "Search",
    clear: "Clear the filter",
  },
  found: (people) => counted(people, "person", "people"),
  table: {
    caption: "Residents registered in the commune or ward",
    name: "Full name",
    born: "Born in",
    village: "Village",
    card: "Card code (last 4)",
    attestor: "Attestor",
    attests: (villages) => villages.join(", "),
  },
  empty: {
    none: "Nobody is registered yet",
    noneAdvice:
      "Register people one by one, print the learner card and put it into each person's hand.",
    filtered: "Nobody was found",
    filteredAdvice: "Type a shorter name, without accents is fine, or choose another village.",
    noVillage: "The commune or ward has no villages yet",
    noVillageAdvice: "Add villages and residential groups first, then register the people of each.",
    addVillage: "Add a village",
  },
} satisfies Words["people"]["list"];

const consent = {
  heading: "Read this aloud to the person",
  intro:
    "Read it loudly, in a language the person understands. Then ask: do you agree? Register only when the person says yes.",
  spoken: [
    "Nếp Học is where people learn and keep what they learned, so that village and commune can recognise them as learning citizens (Công dân học tập).",
    "Nếp Học keeps your name, birthday, whether you are a woman or a man, your village, your commune, the language of your home, your group of citizens, and your phone number if you give it.",
    "Nếp Học also keeps your learning: the lessons you opened, the questions you answered, the lessons you finished, the photos and evidence you sent, your own scores, what others confirmed, and the result.",
    "What is it kept for? For you to know how far you are, for village and commune to recognise you, and for counting without names.",
    "Who may see it? You, the person who confirms in your village, the officials of commune and province who review. Whenever an official opens somebody's file, that is written down. Once you are recognised, whoever has the code on your certificate can look up name, year and decision number.",
    "If you want to see it, correct it, take a copy or have everything erased, tell your commune official. If you change your mind, tell your commune official too. Only a signed decision on recognition has to be kept by the authority.",
    "If you do not agree, nothing is written down, and nobody may press you.",
  ],
  law: "Based on: Law on personal data protection (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15).",
  version: (version) => `Text read out: ${version}`,
} satisfies Words["people"]["consent"];

const form = {
  heading: "Register a resident",
  back: "To the list of residents",
  person: "Who is registered",
  answer: "The answer",
  consent: "Has heard it, understood it and said yes",
  explainedBy: "Explained by",
  explainedByHint: "Full name of whoever read and explained it.",
  explainedIn: "Explained in",
  guardianCard: "Card code of a parent or guardian",
  guardianCardHint:
    "Only for a person under 16: this adult hears it and agrees. The adult must be registered first.",
  fullName: "Full name",
  fullNameHint: "Exactly as on papers, with all accents.",
  village: "Village or residential group",
  birth: "Birthday",
  birthHint:
    "Day/month/year, or the year alone. For example: 05/09/1988 or 1988. Leave it empty if it is not known.",
  sex: "Woman or man",
  language: "Language at home",
  citizenGroup: "Group of citizens",
  phone: "Phone number",
  phoneHint: "Several people may share a number.",
  button: "Register and make a card",
  errorTitle: "Not registered yet. Please correct:",
  noGroups:
    "The province has not opened this year's round, so there are no groups of citizens to choose from. Register residents after that.",
  namesakes: {
    title: "This person may be registered already",
    intro:
      "The commune or ward has people of the same name, born in the same year or with no known year of birth:",
    line: (name, born, village) => `${name}, ${born}, ${village}`,
    born: (year) => `born in ${year}`,
    bornUnknown: "year of birth not known",
    advice:
      "Open each of them. If it is somebody else, go to the end of the page and press Register all the same.",
    button: "Register all the same, this is somebody else",
  },
  already: {
    heading: "Registered already",
    text: "The first press registered this person. The PIN is shown only once. If you did not copy it, open the file and give a new PIN.",
    open: "Open the file",
  },
  faults: {
    ...fieldFaults,
    villageId: "Choose a village or residential group of your commune or ward.",
    guardianCard: "A card code has 8 letters and digits, like ABCD-2345.",
    "guardian-needed":
      "For a person under 16 a parent or guardian has to agree. Enter that adult's card code.",
    "guardian-unknown":
      "No adult of the commune or ward has this card code. Register the adult first, or look at the code.",
    consent:
      "The box for agreement is not ticked. Without a spoken yes nobody is registered: silence is not agreement.",
    explainedBy: "Enter the full name of whoever explained it.",
    explainedIn: "Choose the language it was explained in.",
  },
} satisfies Words["people"]["form"];

const card = {
  heading: "Learner card",
  done: (name) =>
    `${name} is registered. Print or copy the card below now: the PIN is shown only this once.`,
  reset: (name) =>
    `${name} has a new PIN. Print or copy it now: it is shown only this once. Phones that use this name have to sign in again.`,
  wait: "If the PIN was just typed wrongly several times, signing in works after a few minutes.",
  doneTitle: "Registered",
  label: "Learner card",
  code: "Card code",
  qr: "QR code of the card, for the roll call of group classes",
  site: (host) => `Learn at: ${host}`,
  pin: "PIN",
  pinOf: (name) => `PIN slip of ${name}`,
  secret: "Keep the PIN secret",
  secretMore:
    "Cut it off and do not keep it with the card. Under Me you can change it to one of your own.",
  print:
    "To print the card, press Ctrl + P (on a phone: the browser's menu, Print). Cut along the border, cut off the PIN slip, and put both into the person's hand.",
  next: "Register the next person",
  open: "Open this person's file",
  list: "To the list of residents",
} satisfies Words["people"]["card"];

const person = {
  back: "To the list of residents",
  logged: "Each opening of this file is written in the log.",
  unknown: "not known",
  none: "none",
  noCard: "no card yet",
  edit: "Correct",
  move: "Moved to another village, moved away, died",
  comeBack: "Lives here again",
  ended: {
    moved: (day) => `Moved away on ${day}`,
    died: (day) => `Died on ${day}`,
  },
  facts: {
    heading: "What is registered",
    born: "Birthday",
    year: (year) => `the year ${year}`,
    sex: "Woman or man",
    village: "Lives in",
    language: "Language at home",
    group: "Group of citizens",
    phone: "Phone number",
    nationalId: "National number (CCCD)",
    nationalIdEnd: (end) => `…${end} (only the last 4 digits are shown)`,
    card: "Card code",
    registered: "Registered at",
    consent: "Agreement",
    consentText: (by, language, version, when) =>
      `${when}, text ${version}. Explained by ${by} (${language})`,
    guardian: "Agreed by",
  },
  pin: {
    heading: "Forgotten PIN",
    text: "Give a new one only when this very person comes and asks. The old PIN stops working, and every phone that uses this name has to sign in again. The new PIN is shown only once.",
    button: "Give a new PIN",
    own: "This is your own file. Change your PIN under Me; if you forgot it, ask another official.",
    beyond:
      "This person holds an office at the province or in another commune or ward. Yours cannot give this person a new PIN.",
  },
  attestor: {
    heading: "Attestor of a village",
    intro:
      "An attestor looks at the village's files, confirms what people learned and reviews before anything goes to the commune. Every act bears name and office.",
    held: "Offices held",
    heldLine: (title, place, day) => `${title}, ${place}, since ${day}`,
    noneHeld: "Holds no office.",
    dismiss: "End this office",
    dismissWhich: (title, place) => `: ${title}, ${place}`,
    appoint: "Appoint as attestor",
    village: "Of village or residential group",
    title: "Office",
    titleHint:
      "Stands under each confirmation, in Vietnamese. For example: Trưởng thôn, Chi hội trưởng khuyến học.",
    button: "Appoint from today",
    own: "Nobody appoints herself or himself. Ask another official.",
  },
  done: {
    "da-giao":
      "Appointed as attestor. This person signs in with the own card and finds the village's work.",
    "da-thoi": "The office has ended. From now on this person cannot confirm.",
    "da-giao-lop":
      "Appointed as promoter. This person signs in with the own card and can open group classes.",
    "da-thoi-lop": "The office has ended. From now on this person cannot open classes.",
    "da-sua": "Corrected. What stood before is under History of changes below.",
    "da-chuyen": "Written down. What stood before is under History of changes below.",
  },
  errorTitle: "Not done yet",
  faults: {
    "place-unknown": "Choose a village or residential group of your commune or ward.",
    title: "Enter the office, at most 80 characters. For example: Trưởng thôn.",
    "already-promoter": "This person is promoter at that place already.",
    "already-attestor": "This person is attestor of that village already.",
    oneself: "Nobody appoints or dismisses herself or himself. Ask another official.",
    "own-account":
      "Nobody gives herself or himself a new PIN. Change it under Me, or ask another official.",
    "office-beyond":
      "This person holds an office at the province or in another commune or ward, so yours cannot give a new PIN.",
    "pin-changed":
      "This person's PIN has just been changed. A new PIN is shown only once; if you did not copy it, press Give a new PIN again.",
  },
} satisfies Words["people"]["person"];

const villages = {
  heading: "Villages and residential groups",
  back: "To the list of residents",
  table: {
    caption: "Villages and residential groups of the commune or ward",
    name: "Name",
    people: "Registered",
    attestors: "Attestors",
    noAttestor: "none yet",
    attestor: (name, title) => `${name} (${title})`,
  },
  attestorAdvice: "To appoint an attestor, open that person's file in the list of residents.",
  empty: {
    title: "No villages yet",
    advice: "Add each village and residential group of the commune or ward below.",
  },
  add: {
    heading: "Add a village",
    type: "Kind",
    name: "Name",
    nameHint: "Without the word for its kind. For example: Nà Lồ, Số 3.",
    button: "Add",
  },
  alike: {
    title: "This village may be here already",
    intro: "The commune or ward has a name that differs only in the word for its kind:",
    advice:
      "Look at the list. If it is another village, go to the end of the page and add it anyway.",
    button: "Add anyway, it is another village",
  },
  done: (name) => `${name} was added.`,
  errorTitle: "Not added yet",
  faults: {
    "type-missing": "Choose the kind of village.",
    "name-missing": "Enter the name of the village.",
    "name-long": "The name is too long, at most 60 characters.",
    "name-taken": "The commune or ward has this name already (accents aside). See the list above.",
  },
} satisfies Words["people"]["villages"];

export const people = {
  navItem: "Residents",
  languages: {
    vi: "Vietnamese",
    hmn: "Mông",
    ium: "Dao",
    tyz: "Tày",
    blt: "Thái",
    jra: "Jrai",
    bdq: "Ba Na",
    other: "Another language",
  },
  sexes: { female: "Woman", male: "Man", unstated: "Not stated" },
  list,
  consent,
  form,
  card,
  person,
  ...personRecord,
  villages,
} satisfies Words["people"];
