import type { Words } from "../words.ts";

import { counted } from "./counted.ts";

const scopes = {
  "statements/write": {
    name: "Send records",
    allows: "The program sends new learning records to the store.",
  },
  "statements/read/mine": {
    name: "Read its own records",
    allows: "The program reads only the records that it sent itself.",
  },
  "statements/read": {
    name: "Read all records in its area",
    allows: "The program reads the records of all learners in its area, whoever sent them.",
  },
  state: {
    name: "Keep the place in a lesson",
    allows: "The program writes and reads how far a learner has come, to go on from there.",
  },
  define: {
    name: "Name activities",
    allows:
      "Names and descriptions of activities that the program sends become common in the store.",
  },
  profile: {
    name: "Keep profiles",
    allows: "The program writes and reads the profiles of activities and learners.",
  },
  "all/read": {
    name: "Read everything",
    allows: "The program reads everything in its area and writes nothing.",
  },
  all: {
    name: "Everything",
    allows: "The program reads and writes everything in its area and voids the records of others.",
  },
} satisfies Words["recordClients"]["scopes"];

const list = {
  heading: "Record store: programs that may connect",
  navItem: "Record store",
  intro:
    "Each program of a school, app or authoring tool that sends or reads learning records needs a key of its own.",
  make: "Issue a key",
  table: {
    caption: "Programs with a key",
    name: "Name",
    key: "Key",
    place: "Area",
    scopes: "May do",
    limit: "Calls a minute",
    expiry: "Valid until the end of",
    lastUse: "Last used",
    state: "State",
  },
  noExpiry: "No end",
  neverUsed: "Not used yet",
  empty: {
    title: "No program has a key yet",
    advice: "Issue one when a school, app or authoring tool has to send records.",
  },
} satisfies Words["recordClients"]["list"];

const fields = {
  name: "Name of the program and who uses it",
  nameHint: "It stands beside every record that the program sends and cannot be changed later.",
  place: "Area",
  wholeProvince: (name) => `All of ${name}`,
  oneCommune: "One commune or ward",
  commune: "Name of the commune or ward",
  communeHint:
    "Only when you choose one commune or ward. Without accents is fine, and so is an old name.",
  communeChoice: "Choose the right commune or ward",
  entry: "How it signs in",
  entries: {
    secret: {
      name: "Key and password",
      hint: "The store makes a key and a password, which the program sends with each call.",
    },
    token: {
      name: "OAuth 2 access token",
      hint: "The program uses access tokens of the issuer that was set on the server; no password is needed.",
    },
  },
  clientId: "Client id (client_id)",
  clientIdHint: "Only with OAuth 2 access tokens: the program's id at the issuer.",
  scopes: "May do",
  expiry: "Valid until the end of",
  expiryHint: "Day/month/year. For example: 31/12/2027. Leave it empty for no end.",
  limit: "Most calls a minute",
  limitHint: "From 1 to 60.000. Beyond that, the program has to wait.",
  faults: {
    "name-missing": "Enter the name of the program.",
    "name-long": "The name is longer than 80 characters.",
    "place-missing": "Choose the area.",
    "commune-missing": "Enter the name of the commune or ward.",
    "commune-unknown": "The province has no commune or ward of that name.",
    "commune-several": "Several communes or wards fit that name. Choose the right one.",
    "entry-missing": "Choose how it signs in.",
    "client-id-unreadable":
      "A client id has letters without accents, digits and signs only, and no blanks.",
    "key-taken": "This client id has a key already.",
    "scopes-missing": "Choose at least one right.",
    "expiry-unreadable": "The last day is not right. Write day/month/year.",
    "expiry-past": "The last day is over already.",
    "limit-unreadable": "The calls a minute must be from 1 to 60.000.",
  },
} satisfies Words["recordClients"]["fields"];

const make = {
  heading: "Issue a key to a program",
  back: "To the programs",
  button: "Issue the key",
  errorTitle: "Not issued yet. Please correct:",
} satisfies Words["recordClients"]["make"];

const made = {
  heading: "The key was issued",
  done: (name) => `“${name}” has a key now.`,
  once: "The password is shown only this once. Copy it now and give it to whoever runs the program; it cannot be seen again after this page.",
  token: "This program uses OAuth 2 access tokens and has no password.",
  key: "Key (user name)",
  secret: "Password",
  endpoint: "Address of the store",
  open: "See this program",
  already: "This form was sent before, and the program has its key.",
  alreadyText:
    "The password is shown only once, when the key is issued. If you did not copy it, revoke this key and issue a new one.",
} satisfies Words["recordClients"]["made"];

const file = {
  facts: "Facts",
  key: "Key",
  entry: "How it signs in",
  made: "Issued at",
  madeText: (at, by) => `${at}, ${by}`,
  revokedAt: "Revoked at",
  days: {
    heading: "Records sent each day, last 30 days",
    total: (total) => `Total: ${counted(total, "record")}.`,
    most: (most) => `Most in one day: ${most}`,
    show: "See the figures",
    day: "Day",
    statements: "Records",
  },
  latest: {
    heading: "Latest records sent",
    none: "This program has sent no records yet.",
  },
  limit: {
    heading: "Change rights and limits",
    button: "Save",
    done: "Saved. It holds from the program's next call.",
    errorTitle: "Not saved yet. Please correct:",
    revoked: "The key is revoked and cannot be changed any more.",
  },
  revoke: {
    heading: "Revoke the key",
    text: "The key became known, or the program is not used any more.",
    link: "Revoke this key",
    done: "Revoked. This program cannot enter the store any more.",
  },
} satisfies Words["recordClients"]["file"];

const revoke = {
  heading: "Revoke a key",
  back: "Do not revoke, go back",
  warning: (name) => `“${name}” will send and read no more records.`,
  more: "Records that were sent stay. A revoked key cannot be used again; issue a new one if needed.",
  button: "Revoke the key",
} satisfies Words["recordClients"]["revoke"];

export const recordClients = {
  scopes,
  states: { valid: "In use", expired: "Expired", revoked: "Revoked" },
  list,
  fields,
  make,
  made,
  file,
  revoke,
} satisfies Words["recordClients"];
