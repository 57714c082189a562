import { createHash } from "node:crypto";

import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { OUR_MARK } from "#app/domain/phones/index.ts";
import { FILES, keepCourse } from "#app/offline/course-downloads.ts";
import { openPhone } from "#app/offline/phone-store.ts";
import { serveFile } from "#app/offline/serve-file.ts";

const ORIGIN = "https://nephoc.example";
const PICTURE = "<svg xmlns='http://www.w3.org/2000/svg'/>";
const HASH = createHash("sha256").update(PICTURE).digest("hex").slice(0, 10);
const FILE = `/khoa-hoc/lon/media/lon.svg?v=${HASH}`;
const PACK = {
  format: 1,
  version: "v1",
  course: { id: "lon", lessons: [{ id: "mot" }] },
  finalQuestions: 0,
  files: [{ url: FILE, bytes: PICTURE.length }],
};
const PORTAL = "<!DOCTYPE html><title>WiFi</title><p>Đăng nhập WiFi</p>";

/** What each address answers; a test puts a stranger in the place of any. */
let answers: Map<string, () => Response>;
let kept: Map<string, Response>;
let phones = 0;

const portal = () => new Response(PORTAL, { headers: { "content-type": "text/html" } });
const picture = (body = PICTURE) =>
  new Response(body, { headers: { "content-type": "image/svg+xml", [OUR_MARK]: "1" } });

beforeEach(() => {
  answers = new Map([
    ["/hoc/lon/goi-tai", () => Response.json(PACK, { headers: { [OUR_MARK]: "1" } })],
    [FILE, () => picture()],
  ]);
  kept = new Map();
  const cache = {
    match: async (url: string) => kept.get(new URL(url, ORIGIN).href)?.clone(),
    put: async (url: string, response: Response) =>
      void kept.set(new URL(url, ORIGIN).href, response),
    keys: async () => [...kept.keys()].map((url) => ({ url })),
    delete: async ({ url }: { url: string }) => kept.delete(url),
  };
  vi.stubGlobal("location", { origin: ORIGIN });
  vi.stubGlobal("caches", { open: async (name: string) => (name === FILES ? cache : null) });
  vi.stubGlobal("fetch", async (asked: string | Request) => {
    const url = new URL(typeof asked === "string" ? asked : asked.url, ORIGIN);
    return answers.get(url.pathname + url.search)?.() ?? new Response(null, { status: 404 });
  });
});
afterEach(() => vi.unstubAllGlobals());

const newPhone = () => {
  phones += 1;
  return openPhone({ name: `keeping-${phones}` });
};
const keep = async (port: Awaited<ReturnType<typeof newPhone>>) =>
  (await keepCourse(port, "lon", () => undefined)).state;
const keptText = () => kept.get(new URL(FILE, ORIGIN).href)?.clone().text();

test("what goes into a cache is looked at: a portal's page, half a picture or another is no picture of the course", async () => {
  const strangers: readonly (() => Response)[] = [
    portal,
    () => picture(PICTURE.slice(1)),
    () => picture(PICTURE.replace("svg ", "SVG ")),
    () => new Response(PICTURE, { status: 203, headers: { "content-type": "image/svg+xml" } }),
  ];
  const port = await newPhone();
  for (const stranger of strangers) {
    answers.set(FILE, stranger);
    expect(await keep(port)).toBe("broken");
    expect(kept.size).toBe(0);
  }
  answers.set(FILE, () => picture());
  expect(await keep(port)).toBe("kept");
  expect(await keptText()).toBe(PICTURE);
});

test("what was poisoned before is not shown, and the next look at the course heals it", async () => {
  const port = await newPhone();
  expect(await keep(port)).toBe("kept");
  kept.set(new URL(FILE, ORIGIN).href, portal());

  const shown = await serveFile(new Request(new URL(FILE, ORIGIN)));
  expect(await shown.text()).toBe(PICTURE);
  expect(await keep(port)).toBe("kept");
  expect(await keptText()).toBe(PICTURE);
});

test("a stranger who answers for the course itself takes nothing away, and says nothing of it", async () => {
  const port = await newPhone();
  expect(await keep(port)).toBe("kept");
  for (const stranger of [
    portal,
    () => new Response(null, { status: 404 }),
    () => new Response(null, { status: 304 }),
    () => Response.json({ ...PACK, version: "v2" }),
  ]) {
    answers.set("/hoc/lon/goi-tai", stranger);
    expect(await keep(port)).toBe("broken");
    expect((await port.readCourse("lon"))?.whole?.version).toBe("v1");
  }
});

test("a full phone is told to be full, in whatever words its browser says so", async () => {
  for (const error of [
    new DOMException("full", "QuotaExceededError"),
    new DOMException("Unexpected internal error.", "UnknownError"),
    new TypeError("Failed to execute 'put' on 'Cache'"),
  ]) {
    const port = await newPhone();
    vi.stubGlobal("caches", {
      open: async () => ({
        match: async () => undefined,
        put: async () => {
          throw error;
        },
      }),
    });
    vi.stubGlobal("navigator", {
      storage: { estimate: async () => ({ quota: 5e6, usage: 49e5 }) },
    });
    expect(await keep(port)).toBe("full");
  }
});
