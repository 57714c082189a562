import { type CoursePack, isCoursePack, type PackedFile } from "#app/domain/phones/index.ts";
import { href } from "#app/routes.ts";

import { isOurs } from "./network.ts";
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
    const isNew = pack.version !== before.whole?.version;
    if (isNew) await port.writeCourse({ ...before, coming: pack });
    // Also of a version that is here: what lies in the place of a file is fetched again.
    await fetchFiles(pack, isNew ? tell : () => undefined);
    if (!isNew) return { state: "kept" };
    await port.writeCourse(arrived(before, pack));
    await dropFiles(port);
    return { state: "kept" };
  } catch (error) {
    return { state: (await isFull(error)) ? "full" : "broken" };
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
  if (!isOurs(response)) throw new Error("somebody else answered");
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
  for (const file of pack.files) {
    const kept = await cache.match(file.url);
    if (kept === undefined || !(await isWhole(file, kept))) {
      const response = await fetch(file.url, { credentials: "omit" });
      if (!(await isWhole(file, response.clone()))) throw new Error(`${file.url} did not come`);
      await cache.put(file.url, response);
    }
    done += file.bytes;
    tell({ state: "coming", done, of });
  }
}

const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/\.(?:svg|png|jpe?g|webp|avif|gif)$/iu, /^image\//u],
  [/\.(?:mp3|ogg|opus|m4a)$/iu, /^audio\//u],
  [/\.pdf$/iu, /^application\/pdf/u],
];

/** Whether an answer may be the file at that address: a page of a portal is no picture. */
export function isFileOf(url: string, response: Response): boolean {
  const { pathname } = new URL(url, origin());
  const type = response.headers.get("content-type") ?? "";
  const kind = KINDS.find(([name]) => name.test(pathname));
  return response.status === 200 && (kind === undefined || kind[1].test(type));
}

/** The very bytes that the pack names: of that length and, unless they were made of others, that hash. */
async function isWhole({ url, bytes }: PackedFile, response: Response): Promise<boolean> {
  if (!isFileOf(url, response)) return false;
  const body = await response.arrayBuffer();
  if (body.byteLength !== bytes) return false;
  const { searchParams } = new URL(url, origin());
  const hash = searchParams.get("v");
  // A photograph is named by the file that it was made of.
  return hash === null || searchParams.has("w") || (await hexHash(body)).startsWith(hash);
}

async function hexHash(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
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

const NEARLY_NOTHING_BYTES = 2_000_000;

/** Browsers tell a full phone in many words; how much room there is says it in numbers. */
async function isFull(error: unknown): Promise<boolean> {
  if (error instanceof DOMException && error.name === "QuotaExceededError") return true;
  try {
    const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
    return quota - usage < NEARLY_NOTHING_BYTES;
  } catch {
    return false; // older browsers do not say
  }
}

/** What a course takes on the phone, in bytes. */
export function keptBytes({ whole }: KeptCourse): number {
  if (whole === null) return 0;
  const files = whole.files.reduce((sum, { bytes }) => sum + bytes, 0);
  return files + JSON.stringify(whole).length;
}
