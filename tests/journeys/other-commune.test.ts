import { resolve } from "node:path";

import { beforeAll, expect, test } from "vitest";

import { readCatalogue } from "#app/domain/content/index.server.ts";
import { unaccented } from "#app/domain/kernel/index.ts";
import { product } from "#tests/setup/journey-product.ts";

import { formsOf } from "./html-forms.ts";
import { type Answer, type Asked, ask, get, post } from "./http.ts";
import { addressOf, listRoutes, paramOf, patternOf, type Route } from "./route-list.ts";
import {
  communeOf,
  databaseIn,
  enter,
  idsOf,
  isNamed,
  type Named,
  query,
  type SamplePerson,
  samplePeople,
} from "./sample-people.ts";

const { origin } = product;
const databaseUrl = databaseIn(product.dataFolder);
const routes = listRoutes();

/** Pages for everybody; every other route asks who is there. */
const PUBLIC = [
  "/",
  "/cach-xem",
  "/dang-nhap",
  "/dang-nhap/nguoi-hoc",
  "/dang-xuat",
  "/gui-bai",
  "/hoc",
  "/hoc/:course",
  "/hoc/:course/day-nhom",
  "/hoc/:course/goi-tai",
  "/hoc/:course/tu-kho",
  "/huy-hieu/danh-sach/:list",
  "/huy-hieu/khoa-hoc/:course",
  "/huy-hieu/khoa.json",
  "/huy-hieu/khoa/:key.json",
  "/huy-hieu/to-chuc.json",
  "/khoa-hoc/:course/media/:file",
  "/khong-co-mang",
  "/kiem-tra",
  "/kiem-tra/:code",
  "/kiem-tra/huy-hieu",
  "/kiem-tra/khoa-hoc/:code",
  "/nhan-bai",
  "/tim-xa",
  "/tren-may",
];

let people: readonly SamplePerson[];
/** The commune of the printed sign-ins, and another one, which has a register. */
let home: string;
let away: string;
let shared: Readonly<Record<string, string>>;

beforeAll(async () => {
  people = await samplePeople(databaseUrl);
  home = communeOf(people, product.official) ?? "";
  const recognised = people.find(
    ({ communeId, state }) => communeId !== home && state === "recognised",
  );
  away = recognised?.communeId ?? "";
  const { catalogue } = await readCatalogue(resolve("content/courses"));
  const [course] = catalogue;
  shared = {
    course: course?.id ?? "",
    lesson: course?.lessons[0]?.id ?? "",
    indicator: "1",
    // Of a province; there is none in the sample.
    forward: "00000000-0000-7000-8000-000000000000",
    // Programs are the province's; nobody else gets as far as their names.
    client: "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10",
    // So are packages of courses; a learner's own are asked for by the course's page.
    package: "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10",
  };
});

test("an official can neither see nor change anything of another commune", async () => {
  const theirs = people.filter(({ communeId }) => communeId === away);
  const ids = await idsOf(databaseUrl, { communeId: away }, 4);
  const [village = ""] = theirs.map(({ villageId }) => villageId);
  const assessments = ids("assessment");
  const papers = ids("person").flatMap((person) =>
    assessments.map((assessment) => `/ban-xet/so-hoc-tap/${person}.pdf?ho-so=${assessment}`),
  );
  const own = await idsOf(databaseUrl, { communeId: home }, 1);
  const left = assessments.map((id) => `con=${id}.changed`).join("&");
  await expectShut({
    intruder: await enter(databaseUrl, product.official),
    owners: theirs.filter(({ role }) => role !== null),
    secret: namesOf(theirs),
    refused: [
      ...privateAddresses(ids),
      ...papers,
      ...ids("entry").map((entry) => `/giay/${entry}.pdf?xa=${away}`),
      ...ids("evidence").flatMap((id) =>
        ["", "&nho=1"].map((more) => `/so-hoc-tap/anh/${id}?xa=${away}${more}`),
      ),
    ],
    harmless: [
      `/ban-xet?thon=${village}&trang-thai=tat-ca`,
      `/ban-xet/dot-xet/${own("act")[0]}?${left}`,
      `/xac-nhan?thon=${village}`,
      ...ids("entry").map((entry) => `/ban-xet/so-dang-ky?mo=${entry}`),
      ...ids("certificate").map((id) => `/ban-xet/giay-khoa-hoc?mo=${id}`),
      // Unaccented, so that what was typed is not taken for what was found.
      ...theirs.map(
        ({ fullName }) =>
          `/ban-xet?trang-thai=tat-ca&tim=${encodeURIComponent(unaccented(fullName))}`,
      ),
      ...theirs.map(
        ({ fullName }) => `/ban-xet/ban-ghi?nguoi=${encodeURIComponent(unaccented(fullName))}`,
      ),
      ...theirs.slice(0, 4).map(({ personId }) => `/ban-xet/ban-ghi?ma=${personId}`),
    ],
    posted: [
      ...ids("entry").map(
        (entry) => [`/ban-xet/so-dang-ky?mo=${entry}`, { reason: "khac" }] as const,
      ),
      ...ids("certificate").flatMap((id) =>
        [{ "ly-do-thu-hoi": "Không phải việc của xã này." }, { viec: "cap-moi" }].map(
          (fields) => [`/ban-xet/giay-khoa-hoc?mo=${id}`, fields] as const,
        ),
      ),
      ...assessments.map((id) => ["/ban-xet?index", { "ho-so": `${id}.2` }] as const),
      ["/ban-xet/nhu-cau", { thon: village, can: "lợn bị ốm" }] as const,
    ],
  });
});

test("who attests for one village can neither see nor change anything of the next", async () => {
  const attestor = people.find(({ card }) => card === product.attestor.card.replace("-", ""));
  const next = people.filter(
    ({ communeId, villageId, role }) =>
      communeId === home && villageId !== attestor?.villageId && role !== "provincial_officer",
  );
  const personIds = next.map(({ personId }) => personId);
  const ids = await idsOf(databaseUrl, { communeId: home, personIds }, 10);
  const villages = [...new Set(next.map(({ villageId }) => villageId))];
  await expectShut({
    intruder: await enter(databaseUrl, product.attestor),
    owners: next.filter(({ role }) => role === "village_attestor"),
    secret: namesOf(next),
    refused: privateAddresses(ids),
    harmless: [...villages.map((village) => `/xac-nhan?thon=${village}`), "/xac-nhan/nhu-cau"],
    posted: villages.map((thon) => ["/xac-nhan/nhu-cau", { thon, can: "lợn bị ốm" }] as const),
  });
});

test("a learner can neither see nor change anything of a neighbour", async () => {
  const [her] = product.learners;
  const learner = people.find(({ card }) => card === her?.card.replace("-", ""));
  const neighbours = people.filter(
    ({ villageId, personId }) => villageId === learner?.villageId && personId !== learner.personId,
  );
  const personIds = neighbours.map(({ personId }) => personId);
  const ids = await idsOf(databaseUrl, { communeId: home, personIds }, 10);
  await expectShut({
    intruder: await enter(databaseUrl, { card: learner?.card ?? "" }),
    owners: neighbours,
    // Her own record names whoever led a class that she was at.
    secret: namesOf(neighbours.filter(({ role }) => role !== "promoter")),
    refused: [
      ...privateAddresses(ids),
      ...ids("evidence").map((id) => `/so-hoc-tap/anh/${id}?xa=${home}`),
    ],
    harmless: ["/so-hoc-tap", "/tai-khoan", "/tu-danh-gia", "/ke-hoach", "/hoc"],
    posted: [],
  });
});

test("whoever is not signed in is led to sign in, wherever he comes from", async () => {
  const pools = await Promise.all(
    [home, away].map((communeId) => idsOf(databaseUrl, { communeId }, 2)),
  );
  for (const route of routes.filter((each) => !PUBLIC.includes(patternOf(each)))) {
    for (const path of pools.flatMap((ids) => addressesOf(route, ids))) {
      for (const asked of asking(route, path, null)) {
        const answer = await answerTo(asked);
        const told = `${asked.method} ${path}: ${answer.status}`;
        expect(answer.status, told).toBe(302);
        expect(answer.headers.location, told).toMatch(/^\/dang-nhap\?tiep=/u);
      }
    }
  }
});

interface Shut {
  /** `Cookie` header of whoever has no business there. */
  readonly intruder: string;
  /** Who may post the forms that the intruder posts as well. */
  readonly owners: readonly SamplePerson[];
  /** What no answer may hold. */
  readonly secret: readonly string[];
  /** Addresses that are not for the intruder. */
  readonly refused: readonly string[];
  /** Addresses that are, whatever they name. */
  readonly harmless: readonly string[];
  readonly posted: readonly (readonly [path: string, fields: Readonly<Record<string, string>>])[];
}

async function expectShut(shut: Shut): Promise<void> {
  const { intruder, secret } = shut;
  const stolen = await formsOfOwners(shut);
  const before = await rowsOf([home, away]);
  const tell = async (asked: Asked, allowed: readonly number[]) => {
    const answer = await answerTo(asked);
    const told = `${asked.method} ${asked.path}: ${answer.status}`;
    expect(allowed, told).toContain(answer.status);
    const body = answer.body.toString();
    expect(
      secret.filter((name) => body.includes(name)),
      told,
    ).toEqual([]);
  };
  for (const path of shut.refused) {
    await tell(get(path, intruder), [403, 404]);
    await tell(get(path.replace(/(?=\?|$)/u, ".data"), intruder), [403, 404]);
    await tell(post(path, intruder, [["reason", "Thử"]]), [400, 403, 404, 405, 422]);
  }
  for (const path of shut.harmless) await tell(get(path, intruder), [200, 403, 404]);
  for (const asked of stolen) await tell(asked, [302, 303, 400, 403, 404, 422]);
  for (const [path, fields] of shut.posted) {
    await tell(post(path, intruder, Object.entries(fields)), [403, 404, 422]);
  }
  expect(await rowsOf([home, away])).toEqual(before);
}

/** The forms of what is refused to the intruder, as those see them to whom it is not. */
async function formsOfOwners({ owners, refused, intruder }: Shut): Promise<readonly Asked[]> {
  const stolen = new Map<string, Asked>();
  for (const owner of owners) {
    const cookie = await enter(databaseUrl, owner);
    for (const path of refused.filter(
      (each) => !each.includes(".pdf") && !each.includes("/anh/"),
    )) {
      const answer = await answerTo(get(path, cookie));
      if (answer.status !== 200) continue;
      for (const { fields, ...form } of formsOf(answer.body.toString(), path)) {
        const asked = post(form.path, intruder, fields);
        if (form.path === path) stolen.set(`${path} ${asked.body?.toString()}`, asked);
      }
    }
  }
  expect(stolen.size).toBeGreaterThan(0);
  return [...stolen.values()];
}

/** Every address that names something of theirs; a new kind of name has to be told where it stands. */
function privateAddresses(ids: (kind: Named) => readonly string[]): readonly string[] {
  const named = routes.filter(
    (route) =>
      !PUBLIC.includes(patternOf(route)) &&
      route.segments.some((segment) => isNamed(paramOf(segment) ?? "")),
  );
  return named.flatMap((route) => addressesOf(route, ids));
}

function addressesOf(route: Route, ids: (kind: Named) => readonly string[]): readonly string[] {
  const params = route.segments.flatMap((segment) => paramOf(segment) ?? []);
  const valuesOf = (param: string) => (isNamed(param) ? ids(param) : [shared[param] ?? ""]);
  for (const param of params) {
    const known = isNamed(param) || param in shared;
    expect(known, `${patternOf(route)}: what :${param} names is not known to this test`).toBe(true);
  }
  const most = Math.max(1, ...params.map((param) => valuesOf(param).length));
  if (params.some((param) => valuesOf(param).length === 0)) return [];
  return Array.from({ length: most }, (_, turn) =>
    addressOf(route, (param) => valuesOf(param)[turn % valuesOf(param).length] ?? ""),
  );
}

function asking(route: Route, path: string, cookie: string | null): readonly Asked[] {
  // With `index` the page is meant and not the layout around it, which has the same address.
  const posted = route.hasAction ? [post(`${path}?index`, cookie, [])] : [];
  return [get(path, cookie), ...posted];
}

async function answerTo(asked: Asked): Promise<Answer> {
  const answer = await ask(origin, asked);
  if (typeof answer === "string") throw new Error(`${asked.method} ${asked.path}: ${answer}`);
  return answer;
}

/** Names that nobody at the intruder's own place has as well: the sample's names are few. */
function namesOf(theirs: readonly SamplePerson[]): readonly string[] {
  const others = new Set(
    people.filter((each) => !theirs.includes(each)).map((each) => each.fullName),
  );
  const names = theirs.map(({ fullName }) => fullName).filter((name) => !others.has(name));
  expect(names.length).toBeGreaterThan(theirs.length / 2);
  return names;
}

/** One sum over all rows of each table that a commune has; sessions begin and end beside it. */
async function rowsOf(communeIds: readonly string[]): Promise<readonly unknown[]> {
  const tables = await query(
    databaseUrl,
    `SELECT c.table_name AS name FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'commune_id' AND t.table_type = 'BASE TABLE'
       AND c.table_name <> 'session' ORDER BY 1`,
  );
  const communes = communeIds.map((id) => `'${id}'`).join(",");
  const sums = tables.map(
    ({ name }) =>
      `SELECT '${String(name)}' AS name, count(*)::int AS rows, md5(string_agg(t::text, '' ORDER BY t::text))
       FROM "${String(name)}" t WHERE commune_id IN (${communes})`,
  );
  return query(databaseUrl, `${sums.join(" UNION ALL ")} ORDER BY name`);
}
