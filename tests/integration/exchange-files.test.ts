import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";

import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import type { Transact } from "#app/db/index.server.ts";
import { immutableForm, Statement } from "#app/domain/xapi/index.ts";
import { runExport, runImport } from "#app/server/cli/exchange-files.server.ts";
import { BAC_HA, NOW, TA_VAN } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import { BASE, keep, learned, voiding } from "./exchange-factory.ts";
import { kept } from "./record-store-factory.ts";

const depsOf = (transact: Transact) => ({
  transact,
  baseIri: BASE,
  now: () => NOW,
  newId: () => uuidv7(),
});

async function exported(transact: Transact, ...args: readonly string[]) {
  const output = new PassThrough();
  const said: string[] = [];
  const read = text(output);
  const code = await runExport({ transact }, args, {
    input: Readable.from([]),
    output,
    say: (line) => said.push(line),
  });
  output.end();
  return { code, said, lines: (await read).split("\n").filter((line) => line !== "") };
}

async function imported(transact: Transact, lines: readonly string[], ...args: readonly string[]) {
  const said: string[] = [];
  const code = await runImport(depsOf(transact), args, {
    input: Readable.from([Buffer.from(lines.join("\n"))], { objectMode: false }),
    output: new PassThrough(),
    say: (line) => said.push(line),
  });
  return { code, said };
}

const INTO_BAC_HA = ["--commune", "02839", "--basis", "Công văn 12/SGDĐT"];
/** Statements are given out when nothing older can come any more. */
const aMoment = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 5);
  });

test("what one installation exports, another imports with the same content, in the same order, once", async ({
  database,
  otherDatabase,
}) => {
  const first = learned();
  const ids = await keep(database.transact, [
    first,
    learned({ result: { score: { scaled: 0.25, raw: 1, max: 4 }, response: "Dòng 1\nDòng 2 ộ" } }),
    learned({ attachments: [ATTACHMENT] }),
    voiding(first.id),
    ...Array.from({ length: 1300 }, () => learned()),
  ]);
  await aMoment();
  const { code, lines, said } = await exported(database.transact);
  expect(code).toBe(0);
  expect(said.at(-1)).toContain("1.304 bản ghi");
  expect(lines).toHaveLength(ids.length);

  const { code: taken, said: report } = await imported(
    otherDatabase.transact,
    lines,
    ...INTO_BAC_HA,
  );
  expect(taken).toBe(0);
  expect(report).toContain(
    "Xong: 1.304 dòng, 1.304 bản ghi mới, 0 đã có, 0 trùng mã nhưng khác nội dung, 0 không hợp lệ.",
  );
  const there = await kept(otherDatabase.transact);
  const here = await kept(database.transact);
  expect(there.map(({ payload }) => formOf(payload))).toEqual(
    here.map(({ payload }) => formOf(payload)),
  );

  const again = await imported(otherDatabase.transact, lines, ...INTO_BAC_HA);
  expect(again.said).toContain(
    "Xong: 1.304 dòng, 0 bản ghi mới, 1.304 đã có, 0 trùng mã nhưng khác nội dung, 0 không hợp lệ.",
  );
});

const ATTACHMENT = {
  usageType: "https://nep-hoc.example/anh",
  display: { vi: "Ảnh" },
  contentType: "image/png",
  length: 3,
  sha2: "a".repeat(64),
};
const formOf = (payload: unknown) => immutableForm(Statement.parse(payload));

test("whoever imports vouches, what the sender named stays in the kept text, and the basis in the log", async ({
  database: { transact },
}) => {
  const teacher = { mbox: "mailto:mai@truong.example" };
  const line = JSON.stringify(learned({ authority: teacher, stored: "2020-01-01T00:00:00Z" }));
  await imported(transact, [line], ...INTO_BAC_HA);

  const [given] = await kept(transact);
  expect(given?.payload["authority"]).toEqual({
    objectType: "Agent",
    name: "Xã Bắc Hà",
    account: { homePage: BASE, name: `import:${BAC_HA}` },
  });
  const [row] = await transact("everywhere", (db) => db.xapiStatement.findMany());
  expect(JSON.parse(row?.payload ?? "")).toMatchObject({ authority: teacher });
  const [entry] = await transact("everywhere", (db) => db.auditEntry.findMany());
  expect(entry).toMatchObject({ action: "statements.imported", communeId: BAC_HA });
  expect(JSON.parse(entry?.detail ?? "")).toEqual({
    basis: "Công văn 12/SGDĐT",
    stored: 1,
    fromLine: 1,
    toLine: 1,
  });
});

test("each bad line is named, the first twenty of them, and stops no other", async ({
  database: { transact },
}) => {
  const known = learned();
  await keep(transact, [known]);
  const good = learned();
  const lines = [
    "không phải JSON",
    JSON.stringify({ ...known, result: { success: false } }),
    "",
    JSON.stringify(good),
    ...Array.from({ length: 30 }, () => JSON.stringify(learned({ verb: {} }))),
  ];
  const { code, said } = await imported(transact, lines, ...INTO_BAC_HA);

  expect(code).toBe(1);
  expect(said).toContain("Dòng 1: not JSON");
  expect(said).toContain(`Dòng 2: đã có bản ghi khác mang mã này (${known.id})`);
  expect(said.filter((one) => one.startsWith("Dòng "))).toHaveLength(20);
  expect(said).toContain("… và 12 dòng nữa.");
  expect((await kept(transact)).map(({ id }) => id)).toEqual([known.id, good.id]);
});

const idsOf = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.map((line) => Statement.parse(JSON.parse(line)).id);

test("an export is of one commune and of the days that were asked for", async ({
  database: { transact },
}) => {
  const [ours] = await keep(transact, [learned()]);
  await keep(transact, [learned()], TA_VAN);
  await aMoment();
  const today = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh" }).format();

  expect(idsOf(await exported(transact, "--commune", "02839"))).toEqual([ours]);
  expect(idsOf(await exported(transact, "--from", today, "--to", today))).toHaveLength(2);
  expect(idsOf(await exported(transact, "--to", "01/01/2026"))).toEqual([]);
  for (const wrong of [["--from", "hôm qua"], ["--commune", "12"], ["--gi-day"]]) {
    expect(await exported(transact, ...wrong)).toMatchObject({ code: 2, lines: [] });
  }
  expect(await imported(transact, [], "--commune", "02839")).toMatchObject({ code: 2 });
  expect(await imported(transact, [], "--commune", "99999", "--basis", "x")).toMatchObject({
    code: 1,
  });
});
