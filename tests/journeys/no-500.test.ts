import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { product } from "#tests/setup/journey-product.ts";

import { formsOf, type HtmlForm } from "./html-forms.ts";
import { type Answer, type Asked, ask, get, write } from "./http.ts";
import { readKnown } from "./known-values.ts";
import { describe, type Known, type Odd, oddForm, oddRequest } from "./odd-requests.ts";
import { addressOf, listRoutes, paramOf, type Route } from "./route-list.ts";
import {
  communeOf,
  databaseIn,
  enter,
  query,
  type SamplePerson,
  samplePeople,
} from "./sample-people.ts";

const { origin } = product;
const databaseUrl = databaseIn(product.dataFolder);
const SEED = 20_261_122;
/** Odd requests to a route as one person, and to a form of a page. */
const TO_A_ROUTE = 6;
const TO_A_FORM = 4;

interface Visitor {
  readonly who: string;
  readonly cookie: string | null;
  /** Of another session: signing out must not end the rest of the attack. */
  readonly spare: string | null;
}

const routes = listRoutes();
let cast: readonly (readonly [who: string, card: string])[];
let visitors: readonly Visitor[];
let known: Known;

/** The attack spends the tries that one address has for signing in; other journeys need theirs. */
const giveTriesBack = () => query(databaseUrl, "DELETE FROM rate_limit");
afterAll(giveTriesBack);
/** It presses every button of the settings too; other journeys read Vietnamese and the usual view. */
afterAll(() =>
  query(databaseUrl, "UPDATE account SET locale = NULL, easy_view = false, data_saver = false"),
);

beforeAll(async () => {
  const people = await samplePeople(databaseUrl);
  known = await readKnown(databaseUrl, [...new Set(people.map(({ communeId }) => communeId))]);
  // One commune has a register; the other still verifies. The journeys' own commune is left alone.
  const home = communeOf(people, product.official);
  const elsewhere = people.filter(({ communeId }) => communeId !== home);
  const decided = elsewhere.find(({ state }) => state === "recognised")?.communeId;
  const open = elsewhere.find(({ communeId }) => communeId !== decided)?.communeId;
  const cardOf = (communeId: string | undefined, fits: (person: SamplePerson) => boolean) => {
    const found = elsewhere.find((person) => person.communeId === communeId && fits(person));
    if (found === undefined) throw new Error("the sample has no such person");
    return found.card;
  };
  cast = [
    ["learner", cardOf(open, ({ state }) => state === "returned")],
    ["recognised learner", cardOf(decided, ({ state }) => state === "recognised")],
    ["attestor", cardOf(open, ({ role }) => role === "village_attestor")],
    ["official", cardOf(open, ({ role }) => role === "commune_official")],
    ["official with a register", cardOf(decided, ({ role }) => role === "commune_official")],
    ["provincial officer", product.officer.card],
  ];
});

beforeEach(async () => {
  const signedIn = cast.map(async ([who, card]) => ({
    who,
    cookie: await enter(databaseUrl, { card }),
    spare: await enter(databaseUrl, { card }),
  }));
  visitors = [{ who: "nobody", cookie: null, spare: null }, ...(await Promise.all(signedIn))];
});

interface Sent extends Odd {
  readonly visitor: Visitor;
  /** Whether the route answers with a page. */
  readonly page: boolean;
}

test("whatever is sent to a route by whomever, it is answered in time and without a 500", async () => {
  const sent = visitors.flatMap((visitor, turn) =>
    routes.flatMap((route, index) =>
      fc
        .sample(oddRequest(route, visitor.cookie, known), {
          seed: SEED + turn * 1000 + index,
          numRuns: TO_A_ROUTE,
        })
        .map((odd) => ({ ...odd, visitor, page: route.hasPage })),
    ),
  );
  expect(await attack(sent)).toEqual([]);
});

test("the product's own forms with odd values in them get an answer without a 500", async () => {
  const sent: Sent[] = [];
  for (const [turn, visitor] of visitors.entries()) {
    const forms = await formsFor(visitor);
    for (const [index, form] of forms.entries()) {
      const parameters = { seed: SEED - turn * 1000 - index, numRuns: TO_A_FORM };
      const odd = fc.sample(oddForm(form, visitor.cookie, known.ids), parameters);
      sent.push(...odd.map((each) => ({ ...each, visitor, page: true })));
    }
  }
  expect(sent.length).toBeGreaterThan(200);
  expect(await attack(sent)).toEqual([]);
});

test("a photograph of 21 MB is refused", async () => {
  const learner = visitors.find(({ who }) => who === "learner");
  const path = "/so-hoc-tap/minh-chung/moi";
  const headers = {
    ...get(path, learner?.cookie ?? null).headers,
    "content-type": "multipart/form-data; boundary=x",
  };
  const large = { method: "POST", path, headers, body: Buffer.alloc(21 * 1024 * 1024, "a") };
  expect(await ask(origin, large)).toMatchObject({ status: 413 });
  expect(await ask(origin, { ...large, chunked: true })).toMatchObject({ status: 411 });
});

test("a photograph that is sent after the session ended does not hold up the way to sign in", async () => {
  const length = 3_000_000;
  const next = "GET /dang-nhap HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  const posted =
    `POST /so-hoc-tap/minh-chung/moi HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${length}\r\n` +
    `Content-Type: multipart/form-data; boundary=x\r\n\r\n${"a".repeat(length)}`;
  expect(await write(origin, posted + next, false)).toEqual([302, 200]);
});

test("what is hardly a request, or breaks off in the middle, harms nobody", async () => {
  const close = "Host: localhost\r\nConnection: close\r\n\r\n";
  const odd = [
    `GET http://evil.example/ HTTP/1.1\r\n${close}`,
    `OPTIONS * HTTP/1.1\r\n${close}`,
    `TRACE / HTTP/1.1\r\n${close}`,
    `GET //x:99999/ HTTP/1.1\r\n${close}`,
    `GET /\u00FF HTTP/1.1\r\n${close}`,
    `GET /assets/%ff HTTP/1.1\r\n${close}`,
    `GET /__manifest?p=%00&p=%ff HTTP/1.1\r\n${close}`,
    `GET / HTTP/1.1\r\nRange: bytes=9-1\r\n${close}`,
    `GET /favicon.svg HTTP/1.1\r\nRange: bytes=999999-\r\n${close}`,
    `POST /dang-nhap HTTP/1.1\r\nContent-Length: -1\r\n${close}`,
    `POST /dang-nhap HTTP/1.1\r\nTransfer-Encoding: chunked\r\n${close}zz\r\n`,
    "GET / HTTP/1.0\r\n\r\n",
    "\0\0\0\0\r\n\r\n",
  ];
  for (const text of odd) {
    const [status = 0] = await write(origin, text, false);
    expect(status, JSON.stringify(text)).toBeGreaterThanOrEqual(200);
    expect(status, JSON.stringify(text)).toBeLessThan(500);
  }
  const cookie = visitors.find(({ who }) => who === "learner")?.cookie ?? "";
  const broken = ["/so-hoc-tap/minh-chung/moi", "/tai-khoan", "/dang-nhap", "/"].map(
    (path) =>
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nContent-Length: 90000\r\n` +
      `Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\nContent-Disposition: form-data; n`,
  );
  await Promise.all(broken.map((text) => write(origin, text, true)));
  expect(await ask(origin, get("/", null))).toMatchObject({ status: 200 });
});

/** The forms of every page that this visitor can open; of up to three pages of a route. */
async function formsFor({ cookie }: Visitor): Promise<readonly HtmlForm[]> {
  const forms = new Map<string, HtmlForm>();
  for (const route of routes.filter(({ hasPage }) => hasPage)) {
    let opened = 0;
    for (const path of addressesOf(route)) {
      const answer = opened < 3 ? await ask(origin, get(path, cookie)) : null;
      if (answer === null || typeof answer === "string" || answer.status !== 200) continue;
      opened += 1;
      for (const form of formsOf(answer.body.toString(), path)) {
        const names = new Set(form.fields.map(([name]) => name));
        forms.set(`${form.path} ${[...names].join(" ")}`, form);
      }
    }
  }
  return [...forms.values()];
}

/** A page's addresses under everything its first parameter that varies can name. */
function addressesOf(route: Route): readonly string[] {
  const params = route.segments.flatMap((segment) => paramOf(segment) ?? []);
  const longest = Math.max(1, ...params.map((param) => known.valuesOf(param).length));
  const addresses = Array.from({ length: longest }, (_, turn) =>
    addressOf(route, (param) => {
      const values = known.valuesOf(param);
      return values[turn % values.length] ?? "";
    }),
  );
  return [...new Set(addresses)];
}

const AT_ONCE = 4;

/** Sends everything; answers what went wrong. */
async function attack(sent: readonly Sent[]): Promise<readonly string[]> {
  const faults: string[] = [];
  const queue = sent.values();
  const work = async () => {
    for (const { asked, foreign, page, visitor } of queue) {
      const leaves = asked.path.startsWith("/dang-xuat") && asked.headers["cookie"] !== undefined;
      const headers = { ...asked.headers, ...(leaves ? { cookie: visitor.spare ?? "" } : {}) };
      // oxlint-disable-next-line no-await-in-loop -- a few at once, like people
      const answer = await ask(origin, { ...asked, headers });
      const fault = faultOf(asked, answer, foreign, page);
      if (fault !== null) faults.push(`${fault} ← ${describe(visitor.who, asked)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return faults;
}

function faultOf(
  asked: Asked,
  answer: Answer | string,
  foreign: boolean,
  page: boolean,
): string | null {
  if (typeof answer === "string") return answer;
  const { status, headers } = answer;
  if (status >= 500) return String(status);
  if (foreign) return status === 403 ? null : `${status} to a foreign page`;
  // With these endings a program asks for a page's data, or somebody for a paper, which is no page.
  const isOther = /\.(?:data|pdf)(?:\?|$)|\?_data=/u.test(asked.path);
  const isPage =
    page && !isOther && asked.method !== "HEAD" && asked.headers["accept"] === "text/html";
  if (status < 400 || !isPage) return null;
  const html = answer.body.toString();
  const isPageOfOurs = /<html lang="(?:vi|en)"/u.test(html) && html.includes("<h1");
  return isPageOfOurs ? null : `${status} without a page: ${headers["content-type"]}`;
}
