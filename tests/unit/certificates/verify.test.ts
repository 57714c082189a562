import fc from "fast-check";
import { base64url, CompactSign, generateKeyPair } from "jose";
import { afterEach, beforeAll, expect, test, vi } from "vitest";

import type { BadgeKeys } from "#app/domain/certificates/deps.ts";
import { hashName, hashSameName } from "#app/domain/certificates/holder-name.ts";
import {
  type BadgeFacts,
  isNameOf,
  KeySet,
  readPayload,
  verifyCredential,
} from "#app/domain/certificates/index.ts";
import type { Evidence } from "#app/domain/certificates/verify-credential.ts";
import { signPayload } from "#app/domain/certificates/sign-payload.server.ts";
import { openBadgeKeys, rotateBadgeKey } from "#app/server/adapters/badge-keys.server.ts";
import {
  badgeWith,
  HER_NAME,
  ISSUED_AT,
  listWith,
  newBadgeKeys,
  ORIGIN,
  testKeys,
} from "#tests/setup/badges.ts";

import { writingOf } from "../kernel/spellings.ts";

let keys: BadgeKeys;
let published: KeySet;

beforeAll(async () => {
  keys = await testKeys();
  // As somebody downloads it.
  published = KeySet.parse(JSON.parse(JSON.stringify(await keys.published())));
});
afterEach(() => vi.unstubAllGlobals());

const given = (overrides: Partial<Evidence> = {}): Evidence => ({
  keys: published,
  statusList: null,
  now: new Date(ISSUED_AT.getTime() + 60_000),
  ...overrides,
});

test("a badge is verified without any network, by keys and a list that were carried there", async () => {
  vi.stubGlobal("fetch", () => {
    throw new Error("there is no network here");
  });
  const badge = await badgeWith(keys);
  const check = await verifyCredential(badge, given({ statusList: await listWith(keys, [7]) }));
  expect(check).toMatchObject({
    verdict: "genuine",
    badge: {
      courseTitle: "Bán hàng và nhận tiền bằng mã QR",
      issuerName: "Nếp Học",
      result: "90",
      checkUrl: `${ORIGIN}/kiem-tra/khoa-hoc/7K3M-9QXT-2B4D-8FHR`,
    },
    status: { state: "standing", listedAt: new Date("2026-11-22T03:00:00Z"), stale: false },
  });
});

test("the list tells of its own revocations only, and says when it is old", async () => {
  const badge = await badgeWith(keys, { statusIndex: 42 });
  const statusOf = async (overrides: Partial<Evidence>) => {
    const check = await verifyCredential(badge, given(overrides));
    return check.verdict === "genuine" ? check.status : check;
  };
  const revoked = await listWith(keys, [42]);
  const later = new Date("2027-03-01T00:00:00Z");
  expect(await statusOf({ statusList: null })).toEqual({ state: "not-asked" });
  expect(await statusOf({ statusList: revoked })).toMatchObject({ state: "revoked", stale: false });
  expect(await statusOf({ statusList: revoked, now: later })).toMatchObject({
    state: "revoked",
    stale: true,
  });
  const unusable = { state: "list-unusable" };
  expect(await statusOf({ statusList: await listWith(keys, [42], { list: 2 }) })).toEqual(unusable);
  expect(await statusOf({ statusList: `${revoked.slice(0, -4)}AAAA` })).toEqual(unusable);
  expect(await statusOf({ statusList: badge })).toEqual(unusable);
  expect(await statusOf({ statusList: await listWith(await otherKeys(), []) })).toEqual(unusable);
});

async function otherKeys(): Promise<BadgeKeys> {
  return openBadgeKeys(await newBadgeKeys({ secret: "một bí mật khác, cũng đủ dài để dùng" }));
}

async function isGenuine(text: string): Promise<boolean> {
  return (await verifyCredential(text, given())).verdict === "genuine";
}

test("whatever single letter of a badge is changed, it is genuine no more", async () => {
  const badge = await badgeWith(keys);
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=";
  const changed = (at: number, letter: string) => badge.slice(0, at) + letter + badge.slice(at + 1);
  expect(await isGenuine(badge)).toBe(true);
  // The last letter carries spare bits: every other one must be refused too.
  for (const letter of letters) {
    const text = changed(badge.length - 1, letter);
    expect(await isGenuine(text), text.slice(-4)).toBe(text === badge);
  }
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: badge.length - 1 }),
      fc.constantFrom(...letters.split("")),
      async (at, letter) => {
        fc.pre(badge.charAt(at) !== letter);
        expect(await isGenuine(changed(at, letter))).toBe(false);
      },
    ),
    { numRuns: 400 },
  );
  for (let cut = 1; cut < badge.length; cut += 97) {
    expect(await isGenuine(badge.slice(0, -cut))).toBe(false);
  }
});

test("a payload that was changed, a foreign key and an algorithm of none are told apart", async () => {
  const badge = await badgeWith(keys);
  const [header = "", payload = "", signature = ""] = badge.split(".");
  const richer = new TextDecoder().decode(base64url.decode(payload)).replace('"90"', '"99"');
  const forged = [header, base64url.encode(richer), signature].join(".");
  expect(await verifyCredential(forged, given())).toEqual({ verdict: "forged" });

  const foreign = await badgeWith(await otherKeys());
  expect(await verifyCredential(foreign, given())).toEqual({ verdict: "unknown-key" });

  const none = base64url.encode(JSON.stringify({ alg: "none", typ: "JWT" }));
  const unsigned = `${none}.${payload}.AAAA`;
  expect(await verifyCredential(unsigned, given())).toEqual({ verdict: "unreadable" });

  // Somebody's own key under the name of ours.
  const { id } = await keys.current();
  const { privateKey } = await generateKeyPair("ES256");
  const posed = await new CompactSign(base64url.decode(payload))
    .setProtectedHeader({ alg: "ES256", kid: `${ORIGIN}/huy-hieu/khoa/${id}.json` })
    .sign(privateKey);
  expect(await verifyCredential(posed, given())).toEqual({ verdict: "forged" });
  for (const text of ["", "eyJ", "a.b.c", "không phải huy hiệu", "..", "{}"]) {
    expect(await verifyCredential(text, given())).toEqual({ verdict: "unreadable" });
  }
});

test("what is signed but contradicts itself is no badge", async () => {
  const genuine = readPayload(await badgeWith(keys));
  if (typeof genuine !== "object" || genuine === null) throw new Error("no payload");
  for (const change of [
    { iss: "https://noi-khac.example/to-chuc.json" },
    { jti: "urn:uuid:0192f0c2-8f2b-7c1e-9d55-000000000000" },
    { sub: "urn:uuid:0192f0c2-8f2b-7c1e-9d55-000000000000" },
    { nbf: 1 },
    { nbf: undefined },
    { type: ["VerifiableCredential"] },
    { "@context": ["https://www.w3.org/ns/credentials/v2"] },
  ]) {
    const { jwt } = await signPayload(
      { badgeKeys: keys, origin: ORIGIN },
      { ...genuine, ...change },
      "JWT",
    );
    expect(await verifyCredential(jwt, given()), JSON.stringify(change)).toEqual({
      verdict: "inconsistent",
    });
  }
});

const at = (milliseconds: number) => new Date(ISSUED_AT.getTime() + milliseconds);

test("a badge from tomorrow is not yet good, a clock that is late by minutes does no harm", async () => {
  const badge = await badgeWith(keys);
  expect(await verifyCredential(badge, given({ now: at(-3_600_000) }))).toMatchObject({
    verdict: "not-yet",
  });
  expect(await verifyCredential(badge, given({ now: at(-120_000) }))).toMatchObject({
    verdict: "genuine",
  });
});

test("the name on the paper is compared with the badge", async () => {
  const check = await verifyCredential(await badgeWith(keys), given());
  if (check.verdict !== "genuine") throw new Error(check.verdict);
  expect(await isNameOf(check.badge, ` ${HER_NAME.normalize("NFD")} `)).toBe(true);
  expect(await isNameOf(check.badge, "Giàng Thị My")).toBe(false);
});

test("the same written differently: the name on a paper is its badge's however it is typed", async () => {
  const typed = fc
    .constantFrom("K'Sor H'Bia", "Nguyễn Thị Ngọc Ánh", "Lý A Hoà", "Đặng Thị Mỹ")
    .chain((name) => fc.tuple(fc.constant(name), writingOf(name)));
  await fc.assert(
    fc.asyncProperty(typed, async ([name, written]) => {
      const badge = await badgeOf(name);
      expect([written, await isNameOf(badge, written)]).toEqual([written, true]);
      expect(await isNameOf(badge, "Giàng Thị Mỷ")).toBe(false);
    }),
    { numRuns: 40 },
  );
});

test("the same written differently: a badge of before, which carries one writing alone, is found by the others", async () => {
  for (const [name, written] of [
    ["K'Sor H'Bia", "K’SOR H’BIA"],
    ["Nguyễn Thị Ngọc Ánh", "NGUYỄN THỊ NGỌC ÁNH"],
    ["Lý A Hoà", "lý a hòa"],
    ["Trần Thị Thúy", "Trần Thị Thuý"],
  ] as const) {
    const { names, ...facts } = await badgeOf(name);
    const earlier = { ...facts, names: names.filter(({ of }) => of === "this-writing") };
    expect([written, await isNameOf(earlier, written)]).toEqual([written, true]);
  }
});

async function badgeOf(name: string): Promise<BadgeFacts> {
  const nameHash = await hashName(name, "SALT");
  const sameNameHash = await hashSameName(name, "SALT");
  const check = await verifyCredential(await badgeWith(keys, { nameHash, sameNameHash }), given());
  if (check.verdict !== "genuine") throw new Error(check.verdict);
  return check.badge;
}

test("badges of a key that was left are verified for good, also when the secret was changed", async () => {
  const options = await newBadgeKeys();
  const first = await badgeWith(openBadgeKeys(options));
  await rotateBadgeKey(options);
  const second = await badgeWith(openBadgeKeys(options));
  const changed = openBadgeKeys({ ...options, secret: "bí mật mới của máy chủ, đủ dài để dùng" });
  const third = await badgeWith(changed);

  const all = await changed.published();
  expect(all.keys).toHaveLength(3);
  for (const badge of [first, second, third]) {
    expect(await verifyCredential(badge, given({ keys: all }))).toMatchObject({
      verdict: "genuine",
    });
  }
  expect(new Set([first, second, third].map((badge) => badge.split(".")[0])).size).toBe(3);
});

test("the same secret gives the same key after the data folder was lost", async () => {
  const [one, other] = await Promise.all([
    openBadgeKeys(await newBadgeKeys()).current(),
    openBadgeKeys(await newBadgeKeys()).current(),
  ]);
  expect(one.id).toBe(other.id);
});
