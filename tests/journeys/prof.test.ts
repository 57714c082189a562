import { resolve } from "node:path";

import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";

import { readCatalogue } from "#app/domain/content/index.server.ts";

import { formsOf, type HtmlForm } from "./html-forms.ts";
import { type Answer, type Asked, ask, get } from "./http.ts";
import { describe, type Known, type Odd, oddForm, oddRequest } from "./odd-requests.ts";
import { addressOf, knownNames, listRoutes, paramOf, type Route } from "./route-list.ts";
import { communeOf, databaseIn, enter, idsOf, isNamed, NAMED_KINDS, query, type SamplePerson, samplePeople } from "./sample-people.ts";

const origin = inject("origin");
const databaseUrl = databaseIn(inject("dataFolder"));
const SEED = 20_261_122;
/** Odd requests to a route as one person, and to a form of a page. */
const TO_A_ROUTE = 14;
const TO_A_FORM = 10;

interface Visitor {
  readonly who: string;
  readonly cookie: string | null;
  /** Of another session: signing out must not end the rest of the attack. */
  readonly spare: string | null;
}

const routes = listRoutes();
let visitors: readonly Visitor[];
let known: Known;

/** The attack spends the tries that one address has for signing in; other journeys need theirs. */
const giveTriesBack = () => query(databaseUrl, "DELETE FROM rate_limit");
afterAll(giveTriesBack);

beforeAll(async () => {
  const people = await samplePeople(databaseUrl);
  known = await readKnown([...new Set(people.map(({ communeId }) => communeId))]);
});

beforeEach(async () => {
  const people = await samplePeople(databaseUrl);
  const home = communeOf(people, inject("official"));
  const elsewhere = people.filter(({ communeId }) => communeId !== home);
  const visitor = async (who: string, card: string | undefined): Promise<Visitor> => {
    if (card === undefined) throw new Error(`the sample has no ${who}`);
    const sign = () => enter(databaseUrl, { card });
    return { who, cookie: await sign(), spare: await sign() };
  };
  // One commune has a register; the other still verifies. The journeys' own commune is left alone.
  const decided = elsewhere.find(({ state }) => state === "recognised")?.communeId;
  const open = elsewhere.find(({ communeId }) => communeId !== decided)?.communeId;
  const cardOf = (communeId: string | undefined, fits: Partial<SamplePerson>) =>
    elsewhere.find(
      (each) =>
        each.communeId === communeId &&
        (fits.role === undefined || each.role === fits.role) &&
        (fits.state === undefined || each.state === fits.state),
    )?.card;
  visitors = [
    { who: "nobody", cookie: null, spare: null },
    await visitor("learner", cardOf(open, { state: "returned" })),
    await visitor("recognised learner", cardOf(decided, { state: "recognised" })),
    await visitor("attestor", cardOf(open, { role: "village_attestor" })),
    await visitor("official", cardOf(open, { role: "commune_official" })),
    await visitor("official with a register", cardOf(decided, { role: "commune_official" })),
    await visitor("provincial officer", inject("officer").card),
  ];
});

async function readKnown(communeIds: readonly string[]): Promise<Known> {
  const { catalogue } = await readCatalogue(resolve("content/courses"));
  const pools = await Promise.all(communeIds.map((communeId) => idsOf(databaseUrl, { communeId }, 4)));
  const [course] = catalogue;
  if (course === undefined) throw new Error("no course");
  const lessons = [...course.lessons, course.final];
  const others: Readonly<Record<string, readonly string[]>> = {
    course: [course.id],
    lesson: lessons.map(({ id }) => id),
    indicator: ["1", "4", "10"],
    file: ["bia.svg", "cover.webp"],
  };
  const answers = lessons.flatMap(({ questions }) => questions.map(({ id }) => `answer.${id}`));
  const names = knownNames();
  return {
    fields: [...names.fields, ...new Set(answers)],
    query: names.query,
    ids: [...communeIds, ...pools.flatMap((pool) => NAMED_KINDS.flatMap((kind) => pool(kind)))],
    valuesOf: (param) =>
      isNamed(param) ? pools.flatMap((pool) => pool(param)) : (others[param] ?? communeIds),
  };
}

interface Sent extends Odd {
  readonly visitor: Visitor;
  /** Null when it is no page. */
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
  expect(sent.length).toBeGreaterThan(300);
  expect(await attack(sent)).toEqual([]);
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
      const t0 = performance.now();
      const answer = await ask(origin, { ...asked, headers });
      const dt = performance.now() - t0;
      (globalThis as any).T ??= []; (globalThis as any).T.push([dt, visitor.who, asked.method, asked.path.slice(0,60), asked.headers["content-type"], typeof answer==="string"?answer:answer.status]);
      const fault = faultOf(asked, answer, foreign, page);
      if (fault !== null) faults.push(`${fault} ← ${describe(visitor.who, asked)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const T=(globalThis as any).T; console.log(T.length, T.reduce((a:any,b:any)=>a+b[0],0)); T.sort((a:any,b:any)=>b[0]-a[0]); console.log(T.slice(0,25).map((x:any)=>x.join(" ")).join("\n")); console.log("median",T[T.length>>1][0]); const C:any={}; for(const x of T) C[x[5]]=(C[x[5]]??0)+1; console.log("statuses",JSON.stringify(C)); (globalThis as any).T=[];
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
  // With these endings a program asks for the data of a page.
  const isData = /\.data(?:\?|$)|\?_data=/u.test(asked.path);
  const isPage = page && !isData && asked.method !== "HEAD" && asked.headers["accept"] === "text/html";
  if (status < 400 || !isPage) return null;
  const html = answer.body.toString();
  const vietnamese = html.includes('<html lang="vi"') && html.includes("<h1");
  return vietnamese ? null : `${status} without a page: ${headers["content-type"]}`;
}

