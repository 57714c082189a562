import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { CourseFacts } from "#app/domain/certificates/achievement.ts";
import { bitsOf, encodeBits } from "#app/domain/certificates/bitstring.ts";
import {
  type Award,
  badgePayload,
  statusListPayload,
} from "#app/domain/certificates/credential.ts";
import type { BadgeKeys } from "#app/domain/certificates/deps.ts";
import { hashName, hashSameName } from "#app/domain/certificates/holder-name.ts";
import { signPayload } from "#app/domain/certificates/sign-payload.server.ts";
import { type BadgeKeysOptions, openBadgeKeys } from "#app/server/adapters/badge-keys.server.ts";

export const ORIGIN = "https://nephoc.example.vn";
export const ISSUED_AT = new Date("2026-11-22T03:00:00.250Z");
export const HER_NAME = "Giàng Thị Mỷ";

/** Keys of an installation of its own. */
export async function newBadgeKeys(
  overrides: Partial<BadgeKeysOptions> = {},
): Promise<BadgeKeysOptions> {
  const folder = await mkdtemp(join(tmpdir(), "nep-hoc-keys-"));
  return {
    secret: "bí mật của bài kiểm tra, đủ dài để dùng",
    file: join(folder, "huy-hieu", "khoa.json"),
    origin: ORIGIN,
    ...overrides,
  };
}

export async function testKeys(): Promise<BadgeKeys> {
  return openBadgeKeys(await newBadgeKeys());
}

export function courseFacts(overrides: Partial<CourseFacts> = {}): CourseFacts {
  return {
    courseId: "ban-hang-qr",
    title: "Bán hàng và nhận tiền bằng mã QR",
    description: "Nhận tiền của khách bằng mã QR mà không sợ nhầm.",
    version: "2026-11-22",
    narrative: "Học xong 6 bài và đạt bài kiểm tra cuối khóa từ 70% trở lên.",
    passPercent: 70,
    frameworks: [{ framework: "TT-02-2025-BGDDT", code: "4", level: "1" }],
    ...overrides,
  };
}

export async function awardWith(overrides: Partial<Award> = {}): Promise<Award> {
  return {
    certificateId: "0192f0c2-8f2b-7c1e-9d55-1b2c3d4e5f60",
    accountId: "0192f0c2-8f2b-7c1e-9d55-1b2c3d4e5f61",
    nameHash: await hashName(HER_NAME, "SALT"),
    sameNameHash: await hashSameName(HER_NAME, "SALT"),
    salt: "SALT",
    shownCode: "7K3M-9QXT-2B4D-8FHR",
    statusIndex: 42,
    issuedAt: ISSUED_AT,
    completedAt: new Date("2026-11-20T13:00:00Z"),
    finalScaled: 0.9,
    sample: false,
    ...overrides,
  };
}

/** A badge as VC-JWT. */
export async function badgeWith(
  badgeKeys: BadgeKeys,
  overrides: Partial<Award> = {},
  course: CourseFacts = courseFacts(),
): Promise<string> {
  const payload = badgePayload(ORIGIN, course, await awardWith(overrides));
  return (await signPayload({ badgeKeys, origin: ORIGIN }, payload, "JWT")).jwt;
}

/** A status list as VC-JWT, in which those entries are revoked. */
export async function listWith(
  badgeKeys: BadgeKeys,
  revoked: readonly number[],
  { list = 1, listedAt = ISSUED_AT } = {},
): Promise<string> {
  const encoded = await encodeBits(bitsOf(131_072, revoked));
  const payload = statusListPayload(ORIGIN, list, encoded, listedAt);
  return (await signPayload({ badgeKeys, origin: ORIGIN }, payload, "vc+jwt")).jwt;
}
