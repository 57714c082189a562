import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { verifyAudit } from "#app/domain/audit/index.server.ts";
import { isNameOf, verifyCredential } from "#app/domain/certificates/index.ts";
import {
  checkCertificate,
  issueCertificate,
  listCertificates,
  readAchievement,
  readCertificate,
  readStatusList,
  reissueCertificate,
  revokeCertificate,
  verifyBadge,
} from "#app/domain/certificates/index.server.ts";
import { newPublicCode } from "#app/domain/evaluation/index.server.ts";
import { formatPublicCode, valueOf } from "#app/domain/kernel/index.ts";
import { namePackageCourse, recordPackageActs } from "#app/domain/learning/index.server.ts";
import { ORIGIN } from "#tests/setup/badges.ts";
import { addPerson, BAC_HA, LAO_CAI, NOW } from "#tests/setup/people.ts";

import { certified, COURSE, everywhere, finish, REASON, test } from "./certificates-factory.ts";

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
