import type { Words } from "#app/locales/index.ts";

export const CLIENT_FIELDS = {
  name: "ten",
  place: "pham-vi",
  commune: "ten-xa",
  communeChoice: "chon-xa",
  entry: "cach",
  clientId: "ma-phan-mem",
  scopes: "quyen",
  expiry: "het-han",
  limit: "moi-phut",
} as const;

export type ClientFault = keyof Words["recordClients"]["fields"]["faults"];

/** What an officer typed about a client, as it came. */
export interface TypedClient {
  readonly name: string;
  /** "tinh", "xa", or nothing yet. */
  readonly place: string;
  readonly commune: string;
  /** The commune that was chosen among several of that name. */
  readonly communeChoice: string;
  /** "secret", "token", or nothing yet. */
  readonly entry: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly expiry: string;
  readonly limit: string;
}

/** Limits alone, which can be changed afterwards. */
export type TypedLimits = Pick<TypedClient, "scopes" | "expiry" | "limit">;

const FIELD_OF: Readonly<Record<ClientFault, keyof typeof CLIENT_FIELDS>> = {
  "name-missing": "name",
  "name-long": "name",
  "place-missing": "place",
  "commune-missing": "commune",
  "commune-unknown": "commune",
  "commune-several": "communeChoice",
  "entry-missing": "entry",
  "client-id-unreadable": "clientId",
  "key-taken": "clientId",
  "scopes-missing": "scopes",
  "expiry-unreadable": "expiry",
  "expiry-past": "expiry",
  "limit-unreadable": "limit",
};

/** The id of the field that a fault is about. */
export function fieldIdOf(fault: ClientFault): string {
  return CLIENT_FIELDS[FIELD_OF[fault]];
}

/** The fault of one field, or undefined. */
export function faultOf(
  faults: readonly ClientFault[],
  field: keyof typeof CLIENT_FIELDS,
): ClientFault | undefined {
  return faults.find((fault) => FIELD_OF[fault] === field);
}

/** What is wrong in a form, by its issues; a message that is none of ours is a choice that is not there. */
export function clientFaultsOf(
  issues: readonly { readonly message: string }[],
): readonly ClientFault[] {
  const known = Object.keys(FIELD_OF).filter((name) => isFault(name));
  const named = known.filter((fault) => issues.some(({ message }) => message === fault));
  return named.length > 0 ? named : ["scopes-missing"];
}

function isFault(name: string): name is ClientFault {
  return Object.hasOwn(FIELD_OF, name);
}
