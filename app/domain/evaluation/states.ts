import { z } from "zod";

/** Where a self-assessment stands. */
export const AssessmentState = z.enum([
  "draft",
  "submitted",
  "returned",
  "endorsed",
  "verified",
  "refused",
  "recognised",
]);
export type AssessmentState = z.infer<typeof AssessmentState>;

/** What can be done to one. */
export type AssessmentEvent =
  "submit" | "withdraw" | "endorse" | "return" | "verify" | "refuse" | "reopen" | "recognise";

/** The state after the event, or null when the event is not possible there. */
export function nextState(state: AssessmentState, event: AssessmentEvent): AssessmentState | null {
  switch (state) {
    case "draft":
    case "returned":
      return event === "submit" ? "submitted" : null;
    case "submitted":
      return afterSubmitted(event);
    case "endorsed":
      return afterEndorsed(event);
    case "verified":
      if (event === "recognise") return "recognised";
      return event === "reopen" ? "endorsed" : null;
    case "refused":
      return event === "reopen" ? "endorsed" : null;
    case "recognised":
      return null;
  }
}

function afterSubmitted(event: AssessmentEvent): AssessmentState | null {
  switch (event) {
    case "withdraw":
      return "draft";
    case "endorse":
      return "endorsed";
    case "return":
      return "returned";
    case "submit":
    case "verify":
    case "refuse":
    case "reopen":
    case "recognise":
      return null;
  }
}

function afterEndorsed(event: AssessmentEvent): AssessmentState | null {
  switch (event) {
    case "verify":
      return "verified";
    case "return":
      return "returned";
    case "refuse":
      return "refused";
    case "submit":
    case "withdraw":
    case "endorse":
    case "reopen":
    case "recognise":
      return null;
  }
}

/** Whether the owner may write scores. */
export function isWritable(state: AssessmentState): boolean {
  return state === "draft" || state === "returned";
}
