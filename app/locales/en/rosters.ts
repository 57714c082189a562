import type { Words } from "../words.ts";

export const rosters = {
  files: {
    "too-large": {
      wrong: "The file is larger than 20 MB.",
      advice: "Split the list into several files, or take the pictures out of it.",
    },
    "unpacks-too-large": {
      wrong: "The file unpacks to more than 200 MB.",
      advice: "Copy the list alone into a new file and send that.",
    },
    "too-many-rows": {
      wrong: "The file has more than 60,000 rows.",
      advice: "Split the list by village.",
    },
    "too-many-columns": {
      wrong: "The table has more than 100 columns.",
      advice: "Delete the columns that are not needed.",
    },
    password: {
      wrong: "The file has a password.",
      advice: "Open it, take the password away and save it again.",
    },
    "not-a-table": {
      wrong: "This file is no spreadsheet.",
      advice: "Send an Excel (.xlsx, .xls), OpenDocument (.ods) or CSV file.",
    },
    damaged: {
      wrong: "The file is damaged.",
      advice: "Open it in Excel, save it as .xlsx and send that.",
    },
    empty: { wrong: "The file has no rows.", advice: "Check whether it is the right file." },
    "too-much-work": {
      wrong: "The file is too heavy for the server to read.",
      advice: "Copy the list alone into a new file, without formats, and send that.",
    },
  },
  faults: {
    "name-missing": { wrong: "There is no name.", advice: "Fill in the name, or delete the row." },
    "name-unreadable": {
      wrong: "There are odd characters in the name.",
      advice: "Leave the name alone; move the rest to the notes.",
    },
    "name-alone": {
      wrong: "The row has a name and nothing else: a person, or a signature?",
      advice: "For a person, add a birth day or a sex; otherwise delete the row.",
    },
    "birth-unreadable": {
      wrong: "The birth day cannot be read.",
      advice: "Write day/month/year, month/year or the year alone.",
    },
    "birth-impossible": {
      wrong: "The calendar has no such day.",
      advice: "Look at her papers; write the year alone when the day is not known.",
    },
    "birth-month-first": {
      wrong: "The month is above 12: it seems to stand before the day.",
      advice: "Write day/month/year.",
    },
    "birth-order-unknown": {
      wrong: "Other dates of this column have the month first, so day and month cannot be told.",
      advice: "Write the whole column as day/month/year.",
    },
    "birth-in-future": { wrong: "The birth day is after today.", advice: "Correct the year." },
    "birth-too-long-ago": {
      wrong: "The birth day is more than 120 years ago.",
      advice: "Correct the year.",
    },
    "sex-unreadable": {
      wrong: "The sex cannot be read.",
      advice: "Write the word for man or woman; leave it empty when it is not known.",
    },
    "sex-both": { wrong: "Both sexes are ticked.", advice: "Tick one." },
    "national-id-unreadable": {
      wrong: "The card number has neither 12 nor 9 digits.",
      advice: "Look at the card; leave it empty when there is none.",
    },
    "national-id-shortened": {
      wrong: "Excel shortened the card number and lost its last digits.",
      advice: "Format the column as text and type the number again.",
    },
    "national-id-of-another-row": {
      wrong: "Another person's row has this card number.",
      advice: "Look at both cards and correct the wrong row.",
    },
    "phone-unreadable": {
      wrong: "The phone number is wrong.",
      advice: "Write all 10 digits; leave it empty when there is none.",
    },
    "village-missing": {
      wrong: "It is not said in which village this person lives.",
      advice: "Fill in the village, or choose one for the whole sheet.",
    },
    "village-unknown": {
      wrong: "The commune has no village of this name.",
      advice: "Choose the village that is meant, or add it first.",
    },
    "village-ambiguous": {
      wrong: "Several villages have this name.",
      advice: "Write its kind before its name.",
    },
    "cell-error": {
      wrong: "The cell is the error of a formula.",
      advice: "Mend the formula, or type the value.",
    },
    garbled: {
      wrong: "The marks of the letters were lost when the file was saved.",
      advice: "Save it again as .xlsx or CSV UTF-8, or type the cell again.",
    },
    "old-font": {
      wrong: "The cell is in an old font, and it is not sure in which.",
      advice: "Choose the font of the column, or type the cell again in Unicode.",
    },
    "old-font-unconfirmed": {
      wrong: "The column is in an old font.",
      advice: "Look at the examples before and after, then agree to the conversion.",
    },
    "too-long": { wrong: "There is too much text in the cell.", advice: "Shorten it." },
  },
  warnings: {
    "name-one-word": "The name is one word.",
    "name-invisible-characters": "Invisible characters were taken out of the name.",
    "birth-year-alone": "The year of birth alone is known.",
    "birth-serial": "The birth day was Excel's number of a day.",
    "birth-two-digit-year": "The year has two digits; the century was guessed.",
    "birth-digits": "The birth day was written without separators.",
    "birth-order-unsure":
      "Some dates of this column have the month first; this one was read as day/month/year.",
    "birth-maybe-swapped": "Excel may have changed day and month over.",
    "national-id-zero-restored": "The leading zero of the card number was put back.",
    "national-id-old": "A number of an old card, 9 digits.",
    "national-id-odd": "The first three digits of the card are no province's.",
    "national-id-differs": "The card number says another year of birth or sex.",
    "phone-zero-restored": "The leading zero of the phone number was put back.",
    "phone-landline": "A landline; it is not taken.",
    "phone-several": "Several phone numbers; the first was taken.",
    "phone-old-prefix": "An old number of 11 digits, in its new form.",
    "village-spelling": "The village's name has other marks.",
    "household-carried": "The household's number was taken from the row above.",
    "hidden-row": "The row is hidden in the file.",
    formula: "A formula; the value that was kept with it was taken.",
    "old-font-converted": "Converted from an old font to Unicode.",
    "duplicate-row": "The same person as in a row above.",
    "maybe-duplicate-row": "Perhaps the same person as in a row above.",
    "note-cut": "The note was too long and was cut.",
  },
  fields: {
    fullName: "Full name",
    familyName: "Family and middle names",
    middleName: "Middle name",
    givenName: "Given name",
    birth: "Birth day",
    birthDay: "Day of birth",
    birthMonth: "Month of birth",
    birthYear: "Year of birth",
    sex: "Sex",
    sexMale: "Column of men",
    sexFemale: "Column of women",
    nationalId: "Card number (CCCD/CMND)",
    phone: "Phone",
    village: "Village",
    householdCode: "Number of the household",
    householdHead: "Head of the household",
    householdRelation: "Relation to the head",
    note: "Note",
  },
  leftOut: {
    order: "Row numbers; not needed.",
    ethnicity: "Ethnicity is not taken: it is never asked.",
    religion: "Religion is not taken: it is never asked.",
    "not-needed": "Not needed for this list.",
    repeated: "Taken from another column.",
    unknown: "It is not known what this column says.",
    untitled: "A column without a title.",
  },
  skipped: {
    section: "Heading of a part.",
    total: "Row of a total.",
    numbering: "Numbers of the columns.",
    "header-again": "The titles once more.",
    "no-person": "Says nothing about a person.",
    hidden: "Hidden row, left out.",
  },
  encodings: {
    unicode: "Unicode",
    tcvn3: "TCVN3 (ABC, fonts .Vn…)",
    vni: "VNI (fonts VNI-…)",
  },
} satisfies Words["rosters"];
