/** Words of the cmi5 specification, as they stand in statements. */
export const CMI5_NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";

export const CATEGORY = {
  cmi5: "https://w3id.org/xapi/cmi5/context/categories/cmi5",
  moveOn: "https://w3id.org/xapi/cmi5/context/categories/moveon",
} as const;

export const EXTENSION = {
  sessionId: "https://w3id.org/xapi/cmi5/context/extensions/sessionid",
  masteryScore: "https://w3id.org/xapi/cmi5/context/extensions/masteryscore",
  launchMode: "https://w3id.org/xapi/cmi5/context/extensions/launchmode",
  launchUrl: "https://w3id.org/xapi/cmi5/context/extensions/launchurl",
  moveOn: "https://w3id.org/xapi/cmi5/context/extensions/moveon",
  launchParameters: "https://w3id.org/xapi/cmi5/context/extensions/launchparameters",
  reason: "https://w3id.org/xapi/cmi5/result/extensions/reason",
} as const;

export const ACTIVITY_TYPE = {
  block: "https://w3id.org/xapi/cmi5/activitytype/block",
  course: "https://w3id.org/xapi/cmi5/activitytype/course",
} as const;

/** Verbs that a unit may send as cmi5 defined statements. */
export const UNIT_VERBS = {
  initialized: "http://adlnet.gov/expapi/verbs/initialized",
  completed: "http://adlnet.gov/expapi/verbs/completed",
  passed: "http://adlnet.gov/expapi/verbs/passed",
  failed: "http://adlnet.gov/expapi/verbs/failed",
  terminated: "http://adlnet.gov/expapi/verbs/terminated",
} as const;
export type UnitVerb = keyof typeof UNIT_VERBS;

/** Verbs of statements that the product writes itself. */
export const LMS_VERBS = {
  launched: "http://adlnet.gov/expapi/verbs/launched",
  abandoned: "https://w3id.org/xapi/adl/verbs/abandoned",
  waived: "https://w3id.org/xapi/adl/verbs/waived",
  satisfied: "https://w3id.org/xapi/adl/verbs/satisfied",
} as const;

export const VOIDED = "http://adlnet.gov/expapi/verbs/voided";

export const LAUNCH_DATA = "LMS.LaunchData";
export const LEARNER_PREFERENCES = "cmi5LearnerPreferences";

/** The cmi5 defined verb of a unit that this IRI is, or null. */
export function unitVerbOf(iri: string): UnitVerb | null {
  const found = Object.entries(UNIT_VERBS).find(([, known]) => known === iri);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the record above
  return found === undefined ? null : (found[0] as UnitVerb);
}
