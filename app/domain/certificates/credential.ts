import { z } from "zod";

import {
  Achievement,
  achievementOf,
  type CourseFacts,
  IssuerProfile,
  issuerOf,
  resultIri,
} from "./achievement.ts";
import { checkUrl, listIri, placeOfStatus } from "./addresses.ts";
import { percentOf } from "./certificate.ts";

export const VC_CONTEXT = "https://www.w3.org/ns/credentials/v2";
/** What all writings of a name share, hashed; an extension as Open Badges 3.0 allows (IdentifierTypeEnum). */
export const ANY_WRITING = "ext:name";
export const OB_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

const typed = (term: string) => z.array(z.string()).refine((types) => types.includes(term));
const Instant = z.iso.datetime({ offset: true });
const Iri = z.string().regex(/^[a-z][\w+.-]*:\S+$/iu);

/** The registered claims that both kinds of our credentials carry beside the credential itself. */
const Claims = { iss: Iri, jti: Iri, nbf: z.int() };

/**
 * The payload of an Open Badge 3.0 as VC-JWT (§8.2): the credential of VC Data Model 2.0 itself, with
 * `iss`, `jti`, `nbf` and `sub` repeating its issuer, id, validFrom and subject.
 */
export const BadgePayload = z.looseObject({
  ...Claims,
  sub: Iri,
  "@context": z.tuple(
    [z.literal(VC_CONTEXT), z.string().startsWith("https://purl.imsglobal.org/spec/ob/v3p0/")],
    z.string(),
  ),
  id: Iri,
  type: z
    .array(z.string())
    .refine(
      (types) =>
        types.includes("VerifiableCredential") &&
        (types.includes("OpenBadgeCredential") || types.includes("AchievementCredential")),
    ),
  name: z.string().min(1),
  description: z.string().optional(),
  issuer: IssuerProfile,
  validFrom: Instant,
  credentialSubject: z.object({
    id: Iri,
    type: typed("AchievementSubject"),
    activityEndDate: Instant.optional(),
    identifier: z
      .array(
        z.object({
          type: z.literal("IdentityObject"),
          hashed: z.boolean(),
          identityHash: z.string(),
          identityType: z.string(),
          salt: z.string().optional(),
        }),
      )
      .optional(),
    achievement: Achievement,
    result: z
      .array(
        z.object({
          type: typed("Result"),
          resultDescription: z.url().optional(),
          value: z.string().optional(),
        }),
      )
      .optional(),
  }),
  evidence: z
    .array(
      z.object({ id: z.url().optional(), type: typed("Evidence"), name: z.string().optional() }),
    )
    .optional(),
  credentialStatus: z
    .object({
      id: Iri,
      type: z.literal("BitstringStatusListEntry"),
      statusPurpose: z.literal("revocation"),
      statusListIndex: z.string().regex(/^\d{1,9}$/u),
      statusListCredential: z.url(),
    })
    .optional(),
});
export type BadgePayload = z.infer<typeof BadgePayload>;

/** The payload of a status list (Bitstring Status List v1.0 as VC-JWT). */
export const StatusListPayload = z.looseObject({
  ...Claims,
  exp: z.int().optional(),
  "@context": z.array(z.string()).refine(([first]) => first === VC_CONTEXT),
  id: Iri,
  type: typed("BitstringStatusListCredential"),
  issuer: Iri,
  validFrom: Instant,
  validUntil: Instant.optional(),
  credentialSubject: z.object({
    id: Iri,
    type: z.literal("BitstringStatusList"),
    statusPurpose: z.literal("revocation"),
    encodedList: z.string(),
  }),
});
export type StatusListPayload = z.infer<typeof StatusListPayload>;

const NO_DIPLOMA =
  "Giấy chứng nhận của nền tảng học tập Nếp Học, không phải văn bằng, chứng chỉ của Nhà nước.";
const SAMPLE = "Dữ liệu mẫu, không có giá trị.";

/** What a badge says of one certificate, besides its course. */
export interface Award {
  readonly certificateId: string;
  /** Of an account: says nothing by itself. */
  readonly accountId: string;
  /** As `hashName` makes it. */
  readonly nameHash: string;
  /** As `hashSameName` makes it. */
  readonly sameNameHash: string;
  readonly salt: string;
  /** As paper shows it. */
  readonly shownCode: string;
  readonly statusIndex: number;
  readonly issuedAt: Date;
  readonly completedAt: Date;
  readonly finalScaled: number | null;
  readonly sample: boolean;
}

/** The payload that is signed when a certificate is issued. */
export function badgePayload(origin: string, course: CourseFacts, award: Award): BadgePayload {
  const issuer = issuerOf(origin);
  const id = `urn:uuid:${award.certificateId}`;
  const subject = `urn:uuid:${award.accountId}`;
  const validFrom = secondsText(award.issuedAt);
  return {
    iss: issuer.id,
    jti: id,
    sub: subject,
    nbf: secondsOf(award.issuedAt),
    "@context": [VC_CONTEXT, OB_CONTEXT],
    id,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: `Hoàn thành khóa học: ${course.title}`,
    description: award.sample ? `${NO_DIPLOMA} ${SAMPLE}` : NO_DIPLOMA,
    issuer,
    validFrom,
    credentialSubject: {
      id: subject,
      type: ["AchievementSubject"],
      activityEndDate: secondsText(award.completedAt),
      identifier: [
        hashedName("name", award.nameHash, award.salt),
        hashedName(ANY_WRITING, award.sameNameHash, award.salt),
      ],
      achievement: achievementOf(origin, course),
      ...resultOf(origin, course, award.finalScaled),
    },
    evidence: [
      { id: checkUrl(origin, award.shownCode), type: ["Evidence"], name: "Trang kiểm tra" },
    ],
    credentialStatus: statusOf(origin, award.statusIndex),
  };
}

function hashedName(identityType: string, identityHash: string, salt: string) {
  return { type: "IdentityObject" as const, hashed: true, identityHash, identityType, salt };
}

function resultOf(origin: string, course: CourseFacts, finalScaled: number | null) {
  if (finalScaled === null || course.passPercent === null) return {};
  const resultDescription = resultIri(origin, course.courseId);
  return {
    result: [{ type: ["Result"], resultDescription, value: String(percentOf(finalScaled)) }],
  };
}

function statusOf(origin: string, statusIndex: number): BadgePayload["credentialStatus"] {
  const { list, entry } = placeOfStatus(statusIndex);
  const statusListCredential = listIri(origin, list);
  return {
    id: `${statusListCredential}#${entry}`,
    type: "BitstringStatusListEntry",
    statusPurpose: "revocation",
    statusListIndex: String(entry),
    statusListCredential,
  };
}

/** A list is to be fetched anew after this long at the latest. */
const LIST_GOOD_FOR_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

export function statusListPayload(
  origin: string,
  list: number,
  encodedList: string,
  listedAt: Date,
): StatusListPayload {
  const id = listIri(origin, list);
  const until = new Date(listedAt.getTime() + LIST_GOOD_FOR_MILLISECONDS);
  const issuer = issuerOf(origin).id;
  return {
    iss: issuer,
    jti: id,
    nbf: secondsOf(listedAt),
    exp: secondsOf(until),
    "@context": [VC_CONTEXT],
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer,
    validFrom: secondsText(listedAt),
    validUntil: secondsText(until),
    credentialSubject: {
      id: `${id}#list`,
      type: "BitstringStatusList",
      statusPurpose: "revocation",
      encodedList,
    },
  };
}

/** NumericDate of JWT: whole seconds. */
export function secondsOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

/** The same second as text, so that both say the same. */
function secondsText(instant: Date): string {
  return new Date(secondsOf(instant) * 1000).toISOString().replace(".000Z", "Z");
}
