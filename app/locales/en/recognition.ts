import type { Words } from "../words.ts";

export const recognition = {
  ask: {
    heading: "Check a recognition certificate",
    intro:
      "Scan the QR code on the paper. Or type the code printed beside it, at the end of the address.",
    code: "Check code",
    codeHint: "The code has 16 letters and digits. For example: 7K3M-9QXT-2B4D-8FHR",
    button: "Check",
    errorTitle: "Not checked yet",
    faults: {
      unreadable:
        "The code is not right. It has 16 letters and digits and is printed beside the QR code of the paper.",
    },
  },
  heading: "Result of the check",
  verdict: {
    valid: { word: "VALID", sentence: "This recognition certificate is valid." },
    revoked: { word: "REVOKED", sentence: "This recognition certificate is no longer valid." },
    expired: { word: "EXPIRED", sentence: "The time of this recognition certificate is over." },
    unknown: { word: "NOT FOUND", sentence: "No recognition certificate has this code." },
  },
  validUntil: (day) => `Until the end of ${day}.`,
  revokedOn: (day) => `Revoked on ${day}.`,
  expiredOn: (day) => `Expired on ${day}.`,
  compare: "Compare with the paper in your hand",
  compareHint: "The paper must say exactly what is written below.",
  facts: {
    name: "Full name",
    title: "Title",
    titleText: (year) => `Learning citizen (Công dân học tập) of ${year}`,
    place: "Recognised by",
    register: "Number in the register",
    decision: "Decision number",
    decidedOn: "Decision signed on",
  },
  unknownAdvice:
    "Look at the code on the paper and type it again. If the code is right and still not found, ask the People's Committee of the commune that is named on the paper.",
  code: "Check code",
  again: "Check another certificate",
} satisfies Words["recognition"];
