import fc from "fast-check";
import pg from "pg";
import { expect } from "vitest";

import { listPeople } from "#app/domain/identity/index.server.ts";
import { searchKey, valueOf } from "#app/domain/kernel/index.ts";
import { findResidentsNamed } from "#app/domain/record-office/index.server.ts";
import { BAC_HA } from "#tests/setup/people.ts";

import { NAMES, writingOf } from "../unit/kernel/spellings.ts";
import { type Desk, freshId, test } from "./people-desk-factory.ts";

test("the same written differently: the database reads a name as the program does", async ({
  database: { ownerUrl },
}) => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const keysOf = async (texts: readonly string[]) => {
    const { rows } = await client.query<{ key: string }>(
      "SELECT search_key(text) AS key FROM unnest($1::text[]) WITH ORDINALITY AS t (text, at) ORDER BY at",
      [texts],
    );
    return rows.map(({ key }) => key);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.constantFrom(...NAMES).chain((name) => writingOf(name)),
        { minLength: 1 },
      ),
      async (texts) => {
        expect(await keysOf(texts)).toEqual(texts.map((text) => searchKey(text)));
      },
    ),
  );
  const { rows: places } = await client.query<{ type: string; name: string; search_name: string }>(
    "SELECT type, name, search_name FROM place",
  );
  expect(places.length).toBeGreaterThan(3000);
  expect(
    places.filter((each) => each.search_name !== searchKey(`${each.type} ${each.name}`)),
  ).toEqual([]);
  await client.end();
});

const namesFound = async ({ deps, official }: Desk, search: string) =>
  valueOf(await listPeople(deps, official, { communeId: BAC_HA, search })).people.map(
    ({ fullName }) => fullName,
  );

test("the same written differently: whoever is registered is found by part of her name, in any writing", async ({
  desk,
}) => {
  for (const fullName of ["Nguyễn Thị Ngọc Ánh", "K’Sor H’Bia", "Y Ơ", "Lý A Hoà"]) {
    await desk.register({ fullName }, { personId: freshId() });
  }
  expect(await namesFound(desk, "nguyễn ánh")).toEqual(["Nguyễn Thị Ngọc Ánh"]);
  expect(await namesFound(desk, "ANH NGUYEN")).toEqual(["Nguyễn Thị Ngọc Ánh"]);
  expect(await namesFound(desk, "ksor hbia")).toEqual(["K'Sor H'Bia"]);
  expect(await namesFound(desk, "H`BIA")).toEqual(["K'Sor H'Bia"]);
  expect(await namesFound(desk, "y ơ")).toEqual(["Y Ơ"]);
  expect(await namesFound(desk, "lí a hòa")).toEqual(["Lý A Hoà"]);
  const named = await findResidentsNamed(desk.deps, desk.official, {
    desk: { kind: "commune", placeId: BAC_HA },
    typed: "hoa ly",
  });
  expect(valueOf(named).people.map(({ fullName }) => fullName)).toEqual(["Lý A Hoà"]);
});

test("the same written differently: a namesake is one whatever parts her name", async ({
  desk,
}) => {
  const first = valueOf(await desk.register({ fullName: "K'Sor H'Bia" }));
  for (const fullName of ["KSor HBia", "K’Sor H’Bia", "k sor h bia"]) {
    expect(await desk.register({ fullName })).toMatchObject({
      refusal: { code: "namesakes", namesakes: [{ personId: first.personId }] },
    });
  }
});

test("people are listed by their given name, as Vietnamese lists are", async ({ desk }) => {
  for (const fullName of ["Vàng Thị Anh", "Bùi Văn Tài", "Giàng A Bình", "An"]) {
    await desk.register({ fullName }, { personId: freshId() });
  }
  const names = await namesFound(desk, "");
  expect(names.filter((name) => name !== "Lù Văn Sử")).toEqual([
    "An",
    "Vàng Thị Anh",
    "Giàng A Bình",
    "Bùi Văn Tài",
  ]);
});

test("an age that is not certain is a child's: her year or month alone needs a guardian as long as she may be fifteen", async ({
  desk,
}) => {
  const mother = valueOf(await desk.register());
  const register = (birth: string, guardianCard = "") =>
    desk.register({ fullName: "Giàng Thị Say", birth, guardianCard });

  // On 22/11/2026 who was born in 2010 may still be fifteen.
  expect(await register("2010")).toMatchObject({ refusal: { code: "guardian-needed" } });
  expect(await register("11/2010")).toMatchObject({ refusal: { code: "guardian-needed" } });
  expect(await register("23/11/2010")).toMatchObject({ refusal: { code: "guardian-needed" } });
  expect(await register("2010", mother.cardCode)).toMatchObject({ ok: true });
  expect(await desk.register({ fullName: "Lù Thị Ba", birth: "2009" })).toMatchObject({ ok: true });
  expect(await desk.register({ fullName: "Lù Thị Tư", birth: "10/2010" })).toMatchObject({
    ok: true,
  });
  const young = valueOf(await desk.register({ fullName: "Lù Thị Năm", birth: "22/11/2010" }));
  // Who may be a child herself consents for nobody.
  const teenager = await desk.register({
    fullName: "Lù Thị Sáu",
    birth: "2010",
    guardianCard: mother.cardCode,
  });
  expect(await register("2015", valueOf(teenager).cardCode)).toMatchObject({
    refusal: { code: "guardian-unknown" },
  });
  expect(await register("2015", young.cardCode)).toMatchObject({ ok: true });
});

test("a birthday and a phone are read as they are typed, and a landline is told to be one", async ({
  desk,
}) => {
  for (const birth of ["05/1975", "01/ 01/1975", "05061975", "1975"]) {
    expect(
      await desk.register({
        fullName: `Người ${birth.replaceAll(/\d/gu, "x")} ${birth.length}`,
        birth,
      }),
    ).toMatchObject({
      ok: true,
    });
  }
  for (const phone of ["+84 (0) 912 345 678", "0912/345/703"]) {
    expect(await desk.register({ fullName: `Sùng ${phone.length}Thị Pà`, phone })).toMatchObject({
      ok: true,
    });
  }
  expect(() => desk.register({ phone: "0214 3880 123" })).toThrow("phone-landline");
});
