import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";

import { beginnerOf, databaseIn, enter, samplePeople } from "./sample-people.ts";
import { cmi5Xml } from "#tests/setup/course-package.ts";
import { product } from "#tests/setup/journey-product.ts";

const { origin } = product;
const databaseUrl = databaseIn(product.dataFolder);

let hers: string;
let other: string;
let officer: string;

beforeAll(async () => {
  const people = await samplePeople(databaseUrl);
  const her = await beginnerOf(databaseUrl);
  const neighbour = people.find(({ personId, role }) => personId !== her.personId && role === null);
  hers = await enter(databaseUrl, her);
  other = await enter(databaseUrl, neighbour ?? her);
  officer = await enter(databaseUrl, product.officer);
});

/** As a browser asks that has no limit of connections, and waits as long as it takes. */
function send(path: string, cookie: string, form: FormData | null = null): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method: form === null ? "GET" : "POST",
    body: form,
    headers: { cookie, origin },
    redirect: "manual",
  });
}

/** Statuses of so many requests that are sent at the same time, one of each. */
async function statusesOf(count: number, ask: () => Promise<Response>) {
  const answers = await Promise.all(Array.from({ length: count }, ask));
  return [...new Set(answers.map(({ status }) => status))].toSorted((a, b) => a - b);
}

function formOf(fields: Readonly<Record<string, string | Blob>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const pageStatus = async (cookie: string) => (await send("/hoc", cookie)).status;

test("forty papers asked for at once harm nobody, and a neighbour gets hers beside them", async () => {
  const [many, one] = await Promise.all([
    statusesOf(40, () => send("/so-hoc-tap.pdf", hers)),
    send("/so-hoc-tap.pdf", other),
  ]);

  expect(many).toEqual([200, 503]);
  expect(one.status).toBe(200);
  expect((await send("/so-hoc-tap.pdf", hers)).status).toBe(200);
});

test("pictures of 49 megapixels sent at once are read one after another", async () => {
  const huge = await sharp({
    create: { width: 7000, height: 7000, channels: 3, background: "#3a7d44" },
  })
    .jpeg({ progressive: true, quality: 40 })
    .toBuffer();
  const fields = { title: "Làm đường", indicators: "3", happenedOn: "01/11/2026" };
  const photo = new File([new Uint8Array(huge)], "anh.jpg", { type: "image/jpeg" });
  const statuses = await statusesOf(4, () =>
    send("/so-hoc-tap/minh-chung/moi", hers, formOf({ ...fields, photo })),
  );

  expect(statuses[0]).toBe(303);
  expect(statuses.length === 1 || statuses.join() === "303,503").toBe(true);
  expect(await pageStatus(other)).toBe(200);
});

test("a course structure of a million elements is refused, and the desk says why", async () => {
  const structure = new File([cmi5Xml(["<a/>".repeat(1_000_000)])], "cmi5.xml");
  const form = formOf({ nhom: "digital", phut: "60", tep: structure });
  const answer = await send("/tinh/goi-hoc", officer, form);

  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("Hãy chia khóa học thành nhiều gói");
  expect(await pageStatus(other)).toBe(200);
});
