import { beginnerOf, databaseIn, enter, query, samplePeople } from "./sample-people.ts";
import { ask, get } from "./http.ts";
import { listRoutes, paramOf, patternOf, type Route } from "./route-list.ts";

/** A page that a learner can come to, and what the server says for it. */
export interface LearnerPage {
  /** "/hoc/:course" */
  readonly pattern: string;
  readonly path: string;
  readonly html: string;
}

/** Pages of officials, promoters and authors, who have a desk and a screen. */
const OFFICES = ["ban-xet", "lop", "soan-bai", "tinh", "xac-nhan"];
/** Of each route, so many are asked for links that lead on. */
const ASKED_OF_A_ROUTE = 4;

const routes = listRoutes().filter(
  ({ segments, hasPage }) => hasPage && !OFFICES.includes(segments[0] ?? ""),
);

/** Every route with a page that is not an official's: "/hoc/:course". */
export const LEARNER_PATTERNS: readonly string[] = routes.map((route) => patternOf(route));

/** Where everybody begins; the second is shown when there is no network. */
export const START = ["/", "/khong-co-mang"];

/**
 * A resident of the sample who learned, was assessed and recognised, and holds no office; with addresses
 * that a form or a paper leads to.
 */
export async function enterAsResident(dataFolder: string): Promise<{
  readonly cookie: string;
  readonly own: readonly string[];
  readonly public: readonly string[];
}> {
  const url = databaseIn(dataFolder);
  const people = await samplePeople(url);
  const her = people.find(({ role, state }) => role === null && state === "recognised");
  if (her === undefined) throw new Error("nobody of the sample is recognised");
  const attempts = await query(
    url,
    `SELECT course_id, lesson_id, id FROM attempt
     WHERE person_id = '${her.personId}' ORDER BY id DESC LIMIT 1`,
  );
  const entries = await query(
    url,
    `SELECT public_code FROM register_entry WHERE person_id = '${her.personId}'`,
  );
  return {
    cookie: await enter(url, her),
    own: attempts.map(
      ({ course_id: course, lesson_id: lesson, id }) =>
        `/hoc/${String(course)}/${String(lesson)}/ket-qua/${String(id)}`,
    ),
    public: entries.map(({ public_code: code }) => `/kiem-tra/${String(code)}`),
  };
}

/** A session of somebody who may score herself. */
export async function enterAsBeginner(dataFolder: string): Promise<string> {
  const url = databaseIn(dataFolder);
  return enter(url, await beginnerOf(url));
}

/** One page for each route that links lead to, from the front page on; as nobody without a cookie. */
export async function walkPages(
  origin: string,
  cookie: string | null,
  from: readonly string[] = START,
): Promise<readonly LearnerPage[]> {
  const waiting = [...from];
  const known = new Set(waiting);
  const found = new Map<string, LearnerPage[]>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const pattern = patternFor(path);
    const before = found.get(pattern ?? "") ?? [];
    if (pattern === null || before.length >= ASKED_OF_A_ROUTE) continue;
    const html = await pageAt(origin, path, cookie);
    if (html === null) continue;
    found.set(pattern, [...before, { pattern, path, html }]);
    for (const link of linksOf(html, path).filter((each) => !known.has(each))) {
      known.add(link);
      waiting.push(link);
    }
  }
  return [...found.values()].flatMap(([first]) => first ?? []);
}

async function pageAt(origin: string, path: string, cookie: string | null): Promise<string | null> {
  const answer = await ask(origin, get(path, cookie));
  if (typeof answer === "string") throw new Error(`${path}: ${answer}`);
  const isPage = String(answer.headers["content-type"]).startsWith("text/html");
  if (answer.status >= 400) throw new Error(`${path}, which a page links to: ${answer.status}`);
  return isPage && answer.status === 200 ? answer.body.toString() : null;
}

/** Addresses of ours that a page links to. */
export function linksOf(html: string, path: string): readonly string[] {
  const base = new URL(path, "http://here");
  return [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/gu)].flatMap(([, href = ""]) => {
    const url = new URL(href.replaceAll("&amp;", "&"), base);
    return url.host === base.host ? [url.pathname + url.search] : [];
  });
}

/** The learner's route that an address belongs to, or null. */
export function patternFor(path: string): string | null {
  const segments = (path.split("?")[0] ?? "").split("/").filter((segment) => segment !== "");
  const fits = (route: Route) =>
    route.segments.length === segments.length &&
    route.segments.every((own, index) => paramOf(own) !== null || own === segments[index]);
  // What is written out goes before what a parameter takes.
  const fitting = routes
    .filter((route) => fits(route))
    .toSorted((a, b) => paramsOf(a).length - paramsOf(b).length);
  return fitting[0] === undefined ? null : patternOf(fitting[0]);
}

function paramsOf({ segments }: Route): readonly string[] {
  return segments.filter((segment) => paramOf(segment) !== null);
}
