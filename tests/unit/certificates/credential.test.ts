import { createHash } from "node:crypto";

import { decodeJwt, decodeProtectedHeader } from "jose";
import { expect, test } from "vitest";
import { z } from "zod";

import { badgePayload, statusListPayload } from "#app/domain/certificates/credential.ts";
import { hashName } from "#app/domain/certificates/holder-name.ts";
import { readPayload } from "#app/domain/certificates/index.ts";
import {
  awardWith,
  badgeWith,
  courseFacts,
  HER_NAME,
  ORIGIN,
  testKeys,
} from "#tests/setup/badges.ts";

/** What the data model of Open Badges 3.0 names, and nothing beside it. */
const terms = (term: string) => z.array(z.string()).refine((all) => all.includes(term));
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
const Profile = z.strictObject({
  id: z.url(),
  type: terms("Profile"),
  name: z.string(),
  url: z.url(),
});
const OpenBadge = z.strictObject({
  // Claims of the JSON Web Token proof format.
  iss: z.url(),
  jti: z.string(),
  sub: z.string(),
  nbf: z.int(),
  "@context": z.tuple([
    z.literal("https://www.w3.org/ns/credentials/v2"),
    z.literal("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
  ]),
  id: z.string().startsWith("urn:uuid:"),
  type: terms("VerifiableCredential").and(terms("OpenBadgeCredential")),
  name: z.string().min(1),
  description: z.string(),
  issuer: Profile,
  validFrom: instant,
  credentialSubject: z.strictObject({
    id: z.string().startsWith("urn:uuid:"),
    type: terms("AchievementSubject"),
    activityEndDate: instant,
    identifier: z.array(
      z.strictObject({
        type: z.literal("IdentityObject"),
        hashed: z.literal(true),
        identityHash: z.string().regex(/^sha256\$[0-9a-f]{64}$/u),
        // The extension that the standard allows beside its own terms.
        identityType: z.union([z.literal("name"), z.string().regex(/^ext:[\w.-]+$/u)]),
        salt: z.string().min(1),
      }),
    ),
    achievement: z.strictObject({
      id: z.url(),
      type: terms("Achievement"),
      achievementType: z.literal("CertificateOfCompletion"),
      name: z.string().min(1),
      description: z.string().min(1),
      version: z.string().min(1),
      criteria: z.strictObject({ narrative: z.string().min(1) }),
      alignment: z.array(
        z.strictObject({
          type: terms("Alignment"),
          targetName: z.string(),
          targetUrl: z.url(),
          targetFramework: z.string(),
          targetCode: z.string(),
        }),
      ),
      resultDescription: z.array(
        z.strictObject({
          id: z.url(),
          type: terms("ResultDescription"),
          name: z.string(),
          resultType: z.literal("Percent"),
          requiredValue: z.string(),
          valueMin: z.literal("0"),
          valueMax: z.literal("100"),
        }),
      ),
    }),
    result: z.array(
      z.strictObject({ type: terms("Result"), resultDescription: z.url(), value: z.string() }),
    ),
  }),
  evidence: z.array(z.strictObject({ id: z.url(), type: terms("Evidence"), name: z.string() })),
  credentialStatus: z.strictObject({
    id: z.string(),
    type: z.literal("BitstringStatusListEntry"),
    statusPurpose: z.literal("revocation"),
    statusListIndex: z.string().regex(/^\d+$/u),
    statusListCredential: z.url(),
  }),
});

test("a badge is an Open Badge 3.0 and names nothing that the standard does not", async () => {
  const keys = await testKeys();
  const jwt = await badgeWith(keys);
  const badge = OpenBadge.parse(readPayload(jwt));
  expect(badge.credentialSubject.achievement.alignment[0]).toMatchObject({
    targetFramework: "TT 02/2025/TT-BGDĐT",
    targetCode: "4",
  });
  expect(badge.credentialSubject.result[0]).toMatchObject({
    resultDescription: badge.credentialSubject.achievement.resultDescription[0]?.id,
    value: "90",
  });
  expect(badge.credentialStatus).toMatchObject({
    id: `${ORIGIN}/huy-hieu/danh-sach/1#42`,
    statusListIndex: "42",
    statusListCredential: `${ORIGIN}/huy-hieu/danh-sach/1`,
  });
  expect(badge.description).toContain("không phải văn bằng, chứng chỉ của Nhà nước");
});

test("its claims repeat the issuer, the id, the day and the subject, and its header names the key", async () => {
  const keys = await testKeys();
  const jwt = await badgeWith(keys);
  const payload = OpenBadge.parse(decodeJwt(jwt));
  expect(payload.iss).toBe(payload.issuer.id);
  expect(payload.jti).toBe(payload.id);
  expect(payload.sub).toBe(payload.credentialSubject.id);
  expect(new Date(payload.nbf * 1000)).toEqual(new Date(payload.validFrom));
  const { id } = await keys.current();
  expect(decodeProtectedHeader(jwt)).toEqual({
    alg: "ES256",
    kid: `${ORIGIN}/huy-hieu/khoa/${id}.json`,
    typ: "JWT",
  });
  const { keys: published } = await keys.published();
  expect(published).toHaveLength(1);
  expect(published[0]).not.toHaveProperty("d");
});

test("a badge holds the name only as a salted hash", async () => {
  const jwt = await badgeWith(await testKeys());
  const text = JSON.stringify(readPayload(jwt));
  for (const part of HER_NAME.split(" ")) expect(text).not.toContain(part);
  const hash = createHash("sha256").update(`${HER_NAME}SALT`, "utf8").digest("hex");
  expect(await hashName(HER_NAME.normalize("NFD"), "SALT")).toBe(`sha256$${hash}`);
});

test("a course without a final test or a framework leaves those parts out", async () => {
  const facts = courseFacts({ passPercent: null, frameworks: [] });
  const payload = badgePayload(ORIGIN, facts, await awardWith({ finalScaled: 0.8 }));
  expect(payload.credentialSubject).not.toHaveProperty("result");
  expect(payload.credentialSubject.achievement).not.toHaveProperty("alignment");
  expect(payload.credentialSubject.achievement).not.toHaveProperty("resultDescription");
});

test("a badge of sample people says that it has no value", async () => {
  const payload = badgePayload(ORIGIN, courseFacts(), await awardWith({ sample: true }));
  expect(payload.description).toContain("Dữ liệu mẫu");
});

test("a status list is a credential of its own that says until when it is good", () => {
  const listedAt = new Date("2026-11-22T03:00:00Z");
  expect(statusListPayload(ORIGIN, 2, "uAAA", listedAt)).toEqual({
    iss: `${ORIGIN}/huy-hieu/to-chuc.json`,
    jti: `${ORIGIN}/huy-hieu/danh-sach/2`,
    nbf: listedAt.getTime() / 1000,
    exp: new Date("2026-12-22T03:00:00Z").getTime() / 1000,
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    id: `${ORIGIN}/huy-hieu/danh-sach/2`,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: `${ORIGIN}/huy-hieu/to-chuc.json`,
    validFrom: "2026-11-22T03:00:00Z",
    validUntil: "2026-12-22T03:00:00Z",
    credentialSubject: {
      id: `${ORIGIN}/huy-hieu/danh-sach/2#list`,
      type: "BitstringStatusList",
      statusPurpose: "revocation",
      encodedList: "uAAA",
    },
  });
});
