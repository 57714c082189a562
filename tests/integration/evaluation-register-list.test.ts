import fc from "fast-check";
import pg from "pg";
import { expect } from "vitest";

import {
  issueDecision,
  listRegister,
  revokeRecognition,
} from "#app/domain/evaluation/index.server.ts";
import { Day, searchKey, searchPatterns, valueOf } from "#app/domain/kernel/index.ts";
import { test, type TestDatabase } from "#tests/setup/test-with-db.ts";

import {
  addOfficer,
  communeWith,
  depsOf,
  endorsed,
  prepare,
  verify,
  type Commune,
  type TestDeps,
} from "./evaluation-factory.ts";

async function entered(deps: TestDeps, commune: Commune, names: readonly string[]) {
  const cases = [];
  for (const fullName of names) cases.push(await endorsed(deps, commune, { fullName }));
  await verify(deps, commune, cases);
  const { communeId, official } = commune;
  return valueOf(
    await issueDecision(deps, official, {
      communeId,
      decisionId: await prepare(deps, commune),
      number: "215/QĐ-UBND",
      decidedOn: Day.parse("2026-11-22"),
    }),
  ).entries;
}

test("a register is listed by number and found by name or number, with what was revoked", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  const names = ["Dương A Chờ", "Đặng Thị Én", "Giàng Thị Mỷ"];
  const [, second] = await entered(deps, commune, names);
  await revokeRecognition(deps, official, {
    communeId,
    registerEntryId: second?.registerEntryId ?? "",
    reason: "nham-nguoi",
    words: "Biên bản số 3 ngày 20/11/2026",
  });
  const list = async (search?: string, year = 2026) =>
    valueOf(await listRegister(deps, official, { communeId, year, search }));

  expect(await list()).toMatchObject({
    lines: [
      { fullName: "Dương A Chờ", registerNumber: "0001/2026/CDHT", revoked: false },
      { fullName: "Đặng Thị Én", villageName: "Thôn Hoa Mận", birthYear: 1990, revoked: true },
      { fullName: "Giàng Thị Mỷ", decisionNumber: "215/QĐ-UBND", decidedOn: "2026-11-22" },
    ],
    page: 1,
    pages: 1,
    found: 3,
  });
  const found = async (search: string) => (await list(search)).lines.map((line) => line.fullName);
  expect(await found("dang THI en")).toEqual(["Đặng Thị Én"]);
  expect(await found("0003/2026")).toEqual(["Giàng Thị Mỷ"]);
  expect(await found("%")).toHaveLength(3);
  expect(await list("không có ai")).toEqual({ lines: [], page: 1, pages: 1, found: 0 });
  expect((await list(undefined, 2025)).found).toBe(0);

  const officer = await addOfficer(database.transact, commune.villageId);
  expect(await listRegister(deps, officer, { communeId, year: 2026 })).toMatchObject({ ok: true });
  expect(await listRegister(deps, commune.attestor, { communeId, year: 2026 })).toMatchObject({
    refusal: { code: "outside-commune" },
  });
});

test("the register is searched by a name as she had it, in any spelling", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  await entered(deps, commune, ["Giàng Thị Mỷ"]);
  await using owner = await ownerOf(database);
  const rename = (fullName: string) =>
    owner.query("UPDATE register_entry SET full_name = $1", [fullName]);
  const letters = ["a", "ă", "â", "đ", "Đ", "ê", "ô", "ơ", "ưỷ", "Ý", "ề", "ặ", " ", "-", "'", "N"];
  const name = fc
    .array(fc.constantFrom(...letters), { maxLength: 12 })
    .map((some) => some.join(""));

  await fc.assert(
    fc.asyncProperty(name, name, async (fullName, part) => {
      await rename(fullName.normalize("NFC"));
      const search = `${fullName.slice(0, 3)}${part.slice(0, 2)}`;
      const listed = await listRegister(deps, official, { communeId, year: 2026, search });
      const words = ` ${searchKey(`${fullName} / 0001/2026/CDHT`)}`;
      const fits = searchPatterns(search).every((pattern) => words.includes(pattern.slice(1, -1)));
      expect(valueOf(listed).found).toBe(fits ? 1 : 0);
    }),
    { numRuns: 60 },
  );
});

test("a register of 5,000 is turned and searched at once", async ({ database }) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, official } = commune;
  await entered(deps, commune, ["Giàng Thị Mỷ"]);
  await using owner = await ownerOf(database);
  await owner.query(
    `INSERT INTO register_entry
     SELECT (jsonb_populate_record(e, jsonb_build_object(
       'id', gen_random_uuid(), 'assessment_id', gen_random_uuid(), 'number', n,
       'public_code', 'code ' || n, 'register_number', to_char(n, 'FM00000') || '/2026/CDHT'))).*
     FROM register_entry e, generate_series(2, 5000) n`,
  );
  const timed = async (search: string | undefined, page: number) => {
    const started = performance.now();
    const asked = { communeId, year: 2026, search, page };
    const listed = valueOf(await listRegister(deps, official, asked));
    return { ...listed, tookMs: performance.now() - started };
  };
  await timed(undefined, 1);

  const last = await timed(undefined, 10_000);
  const found = await timed("my 04999", 1);
  const everybody = await timed("giang thi", 50);

  expect(last).toMatchObject({ page: 100, pages: 100, found: 5000 });
  expect(last.lines).toHaveLength(50);
  expect(found.lines.map(({ registerNumber }) => registerNumber)).toEqual(["04999/2026/CDHT"]);
  expect(everybody).toMatchObject({ page: 50, found: 5000 });
  for (const { tookMs } of [last, found, everybody]) expect(tookMs).toBeLessThan(1000);
});

/** The tables' owner with every trigger asleep, to write what the product never would. */
async function ownerOf(database: TestDatabase) {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query("SET session_replication_role = replica");
  return {
    query: (sql: string, values: readonly unknown[] = []) => client.query(sql, [...values]),
    [Symbol.asyncDispose]: () => client.end(),
  };
}
