import { z } from "zod";

import type { Violation } from "./session.ts";

/** Agent profile cmi5LearnerPreferences (§11). */
export const LearnerPreferences = z.looseObject({
  languagePreference: z
    .string()
    .regex(/^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*(,[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)*$/u),
  audioPreference: z.enum(["on", "off"]),
});

/** What a learner begins with; sound is half of what an upland learner gets out of a lesson. */
export const FIRST_PREFERENCES: z.infer<typeof LearnerPreferences> = {
  languagePreference: "vi",
  audioPreference: "on",
};

/** What is wrong with preferences that a unit wants to keep, or null. */
export function preferencesViolation(contentType: string, content: string): Violation | null {
  if (!/^application\/json\s*(;|$)/iu.test(contentType)) {
    return { requirement: "11.0.0.0-5", fault: "preferences are application/json" };
  }
  const read = LearnerPreferences.safeParse(jsonOf(content));
  if (read.success) return null;
  const isLanguage = read.error.issues.every(
    ({ path, code }) => path[0] === "languagePreference" && code === "invalid_format",
  );
  return isLanguage
    ? { requirement: "11.1.0.0-1", fault: "languagePreference is a list of language tags" }
    : {
        requirement: "11.0.0.0-5",
        fault: "preferences have languagePreference and audioPreference",
      };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
