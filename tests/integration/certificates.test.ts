import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import type { Db } from "#app/db/index.server.ts";
import { verifyAudit } from "#app/domain/audit/index.server.ts";
import { bitAt, decodeBits } from "#app/domain/certificates/bitstring.ts";
import { StatusListPayload } from "#app/domain/certificates/credential.ts";
import type { CertificateDeps } from "#app/domain/certificates/index.ts";
import { isNameOf, readPayload, verifyCredential } from "#app/domain/certificates/index.ts";
import {
  checkCertificate,
  issueCertificate,
  listCertificates,
  listMyCertificates,
  readAchievement,
  readCertificate,
  readStatusList,
  reissueCertificate,
  revokeCertificate,
  verifyBadge,
} from "#app/domain/certificates/index.server.ts";
import { newPublicCode } from "#app/domain/evaluation/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { formatPublicCode, valueOf } from "#app/domain/kernel/index.ts";
import type { LearningDeps } from "#app/domain/learning/index.ts";
import {
  namePackageCourse,
  recordPackageActs,
  submitQuiz,
} from "#app/domain/learning/index.server.ts";
import { eraseRecordOfPerson } from "#app/server/erase-records.server.ts";
import { ORIGIN, testKeys } from "#tests/setup/badges.ts";
import { courseWith } from "#tests/setup/course.ts";
import { addPerson, addVillage, BAC_HA, LAO_CAI, NOW, TA_VAN } from "#tests/setup/people.ts";
import { test as base, type TestDatabase } from "#tests/setup/test-with-db.ts";

const COURSE = "khoa-mau";
const RIGHT = { q1: ["0"], q2: ["0"] };
const REASON = "Cấp nhầm người, theo biên bản ngày 20/11/2026.";

interface Place {
  readonly deps: CertificateDeps & LearningDeps & { pass: (milliseconds: number) => void };
  readonly her: Actor;
  readonly official: Actor;
  readonly officer: Actor;
  /** An official of another commune. */
  readonly stranger: Actor;
}

async function settle({ transact }: TestDatabase): Promise<Place> {
  let now = NOW.getTime();
  const deps = {
    transact,
    catalogue: () => [courseWith()],
    baseIri: "https://nep-hoc.example/xapi",
    origin: ORIGIN,
    newCode: newPublicCode,
    badgeKeys: await testKeys(),
    now: () => new Date(now),
    newId: () => uuidv7(),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
  const villageId = await addVillage(transact);
  const away = await addVillage(transact, { communeId: TA_VAN });
  return {
    deps,
    her: await addPerson(transact, { villageId }),
    official: await addPerson(transact, {
      villageId,
      fullName: "Cứ Mí Dơ",
      office: { role: "commune_official", placeId: BAC_HA, title: "Công chức" },
    }),
    // At home in another commune than the one she looks after.
    officer: await addPerson(transact, {
      villageId: away,
      communeId: TA_VAN,
      fullName: "Trần Đức Tiến",
      office: { role: "provincial_officer", placeId: LAO_CAI, title: "Chuyên viên" },
    }),
    stranger: await addPerson(transact, {
      villageId: away,
      communeId: TA_VAN,
      fullName: "Lý Thị Sa",
      office: { role: "commune_official", placeId: TA_VAN, title: "Công chức" },
    }),
  };
}

const test = base.extend<{ readonly place: Place }>({
  place: async ({ database }, use) => use(await settle(database)),
});

async function finish(deps: LearningDeps, actor: Actor): Promise<void> {
  for (const lessonId of ["bai-mot", "bai-hai", "final"]) {
    const answers = { courseId: COURSE, lessonId, token: uuidv7(), answers: RIGHT };
    valueOf(await submitQuiz(deps, actor, answers));
  }
}

async function certified({ deps, her }: Place) {
  await finish(deps, her);
  const { certificateId } = valueOf(await issueCertificate(deps, her, { courseId: COURSE }));
  return valueOf(await readCertificate(deps, her, { certificateId }));
}

const everywhere = <Value>(deps: CertificateDeps, work: (db: Db) => Promise<Value>) =>
  deps.transact("everywhere", work);

test("who finished a course is given one certificate, however often and at once she asks", async ({
  place: { deps, her },
}) => {
  expect(await issueCertificate(deps, her, { courseId: COURSE })).toMatchObject({
    refusal: { code: "not-completed" },
  });
  await finish(deps, her);
  const asked = await Promise.all(
    Array.from({ length: 8 }, () => issueCertificate(deps, her, { courseId: COURSE })),
  );
  const given = asked.map((each) => valueOf(each));
  expect(new Set(given.map(({ certificateId }) => certificateId)).size).toBe(1);
  expect(given.filter(({ fresh }) => fresh)).toHaveLength(1);
  const rows = await everywhere(deps, (db) => db.courseCertificate.findMany());
  expect(rows).toMatchObject([
    {
      holderName: "Giàng Thị Mỷ",
      courseTitle: "Khóa mẫu",
      minutes: 44,
      finalScaled: 1,
      courseVersion: "2026-11-22",
      completedAt: NOW,
      issuedAt: NOW,
    },
  ]);
  const entries = await everywhere(deps, (db) =>
    db.auditEntry.findMany({ where: { action: "course-certificate.issued" } }),
  );
  expect(entries).toHaveLength(1);
  expect((await everywhere(deps, (db) => verifyAudit(db))).faults).toEqual([]);
});

test("a course of another maker is certified like one of ours", async ({
  place: { deps, her },
}) => {
  const courseId = `goi-${uuidv7()}`;
  const lesson = { courseId, lessonId: "u1", contentVersion: "b".repeat(64), at: NOW };
  await everywhere(deps, async (db) => {
    await namePackageCourse(db, {
      id: courseId,
      title: "Gói học",
      subject: "digital",
      lessonsTotal: 1,
    });
    await recordPackageActs(db, { ...her, courseId }, [
      { ...lesson, kind: "opened" },
      { ...lesson, kind: "lesson-completed", minutes: 30 },
      { ...lesson, kind: "course-completed" },
    ]);
  });
  const { certificateId } = valueOf(await issueCertificate(deps, her, { courseId }));
  const certificate = valueOf(await readCertificate(deps, her, { certificateId }));
  expect(certificate).toMatchObject({
    courseTitle: "Gói học",
    minutes: 30,
    finalScaled: null,
    courseVersion: "b".repeat(64),
  });
  expect(await readAchievement(deps, courseId)).toMatchObject({ name: "Gói học" });
  expect(await verifyBadge(deps, certificate.credential)).toMatchObject({ verdict: "genuine" });
});

test("anyone with the code is told what the paper says, and the badge leads to the same page", async ({
  place,
}) => {
  const { deps } = place;
  const { code, credential } = await certified(place);
  expect(await checkCertificate(deps, formatPublicCode(code).toLowerCase())).toMatchObject({
    status: "valid",
    certificate: { holderName: "Giàng Thị Mỷ", courseTitle: "Khóa mẫu", sample: false },
  });
  expect(await checkCertificate(deps, newPublicCode())).toEqual({ status: "unknown" });
  expect(await checkCertificate(deps, "mã giả")).toEqual({ status: "unknown" });
  const check = await verifyBadge(deps, credential);
  if (check.verdict !== "genuine") throw new Error(check.verdict);
  expect(check.badge.checkUrl).toBe(`${ORIGIN}/kiem-tra/khoa-hoc/${formatPublicCode(code)}`);
  expect(check.status).toMatchObject({ state: "standing" });
  expect(await isNameOf(check.badge, "Giàng Thị Mỷ")).toBe(true);
});

test("a revocation is for good, is told everywhere, and flips exactly one bit", async ({
  place,
}) => {
  const { deps, official, her } = place;
  const neighbour = await addPerson(deps.transact, { villageId: her.villageId });
  await certified({ ...place, her: neighbour });
  const certificate = await certified(place);
  const before = await bitsIn(deps);
  const revoke = { certificateId: certificate.id, reason: REASON };
  const presses = await Promise.all([
    revokeCertificate(deps, official, revoke),
    revokeCertificate(deps, official, revoke),
  ]);
  expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
  expect(presses.filter(({ ok }) => !ok)).toMatchObject([{ refusal: { code: "already-revoked" } }]);

  const after = await bitsIn(deps);
  const flipped = Array.from({ length: 131_072 }, (_, at) => at).filter(
    (at) => bitAt(before, at) !== bitAt(after, at),
  );
  expect(flipped).toEqual([certificate.statusIndex]);
  expect(await checkCertificate(deps, certificate.code)).toMatchObject({
    status: "revoked",
    revokedAt: NOW,
  });
  expect(await verifyBadge(deps, certificate.credential)).toMatchObject({
    verdict: "genuine",
    status: { state: "revoked" },
  });
  const [mine] = await listMyCertificates(deps, her);
  expect(mine).toMatchObject({ revokedAt: NOW });
  const entries = await everywhere(deps, (db) =>
    db.auditEntry.findMany({ where: { action: "course-certificate.revoked" } }),
  );
  expect(entries).toMatchObject([{ actorName: "Cứ Mí Dơ", subjectId: certificate.id }]);
  expect(entries[0]?.detail).toContain(REASON);
});

async function bitsIn(deps: CertificateDeps): Promise<Uint8Array> {
  const list = await readStatusList(deps, 1);
  const payload = StatusListPayload.parse(readPayload((await list?.sign()) ?? ""));
  const bits = await decodeBits(payload.credentialSubject.encodedList);
  if (bits === null) throw new Error("no list");
  return bits;
}

test("only who answers for her commune revokes, opens or lists a certificate", async ({
  place,
}) => {
  const { deps, her, official, officer, stranger } = place;
  const { id: certificateId } = await certified(place);
  const neighbour = await addPerson(deps.transact, { villageId: her.villageId });
  for (const other of [stranger, neighbour]) {
    const refused = { ok: false, refusal: { code: "not-yours" } };
    expect(await readCertificate(deps, other, { certificateId })).toEqual(refused);
    expect(await revokeCertificate(deps, other, { certificateId, reason: REASON })).toEqual(
      refused,
    );
    expect(await reissueCertificate(deps, other, { certificateId })).toEqual(refused);
  }
  const asked = { search: "", courseId: null, page: 1 };
  const commune = { kind: "commune", placeId: BAC_HA } as const;
  const province = { kind: "province", placeId: LAO_CAI } as const;
  for (const [who, desk] of [
    [stranger, commune],
    [her, commune],
    [official, province],
  ] as const) {
    expect(await listCertificates(deps, who, { ...asked, desk })).toMatchObject({
      refusal: { code: "outside-desk" },
    });
  }
  expect(
    valueOf(await listCertificates(deps, officer, { ...asked, desk: province })),
  ).toMatchObject({
    found: 1,
    lines: [{ holderName: "Giàng Thị Mỷ" }],
  });
  valueOf(await readCertificate(deps, official, { certificateId }));
  const looks = await everywhere(deps, (db) =>
    db.auditEntry.count({ where: { action: "course-certificate.read" } }),
  );
  expect(looks).toBe(1);
  // An officer of the province, at home in another commune, may too.
  valueOf(await revokeCertificate(deps, officer, { certificateId, reason: REASON }));
});

test("an official does not revoke or renew her own certificate", async ({ place }) => {
  const { deps, official } = place;
  const { id: certificateId } = await certified({ ...place, her: official });
  const refused = { ok: false, refusal: { code: "own-certificate" } };
  expect(await revokeCertificate(deps, official, { certificateId, reason: REASON })).toEqual(
    refused,
  );
  expect(await reissueCertificate(deps, official, { certificateId })).toEqual(refused);
});

test("after a revocation only an office gives another certificate, with the name of that day", async ({
  place,
}) => {
  const { deps, her, official } = place;
  const first = await certified(place);
  const again = { certificateId: first.id };
  expect(await reissueCertificate(deps, official, again)).toMatchObject({
    refusal: { code: "still-stands" },
  });
  valueOf(await revokeCertificate(deps, official, { ...again, reason: REASON }));
  expect(await issueCertificate(deps, her, { courseId: COURSE })).toMatchObject({
    refusal: { code: "revoked" },
  });
  await everywhere(deps, (db) =>
    db.person.updateMany({ where: { id: her.personId }, data: { fullName: "Giàng Thị Mị" } }),
  );
  deps.pass(3_600_000);
  const { certificateId } = valueOf(await reissueCertificate(deps, official, again));
  const second = valueOf(await readCertificate(deps, her, { certificateId }));
  expect(second).toMatchObject({ holderName: "Giàng Thị Mị", revocation: null });
  expect(second.code).not.toBe(first.code);
  expect(await reissueCertificate(deps, official, again)).toMatchObject({
    refusal: { code: "still-stands" },
  });
  expect(valueOf(await issueCertificate(deps, her, { courseId: COURSE }))).toEqual({
    certificateId,
    fresh: false,
  });
  expect(await checkCertificate(deps, first.code)).toMatchObject({ status: "revoked" });
});

test("the desk finds by name without diacritics, by code and by course, page by page", async ({
  place,
}) => {
  const { deps, official, her } = place;
  const { code } = await certified(place);
  for (const fullName of ["Sùng Thị Đủa", "Vàng Mí Sính"]) {
    const one = await addPerson(deps.transact, { villageId: her.villageId, fullName });
    await certified({ ...place, her: one });
  }
  const find = async (search: string, courseId: string | null = null, page = 1) => {
    const desk = { kind: "commune", placeId: BAC_HA } as const;
    const found = valueOf(await listCertificates(deps, official, { desk, search, courseId, page }));
    return found.lines.map(({ holderName }) => holderName);
  };
  expect(await find("")).toEqual(["Vàng Mí Sính", "Sùng Thị Đủa", "Giàng Thị Mỷ"]);
  expect(await find("sung thi dua")).toEqual(["Sùng Thị Đủa"]);
  expect(await find(formatPublicCode(code))).toEqual(["Giàng Thị Mỷ"]);
  expect(await find("", COURSE, 99)).toHaveLength(3);
  expect(await find("", "khoa-khac")).toEqual([]);
  expect(await find("%")).toHaveLength(3);
});

test("erasure by law revokes her certificates and takes her name out of them", async ({
  place,
  database: { ownerUrl },
}) => {
  const { deps, her } = place;
  const certificate = await certified(place);
  const erasing = { ...deps, ownerUrl, removeAttachment: async () => undefined };
  const args = ["--person", her.accountId, "--basis", "Đơn ngày 20/11/2026"];
  expect(await eraseRecordOfPerson(erasing, [...args, "--dry-run"], () => undefined)).toBe(0);
  expect(await checkCertificate(deps, certificate.code)).toMatchObject({ status: "valid" });

  expect(await eraseRecordOfPerson(erasing, args, () => undefined)).toBe(0);
  expect(await checkCertificate(deps, certificate.code)).toMatchObject({
    status: "revoked",
    certificate: { holderName: "", finalScaled: null },
  });
  // A copy of the badge that somebody kept is told to be revoked.
  expect(await verifyBadge(deps, certificate.credential)).toMatchObject({
    status: { state: "revoked" },
  });
  const [row] = await everywhere(deps, (db) => db.courseCertificate.findMany());
  expect(row?.credential).toBe("");
  expect((await everywhere(deps, (db) => verifyAudit(db))).faults).toEqual([]);
});

test("neither a certificate nor a revocation is changed or taken away", async ({ place }) => {
  const { deps, official } = place;
  const { id } = await certified(place);
  valueOf(await revokeCertificate(deps, official, { certificateId: id, reason: REASON }));
  for (const table of ["course_certificate", "course_certificate_revocation"]) {
    await expect(
      everywhere(deps, (db) => db.$executeRawUnsafe(`DELETE FROM ${table}`)),
    ).rejects.toThrow(/permission denied|append-only/u);
  }
});

test("a list stays the same for a quarter of an hour unless somebody is revoked", async ({
  place,
}) => {
  const { deps, official } = place;
  const { id } = await certified(place);
  const version = async () => (await readStatusList(deps, 1))?.version;
  const first = await version();
  deps.pass(60_000);
  expect(await version()).toBe(first);
  valueOf(await revokeCertificate(deps, official, { certificateId: id, reason: REASON }));
  const second = await version();
  expect(second).not.toBe(first);
  deps.pass(15 * 60_000);
  expect(await version()).not.toBe(second);
  expect(await readStatusList(deps, 2)).toBeNull();
});

test("a badge that names a list of somebody else is not looked up there", async ({ place }) => {
  const { deps } = place;
  const { credential } = await certified(place);
  const foreign = { ...deps, origin: "https://noi-khac.example" };
  expect(await verifyBadge(foreign, credential)).toMatchObject({
    verdict: "genuine",
    status: { state: "not-asked" },
  });
  const check = await verifyCredential(credential, {
    keys: await deps.badgeKeys.published(),
    statusList: (await (await readStatusList(deps, 1))?.sign()) ?? null,
    now: deps.now(),
  });
  expect(check).toMatchObject({ status: { state: "standing" } });
});
