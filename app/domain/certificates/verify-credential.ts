import {
  base64url,
  calculateJwkThumbprint,
  compactVerify,
  decodeProtectedHeader,
  importJWK,
} from "jose";
import { z } from "zod";

import { keyIdOf } from "./addresses.ts";
import { bitAt, decodeBits } from "./bitstring.ts";
import { ANY_WRITING, BadgePayload, secondsOf, StatusListPayload } from "./credential.ts";
import { hashName, hashSameName, likelyWritings } from "./holder-name.ts";

/** The one algorithm of our badges; nothing else is believed. */
export const ALGORITHM = "ES256";

/** Public keys as `/huy-hieu/khoa.json` publishes them. */
export const KeySet = z.object({
  keys: z.array(
    z.looseObject({ kty: z.literal("EC"), crv: z.literal("P-256"), x: z.string(), y: z.string() }),
  ),
});
export type KeySet = z.infer<typeof KeySet>;

/** What a genuine badge says. */
export interface BadgeFacts {
  /** Of the credential. */
  readonly id: string;
  readonly courseTitle: string;
  readonly description: string;
  readonly issuerName: string;
  readonly issuerUrl: string;
  readonly issuedAt: Date;
  readonly completedAt: Date | null;
  /** As the issuer says it: "90" percent; null without one. */
  readonly result: string | null;
  /** Frameworks that the course names, with code and level. */
  readonly alignments: readonly string[];
  /** Where the issuer says in words how it stands; null when the badge names no such page. */
  readonly checkUrl: string | null;
  /** What it says of the name in hashed form: of its exact writing, of all its writings, or nothing. */
  readonly names: readonly HashedName[];
}

interface HashedName {
  readonly of: "this-writing" | "any-writing";
  readonly hash: string;
  readonly salt: string;
}

export type StatusCheck =
  /** No list was given. */
  | { readonly state: "not-asked" }
  /** The badge names no list: it cannot be revoked. */
  | { readonly state: "none" }
  /** Not genuine, of another issuer, another list, or damaged. */
  | { readonly state: "list-unusable" }
  | {
      readonly state: "standing" | "revoked";
      /** When the list was made: a later revocation is not in it. */
      readonly listedAt: Date;
      /** Whether the issuer says that a list as old as this should be fetched anew. */
      readonly stale: boolean;
    };

export type CredentialCheck =
  /** No compact JWS of a badge. */
  | { readonly verdict: "unreadable" }
  /** Signed by a key that is not among those given. */
  | { readonly verdict: "unknown-key" }
  /** The signature does not fit. */
  | { readonly verdict: "forged" }
  /** Genuinely signed, but no badge, or its claims contradict one another. */
  | { readonly verdict: "inconsistent" }
  | { readonly verdict: "not-yet"; readonly badge: BadgeFacts }
  | { readonly verdict: "genuine"; readonly badge: BadgeFacts; readonly status: StatusCheck };

export interface Evidence {
  readonly keys: KeySet;
  /** The status list as VC-JWT, or null. */
  readonly statusList: string | null;
  readonly now: Date;
}

/** Clocks of villages and of servers differ. */
const SKEW_SECONDS = 5 * 60;

/**
 * Verifies an Open Badge 3.0 as VC-JWT (§8.2.4) by keys and, when given, by a status list. Asks nobody:
 * it runs without a network, on a server, at a command line and in a browser alike.
 */
export async function verifyCredential(text: string, given: Evidence): Promise<CredentialCheck> {
  const opened = await openJws(text.trim(), given.keys);
  if (!("payload" in opened)) return opened;
  const parsed = BadgePayload.safeParse(opened.payload);
  if (!parsed.success || !agrees(parsed.data)) return { verdict: "inconsistent" };
  const badge = factsOf(parsed.data);
  if (parsed.data.nbf > secondsOf(given.now) + SKEW_SECONDS) return { verdict: "not-yet", badge };
  return { verdict: "genuine", badge, status: await statusOf(parsed.data, given) };
}

/**
 * Whether a name, as read on the paper, is the one that the badge was given to, however it is typed; null
 * when it says none.
 */
export async function isNameOf(badge: BadgeFacts, fullName: string): Promise<boolean | null> {
  if (badge.names.length === 0) return null;
  for (const { of, hash, salt } of badge.names) {
    const hashes =
      of === "any-writing"
        ? [await hashSameName(fullName, salt)]
        : await Promise.all(likelyWritings(fullName).map((name) => hashName(name, salt)));
    if (hashes.includes(hash)) return true;
  }
  return false;
}

/** The list that a credential names, so that whoever verifies can fetch it; null when it names none. */
export function statusListOf(text: string): string | null {
  const payload = jsonOf(text.trim().split(".")[1] ?? "");
  const parsed = BadgePayload.safeParse(payload);
  return parsed.success ? (parsed.data.credentialStatus?.statusListCredential ?? null) : null;
}

/** The payload of a credential of ours, not verified: for reading it. */
export function readPayload(text: string): unknown {
  return jsonOf(text.split(".")[1] ?? "");
}

type Unopened = { readonly verdict: "unreadable" | "unknown-key" | "forged" };

async function openJws(
  jws: string,
  keys: KeySet,
): Promise<Unopened | { readonly payload: unknown }> {
  const parts = jws.split(".");
  if (parts.length !== 3 || !parts.every(isCanonical)) return { verdict: "unreadable" };
  const header = headerOf(jws);
  if (header === null) return { verdict: "unreadable" };
  const jwk = await keyOf(header.kid, keys);
  if (jwk === null) return { verdict: "unknown-key" };
  try {
    const { kty, crv, x, y } = jwk;
    const key = await importJWK({ kty, crv, x, y }, ALGORITHM);
    const { payload } = await compactVerify(jws, key, { algorithms: [ALGORITHM] });
    return { payload: JSON.parse(new TextDecoder().decode(payload)) };
  } catch {
    return { verdict: "forged" }; // jose throws for a signature that does not fit
  }
}

/** Base64url in its one form: else the last letter of a signature could be changed unnoticed. */
function isCanonical(part: string): boolean {
  try {
    return part !== "" && base64url.encode(base64url.decode(part)) === part;
  } catch {
    return false;
  }
}

/** Open Badges 3.0 allows no other headers; `typ` of a status list is that of VC-JOSE-COSE. */
const Header = z.strictObject({
  alg: z.literal(ALGORITHM),
  kid: z.string(),
  typ: z.enum(["JWT", "vc+jwt"]).optional(),
});

function headerOf(jws: string): z.infer<typeof Header> | null {
  try {
    return Header.safeParse(decodeProtectedHeader(jws)).data ?? null;
  } catch {
    return null;
  }
}

/** By the key's own fingerprint, so that it is found whatever host the issuer had by then. */
async function keyOf(kid: string, { keys }: KeySet): Promise<KeySet["keys"][number] | null> {
  const keyId = keyIdOf(kid);
  if (keyId === null) return null;
  for (const key of keys) {
    const { kty, crv, x, y } = key;
    if ((await calculateJwkThumbprint({ kty, crv, x, y })) === keyId) return key;
  }
  return null;
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(base64url.decode(part)));
  } catch {
    return null;
  }
}

function agrees(payload: BadgePayload): boolean {
  return (
    payload.iss === payload.issuer.id &&
    payload.jti === payload.id &&
    payload.sub === payload.credentialSubject.id &&
    payload.nbf === secondsOf(new Date(payload.validFrom))
  );
}

function factsOf(payload: BadgePayload): BadgeFacts {
  const { achievement, activityEndDate, result } = payload.credentialSubject;
  return {
    id: payload.id,
    courseTitle: achievement.name,
    description: payload.description ?? "",
    issuerName: payload.issuer.name,
    issuerUrl: payload.issuer.url ?? payload.issuer.id,
    issuedAt: new Date(payload.validFrom),
    completedAt: activityEndDate === undefined ? null : new Date(activityEndDate),
    result: result?.[0]?.value ?? null,
    alignments: (achievement.alignment ?? []).map(({ targetName }) => targetName),
    checkUrl: payload.evidence?.[0]?.id ?? null,
    names: namesIn(payload),
  };
}

const NAME_TYPES: Readonly<Record<string, HashedName["of"]>> = {
  name: "this-writing",
  [ANY_WRITING]: "any-writing",
};

function namesIn({ credentialSubject }: BadgePayload): readonly HashedName[] {
  return (credentialSubject.identifier ?? []).flatMap(
    ({ hashed, identityType, identityHash: hash, salt = "" }) => {
      const of = NAME_TYPES[identityType];
      return hashed && of !== undefined ? [{ of, hash, salt }] : [];
    },
  );
}

async function statusOf(payload: BadgePayload, given: Evidence): Promise<StatusCheck> {
  const entry = payload.credentialStatus;
  if (entry === undefined) return { state: "none" };
  if (given.statusList === null) return { state: "not-asked" };
  const unusable = { state: "list-unusable" } as const;
  const opened = await openJws(given.statusList.trim(), given.keys);
  if (!("payload" in opened)) return unusable;
  const parsed = StatusListPayload.safeParse(opened.payload);
  if (!parsed.success) return unusable;
  const list = parsed.data;
  if (list.id !== entry.statusListCredential || list.issuer !== payload.issuer.id) return unusable;
  const bits = await decodeBits(list.credentialSubject.encodedList);
  const bit = bits === null ? null : bitAt(bits, Number(entry.statusListIndex));
  if (bit === null) return unusable;
  const until = list.exp ?? Number.POSITIVE_INFINITY;
  return {
    state: bit ? "revoked" : "standing",
    listedAt: new Date(list.validFrom),
    stale: secondsOf(given.now) > until,
  };
}
