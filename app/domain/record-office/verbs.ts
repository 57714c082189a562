const ADL = "http://adlnet.gov/expapi/verbs";
const PROFILE = "https://w3id.org/xapi/adl/verbs";

/** Verbs that have a word of our own; the officials filter by that word. */
export const KNOWN_VERBS = {
  initialized: `${ADL}/initialized`,
  attempted: `${ADL}/attempted`,
  experienced: `${ADL}/experienced`,
  interacted: `${ADL}/interacted`,
  progressed: `${ADL}/progressed`,
  answered: `${ADL}/answered`,
  passed: `${ADL}/passed`,
  failed: `${ADL}/failed`,
  scored: `${ADL}/scored`,
  completed: `${ADL}/completed`,
  mastered: `${ADL}/mastered`,
  registered: `${ADL}/registered`,
  attended: `${ADL}/attended`,
  launched: `${ADL}/launched`,
  resumed: `${ADL}/resumed`,
  suspended: `${ADL}/suspended`,
  terminated: `${ADL}/terminated`,
  exited: `${ADL}/exited`,
  asked: `${ADL}/asked`,
  commented: `${ADL}/commented`,
  responded: `${ADL}/responded`,
  shared: `${ADL}/shared`,
  preferred: `${ADL}/preferred`,
  imported: `${ADL}/imported`,
  voided: `${ADL}/voided`,
  satisfied: `${PROFILE}/satisfied`,
  waived: `${PROFILE}/waived`,
  abandoned: `${PROFILE}/abandoned`,
} as const;

export type KnownVerb = keyof typeof KNOWN_VERBS;

export const KNOWN_VERB_NAMES = Object.keys(KNOWN_VERBS).filter((name) => isKnownVerb(name));

export function isKnownVerb(name: string): name is KnownVerb {
  return Object.hasOwn(KNOWN_VERBS, name);
}

/** The name of a verb that has a word of our own, or null. */
export function knownVerbOf(iri: string): KnownVerb | null {
  return KNOWN_VERB_NAMES.find((name) => KNOWN_VERBS[name] === iri) ?? null;
}
