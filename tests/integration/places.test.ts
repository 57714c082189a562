import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect } from "vitest";

import type { Transact } from "#app/db/index.server.ts";
import {
  communesOf,
  findPlace,
  listProvinces,
  loadPlaces,
  searchPlaces,
  villagesOf,
} from "#app/domain/places/index.server.ts";
import { communeIdOfCode, placeTitle, provinceIdOfCode } from "#app/domain/places/index.ts";
import { test } from "#tests/setup/test-with-db.ts";

const FILES = fileURLToPath(new URL("../../content/places", import.meta.url));
const NOW = new Date("2026-11-22T03:00:00Z");

function load(transact: Transact, directory = FILES) {
  return transact("everywhere", (db) => loadPlaces(db, { now: NOW, directory }));
}

/** As on a first start: whatever the template may hold is loaded again. */
async function loadAnew(transact: Transact) {
  await transact("everywhere", (db) => db.loadedData.deleteMany({ where: { name: "places" } }));
  return load(transact);
}

test("the first start brings in the whole country in seconds, the next one does nothing", async ({
  database: { transact },
}) => {
  const begun = performance.now();
  expect(await loadAnew(transact)).toEqual({ changed: true });
  expect(performance.now() - begun).toBeLessThan(20_000);
  const again = performance.now();
  expect(await load(transact)).toEqual({ changed: false });
  expect(performance.now() - again).toBeLessThan(2000);

  await transact("everywhere", async (db) => {
    expect(await listProvinces(db)).toHaveLength(34);
    expect(await db.place.count({ where: { kind: "commune", validTo: null } })).toBe(3321);
    expect(await db.placePredecessor.count()).toBe(10_571);
    expect(await communesOf(db, provinceIdOfCode("15"))).toHaveLength(99);
    expect(await communesOf(db, provinceIdOfCode("08"))).toHaveLength(124);
    expect(await communesOf(db, provinceIdOfCode("52"))).toHaveLength(135);
  });
});

test("two starts at once load once", async ({ database: { transact } }) => {
  await transact("everywhere", (db) => db.loadedData.deleteMany({ where: { name: "places" } }));
  const both = await Promise.all([load(transact), load(transact)]);
  expect(both.filter(({ changed }) => changed)).toHaveLength(1);
});

test("a person finds her commune as she writes it, and by the name it had before", async ({
  database: { transact },
}) => {
  await loadAnew(transact);
  const find = (query: string, limit = 50) =>
    transact("everywhere", (db) => searchPlaces(db, { query, limit }));

  const [bacHa] = await find("xa ban pho");
  expect(bacHa).toEqual({
    placeId: communeIdOfCode("02839"),
    name: "Xã Bắc Hà",
    provinceName: "Tỉnh Lào Cai",
    code: "02839",
    via: [
      {
        oldName: "Xã Bản Phố",
        oldDistrict: "Huyện Bắc Hà",
        oldProvince: "Tỉnh Lào Cai",
        how: "Nhập toàn bộ",
      },
    ],
  });
  for (const query of ["Bản Phố", "BẢN PHỐ", "ban  pho", "Bản Phố".normalize("NFD")]) {
    expect((await find(query))[0]).toEqual(bacHa);
  }
  expect((await find("pho ban")).map(({ name }) => name)).toContain("Xã Bắc Hà");

  expect((await find("TT. Sa Pa"))[0]).toMatchObject({ name: "Phường Sa Pa", via: null });
  expect((await find("p. cam duong"))[0]).toMatchObject({ name: "Phường Cam Đường", via: null });
  expect((await find("ea h'leo"))[0]).toMatchObject({ name: "Xã Ea H’Leo" });
  expect((await find("Xa Dung"))[0]).toMatchObject({ name: "Xã Xa Dung" });
  expect((await find("Tân Lập, Yên Bái")).map(({ name }) => name)).toEqual(["Xã Tân Lĩnh"]);
});

test("an old commune that was split leads to each commune that holds a part of it", async ({
  database: { transact },
}) => {
  await loadAnew(transact);
  const hits = await transact("everywhere", (db) =>
    searchPlaces(db, { query: "Phường Quang Trung, Hà Giang", limit: 50 }),
  );
  expect(hits.map(({ name, via }) => [name, via?.[0]?.how])).toEqual([
    ["Phường Hà Giang 1", "Nhập một phần"],
    ["Phường Hà Giang 2", "Nhập một phần"],
  ]);
});

test("a search gives fifty at most, and wildcards find nothing", async ({
  database: { transact },
}) => {
  await loadAnew(transact);
  await transact("everywhere", async (db) => {
    expect(await searchPlaces(db, { query: "a", limit: 500 })).toHaveLength(50);
    expect(await searchPlaces(db, { query: "a", limit: 3 })).toHaveLength(3);
    expect(await searchPlaces(db, { query: "a", limit: -1 })).toEqual([]);
    for (const query of ["%", "_", "\\", "'; DROP TABLE place; --", "\0", "x".repeat(5000)]) {
      expect(await searchPlaces(db, { query, limit: 50 })).toEqual([]);
    }
  });
});

test("a changed file renames a commune and ends another, and a return takes it back", async ({
  database: { transact },
}) => {
  await loadAnew(transact);
  const directory = await mkdtemp(join(tmpdir(), "nep-hoc-places-"));
  try {
    await cp(FILES, directory, { recursive: true });
    const edit = async (name: string, change: (text: string) => string) => {
      const path = join(directory, name);
      await writeFile(path, change(await readFile(path, "utf8")));
    };
    await edit("communes.csv", (text) =>
      text.replace("02839,xã,Bắc Hà,", "02839,phường,Bắc Hà Mới,").replace(/^02686,.*\n/mu, ""),
    );
    await edit("predecessors.csv", (text) => text.replaceAll(/^02686,.*\n/gmu, ""));
    expect(await load(transact, directory)).toEqual({ changed: true });

    await transact("everywhere", async (db) => {
      const renamed = await findPlace(db, communeIdOfCode("02839"));
      expect(renamed && placeTitle(renamed)).toBe("Phường Bắc Hà Mới");
      const ended = await findPlace(db, communeIdOfCode("02686"));
      expect(ended).toMatchObject({ name: "A Mú Sung", validTo: "2026-11-22", code: "02686" });
      expect(await communesOf(db, provinceIdOfCode("15"))).toHaveLength(98);
      expect(await searchPlaces(db, { query: "xã A Mú Sung", limit: 5 })).toEqual([]);
    });
    expect(await load(transact)).toEqual({ changed: true });
    await transact("everywhere", async (db) => {
      expect(await findPlace(db, communeIdOfCode("02686"))).toMatchObject({ validTo: null });
    });
  } finally {
    await rm(directory, { recursive: true });
  }
});

test("a commune's villages stand in the order that people count them", async ({
  database: { transact },
}) => {
  await loadAnew(transact);
  const communeId = communeIdOfCode("02839");
  await transact("everywhere", async (db) => {
    const village = {
      kind: "village" as const,
      type: "thôn",
      searchName: "",
      provinceId: provinceIdOfCode("15"),
      communeId,
      validFrom: NOW,
    };
    await db.place.createMany({
      data: [
        { ...village, id: "00000000-0000-7000-8000-000000000001", name: "10" },
        { ...village, id: "00000000-0000-7000-8000-000000000002", name: "2" },
        { ...village, id: "00000000-0000-7000-8000-000000000003", name: "1", validTo: NOW },
      ],
    });
    const villages = await villagesOf(db, communeId);
    expect(villages.map((place) => placeTitle(place))).toEqual(["Thôn 2", "Thôn 10"]);
    expect(villages[0]).toMatchObject({ communeName: "Xã Bắc Hà", provinceName: "Tỉnh Lào Cai" });
  });
});
