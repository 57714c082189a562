import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { eraseRecordOfPerson, eraseRecordsBefore } from "#app/server/cli/erase-records.server.ts";

import { did, type Office, store, test } from "./record-office-factory.ts";

const noFiles = async () => undefined;

/** What a command answers and says. */
async function run(
  command: typeof eraseRecordOfPerson,
  { deps }: Office,
  ownerUrl: string,
  args: readonly string[],
) {
  const lines: string[] = [];
  const code = await command({ ...deps, ownerUrl, removeAttachment: noFiles }, args, (line) => {
    lines.push(line);
  });
  return { code, said: lines.join("\n") };
}

test("the administrator sees by month what would be erased, then erases it, and says why", async ({
  database: { transact, ownerUrl },
  office,
}) => {
  const { my } = office;
  await store(transact, [did(my)], { storedAt: new Date("2026-10-05T00:00:00Z") });
  await store(transact, [did(my), did(my, { context: { instructor: did(my).actor } })]);
  const erase = (...args: readonly string[]) =>
    run(eraseRecordOfPerson, office, ownerUrl, ["--person", my.accountId, ...args]);

  const dry = await erase("--basis", "Đơn ngày 20/11/2026", "--dry-run");
  expect(dry.code).toBe(0);
  expect(dry.said).toContain("CHẠY THỬ");
  expect(dry.said).toContain("tháng 10/2026: 1 bản ghi nói về người này");
  expect(dry.said).toContain("tháng 11/2026: 2 bản ghi nói về người này");
  const done = await erase("--basis", "Đơn ngày 20/11/2026", "--by", "Nguyễn Văn Quản");
  expect(done.said).toContain("Tổng: 3 bản ghi");
  expect(await transact("everywhere", (db) => db.xapiErasure.findMany())).toMatchObject([
    { basis: "Đơn ngày 20/11/2026", byName: "Nguyễn Văn Quản", statements: 3 },
  ]);
});

test("a command that lacks its person, day or basis says how it is used", async ({
  database: { ownerUrl },
  office,
}) => {
  const basis = ["--basis", "Đơn ngày 20/11/2026"];
  const erase = (...args: readonly string[]) => run(eraseRecordOfPerson, office, ownerUrl, args);
  const retain = (...args: readonly string[]) => run(eraseRecordsBefore, office, ownerUrl, args);

  for (const asked of [
    await erase(...basis),
    await erase("--person", uuidv7()),
    await erase("--person", uuidv7(), "--basis", "vì"),
    await erase("--person", "không phải mã", ...basis),
    await erase("--person", uuidv7(), ...basis, "--all"),
    await retain("--before", "31/02/2026", ...basis),
    await retain(...basis),
  ]) {
    expect(asked).toMatchObject({
      code: 2,
      said: expect.stringContaining("Cách dùng: npm run xapi:"),
    });
  }
  expect(await erase("--person", uuidv7(), ...basis)).toMatchObject({ code: 1 });
  expect(await retain("--before", "01/01/2027", ...basis)).toMatchObject({ code: 1 });
  expect(await retain("--before", "01/01/2026", ...basis)).toMatchObject({ code: 0 });
});
