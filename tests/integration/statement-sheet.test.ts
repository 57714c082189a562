import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import type { Transact } from "#app/db/index.server.ts";
import { workbook } from "#app/domain/documents/index.server.ts";
import { SheetForm } from "#app/domain/exchange/index.ts";
import { takeSheet } from "#app/domain/exchange/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { type PlaceId, valueOf } from "#app/domain/kernel/index.ts";
import { type DrawWorkbook, sheetFile } from "#app/pages/files/sheets/sheet-file.server.ts";
import { addPerson, addVillage, BAC_HA, LAO_CAI, NOW, TA_VAN } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import { BASE, keep, learned, voiding } from "./exchange-factory.ts";

const today = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh" }).format();
const TYPED = { from: today, to: today, kind: "csv", verb: "", activity: "" };
const COURSE = `${BASE}/khoa-hoc/quet-ma`;

const draw: DrawWorkbook = async (table) => workbook(await table());

const depsOf = (transact: Transact) => ({
  transact,
  baseIri: BASE,
  now: () => NOW,
  newId: () => uuidv7(),
});

/** The lines of the CSV that somebody gets. */
async function linesFor(
  transact: Transact,
  actor: Actor,
  placeId: PlaceId,
  typed: Partial<typeof TYPED> = {},
): Promise<readonly string[]> {
  await new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
  const form = SheetForm.parse({ ...TYPED, ...typed });
  const pages = valueOf(await takeSheet(depsOf(transact), actor, { placeId, form }));
  const response = await sheetFile("statements", "csv", pages, { fileName: "x", draw });
  const bytes = Buffer.from(await response.arrayBuffer());
  // Without this mark Excel does not read UTF-8.
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  return bytes
    .subarray(3)
    .toString("utf8")
    .split("\r\n")
    .filter((line) => line !== "");
}

async function people(transact: Transact) {
  const villageId = await addVillage(transact);
  const her = await addPerson(transact, { villageId, fullName: "Giàng Thị Mỷ" });
  const elsewhere = await addPerson(transact, {
    communeId: TA_VAN,
    villageId: await addVillage(transact, { communeId: TA_VAN, name: "Tả Van Mông" }),
    fullName: "Hạng A Páo",
  });
  const official = await addPerson(transact, {
    villageId,
    fullName: "Lù Văn Sử",
    office: { role: "commune_official", placeId: BAC_HA, title: "Công chức" },
  });
  const officer = await addPerson(transact, {
    villageId,
    fullName: "Vàng Seo Páo",
    office: { role: "provincial_officer", placeId: LAO_CAI, title: "Chuyên viên" },
  });
  return { her, elsewhere, official, officer };
}

const by = ({ accountId }: Actor, parts = {}) =>
  learned({ actor: { account: { homePage: BASE, name: accountId } }, ...parts });

test("an official reads who learned what in his commune, an officer in the whole province", async ({
  database: { transact },
}) => {
  const { her, elsewhere, official, officer } = await people(transact);
  const voided = by(her);
  await keep(transact, [
    by(her, {
      object: { id: COURSE, definition: { name: { vi: "Quét mã QR" } } },
      result: { completion: true, success: true, score: { scaled: 0.8, raw: 8, max: 10 } },
    }),
    voided,
    voiding(voided.id),
  ]);
  await keep(transact, [by(elsewhere)], TA_VAN);

  const [head, ...rows] = await linesFor(transact, official, BAC_HA);
  expect(head).toBe("Thời điểm;Xã;Thôn;Họ và tên;Việc;Nội dung;Kết quả;Điểm;Ghi nhận bởi");
  expect(rows[0]).toBe(
    "20/11/2026 08:00;Xã Bắc Hà;Thôn Hoa Mận;Giàng Thị Mỷ;hoàn thành;Quét mã QR;Đạt;8 trên 10;Nếp Học",
  );
  // The voiding itself is a statement like any other; what it took back is not.
  expect(rows).toHaveLength(2);
  const province = await linesFor(transact, officer, LAO_CAI);
  expect(province).toHaveLength(4);
  expect(province.at(-1)).toContain("Xã Tả Van;Thôn Tả Van Mông;Hạng A Páo");
});

test("each table that is taken stands in the log, with what was asked for and how much it was", async ({
  database: { transact },
}) => {
  const { her, official } = await people(transact);
  await keep(transact, [by(her)]);
  await linesFor(transact, official, BAC_HA, { activity: COURSE });

  const [entry] = await transact("everywhere", (db) =>
    db.auditEntry.findMany({ where: { action: "statements.taken" } }),
  );
  expect(entry).toMatchObject({ communeId: BAC_HA, actorName: "Lù Văn Sử" });
  expect(JSON.parse(entry?.detail ?? "")).toMatchObject({ activity: COURSE, rows: 1, kind: "csv" });
});

test("a course takes its lessons along, a verb leaves the others out", async ({
  database: { transact },
}) => {
  const { her, official } = await people(transact);
  const context = { contextActivities: { grouping: [{ id: COURSE }] } };
  await keep(transact, [
    by(her, { object: { id: `${COURSE}/bai/1` }, context }),
    by(her, { object: { id: `${BASE}/khoa-hoc/khac` } }),
    by(her, { verb: { id: "http://adlnet.gov/expapi/verbs/passed" } }),
  ]);

  expect(await linesFor(transact, official, BAC_HA, { activity: COURSE })).toHaveLength(3);
  expect(
    await linesFor(transact, official, BAC_HA, { verb: "http://adlnet.gov/expapi/verbs/passed" }),
  ).toHaveLength(2);
});

test("nobody takes a table of a place where he holds no office", async ({
  database: { transact },
}) => {
  const { her, official, officer } = await people(transact);
  const form = SheetForm.parse(TYPED);
  const refused = { ok: false, refusal: { code: "not-officer" } };

  expect(await takeSheet(depsOf(transact), her, { placeId: BAC_HA, form })).toEqual(refused);
  expect(await takeSheet(depsOf(transact), official, { placeId: TA_VAN, form })).toEqual(refused);
  expect(await takeSheet(depsOf(transact), official, { placeId: LAO_CAI, form })).toEqual(refused);
  expect(await takeSheet(depsOf(transact), officer, { placeId: BAC_HA, form })).toEqual(refused);
});

test("a table that is too long is refused, not cut", async ({ database: { transact } }) => {
  const { official } = await people(transact);
  for (let batch = 0; batch < 21; batch += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a batch after another
    await keep(
      transact,
      Array.from({ length: 1000 }, () => learned()),
    );
  }
  const form = SheetForm.parse({ ...TYPED, kind: "xlsx" });

  expect(await takeSheet(depsOf(transact), official, { placeId: BAC_HA, form })).toEqual({
    ok: false,
    refusal: { code: "too-many", most: 20_000 },
  });
  expect(await linesFor(transact, official, BAC_HA)).toHaveLength(21_001);
});

test("a workbook opens and holds the same", async ({ database: { transact } }) => {
  const { her, official } = await people(transact);
  await keep(transact, [by(her)]);
  const form = SheetForm.parse({ ...TYPED, kind: "xlsx" });
  await new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
  const pages = valueOf(await takeSheet(depsOf(transact), official, { placeId: BAC_HA, form }));
  const response = await sheetFile("statements", "xlsx", pages, { fileName: "ban-ghi", draw });
  const bytes = Buffer.from(await response.arrayBuffer());

  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="ban-ghi.xlsx"');
  const texts = await textsOfWorkbook(bytes);
  expect(texts).toContain("Giàng Thị Mỷ");
  expect(texts).toContain("Ghi nhận bởi");
});

/** Every XML file of a workbook, unpacked. */
async function textsOfWorkbook(bytes: Buffer): Promise<string> {
  const { fromBuffer } = await import("yauzl");
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error !== null) return reject(error);
      const parts: Buffer[] = [];
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed !== null) return reject(failed);
          stream.on("data", (chunk: Buffer) => parts.push(chunk));
          stream.on("end", () => zip.readEntry());
        });
      });
      zip.once("end", () => resolve(Buffer.concat(parts).toString("utf8")));
      zip.readEntry();
    });
  });
}
