import { type CoursePack, isCoursePack } from "#app/domain/phones/index.ts";
import { href } from "#app/routes.ts";

import type { KeptCourse, PhonePort } from "./phone-port.ts";

/** Files of courses; nothing of a person is ever put in here. */
export const FILES = "khoa-hoc-1";

export type KeepState =
  | { readonly state: "coming"; readonly done: number; readonly of: number }
  | { readonly state: "kept" | "broken" | "full" | "unknown" };

/**
 * Brings a course onto the phone, or what is new of it. What is there is not fetched again, so a
 * download that broke goes on where it broke.
 */
export async function keepCourse(
  port: PhonePort,
  courseId: string,
  tell: (state: KeepState) => void,
): Promise<KeepState> {
  try {
    const before = (await port.readCourse(courseId)) ?? nothingOf(courseId);
    const pack = await fetchPack(courseId, before);
    if (pack === null) return { state: "unknown" };
    if (pack.version === before.whole?.version) return { state: "kept" };
    await port.writeCourse({ ...before, coming: pack });
    await fetchFiles(pack, tell);
    await port.writeCourse(arrived(before, pack));
    await dropFiles(port);
    return { state: "kept" };
  } catch (error) {
    return { state: isFull(error) ? "full" : "broken" };
  }
}

function nothingOf(id: string): KeptCourse {
  return { id, whole: null, coming: null, earlier: [] };
}

/** The pack as the server has it now; null: there is no such course. */
async function fetchPack(courseId: string, before: KeptCourse): Promise<CoursePack | null> {
  const known = before.coming ?? before.whole;
  const response = await fetch(href("files/course-pack", { course: courseId }), {
    credentials: "omit",
    cache: "no-store",
    headers: known === null ? {} : { "if-none-match": `"${known.version}"` },
  });
  if (response.status === 304 && known !== null) return known;
  if (response.status === 404) return null;
  const pack: unknown = response.ok ? await response.json() : null;
  if (!isCoursePack(pack)) throw new Error("what came is no course");
  return pack;
}

async function fetchFiles(pack: CoursePack, tell: (state: KeepState) => void): Promise<void> {
  const cache = await caches.open(FILES);
  const of = pack.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { url, bytes } of pack.files) {
    if ((await cache.match(url)) === undefined) {
      const response = await fetch(url, { credentials: "omit" });
      if (!response.ok) throw new Error(`${url} did not come`);
      await cache.put(url, response);
    }
    done += bytes;
    tell({ state: "coming", done, of });
  }
}

/** Lessons that changed stay as they were beside the new ones: acts that wait were done by them. */
function arrived({ id, whole, earlier }: KeptCourse, pack: CoursePack): KeptCourse {
  const current = new Set(pack.course.lessons.map(({ version }) => version));
  const replaced = (whole?.course.lessons ?? []).filter(({ version }) => !current.has(version));
  return { id, whole: pack, coming: null, earlier: [...earlier, ...replaced] };
}

/** Forgets earlier lessons once nothing waits to be sent. */
export async function dropEarlierLessons(port: PhonePort): Promise<void> {
  if ((await port.countWaiting()).size > 0) return;
  for (const course of await port.readCourses()) {
    if (course.earlier.length > 0) await port.writeCourse({ ...course, earlier: [] });
  }
}

/** Takes a course off the phone; what was done in it and waits to be sent stays. */
export async function removeCourse(port: PhonePort, courseId: string): Promise<void> {
  await port.removeCourse(courseId);
  await dropFiles(port);
}

/** Files that no course on the phone names any more. */
async function dropFiles(port: PhonePort): Promise<void> {
  const packs = (await port.readCourses()).flatMap(({ whole, coming }) => [whole, coming]);
  const named = new Set(
    packs.flatMap((pack) => pack?.files ?? []).map(({ url }) => new URL(url, origin()).href),
  );
  const cache = await caches.open(FILES);
  for (const request of await cache.keys()) {
    if (!named.has(request.url)) await cache.delete(request);
  }
}

function origin(): string {
  return globalThis.location.origin;
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}

/** What a course takes on the phone, in bytes. */
export function keptBytes({ whole }: KeptCourse): number {
  if (whole === null) return 0;
  const files = whole.files.reduce((sum, { bytes }) => sum + bytes, 0);
  return files + JSON.stringify(whole).length;
}
