import { readFile } from "node:fs/promises";
import { runInNewContext } from "node:vm";

import { build } from "vite";
import { expect, test } from "vitest";

const waitUntil = () => undefined;

type Listener = (event: object) => void;

/** A service worker's world: what it listens to, and what it shows and opens. */
function world() {
  const listeners = new Map<string, Listener>();
  const shown: unknown[] = [];
  const opened: unknown[] = [];
  const self = {
    addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener),
    skipWaiting: () => undefined,
    registration: { showNotification: (...said: unknown[]) => shown.push(said) },
    clients: { claim: () => undefined, openWindow: (path: unknown) => opened.push(path) },
  };
  return { self, listeners, shown, opened };
}

/** What a browser of a phone that keeps courses, or keeps none, would run. */
async function scripts(): Promise<readonly (readonly [name: string, script: string])[]> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    build: {
      write: false,
      lib: { entry: "app/offline/show-reminder.ts", formats: ["iife"], name: "reminder" },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const code = outputs.flatMap((each) =>
    "output" in each ? each.output.flatMap((part) => (part.type === "chunk" ? part.code : [])) : [],
  );
  return [
    ["worker", `${code.join("\n")}; reminder.showReminders(self);`],
    ["service-worker", await readFile("app/public/service-worker.js", "utf8")],
  ];
}

test(
  "either service worker shows what was sent, and a tap opens the courses",
  { timeout: 60_000 },
  async () => {
    for (const [name, script] of await scripts()) {
      const { self, listeners, shown, opened } = world();
      runInNewContext(script, { self, URLSearchParams });
      const text = "Đến giờ học rồi.";

      listeners.get("push")?.({ data: { json: () => ({ text }) }, waitUntil });
      listeners.get("push")?.({ data: null, waitUntil });
      listeners.get("notificationclick")?.({ notification: { close: () => undefined }, waitUntil });

      const options = { icon: "/icon-192.png", lang: "vi", tag: "nhac-hoc" };
      expect(shown, name).toEqual([
        ["Nếp Học", { body: text, ...options }],
        ["Nếp Học", { body: "", ...options }],
      ]);
      expect(opened, name).toEqual(["/hoc"]);
    }
  },
);

test(
  "a phone whose address for reminders was changed tells the server the new one, and takes the old one back",
  { timeout: 60_000 },
  async () => {
    for (const [name, script] of await scripts()) {
      const { self, listeners } = world();
      const told: Record<string, string>[] = [];
      const fetched = async (_path: string, { body }: { body: URLSearchParams }) => {
        told.push(Object.fromEntries(body));
        return new Response(null, { headers: { "x-nep-hoc": "1" } });
      };
      const made = { endpoint: "https://push.example/2", toJSON: () => ({ keys: { auth: "a" } }) };
      const pushManager = { getSubscription: async () => null, subscribe: async () => made };
      const world2 = { ...self, registration: { ...self.registration, pushManager } };
      class ExtendableEvent {
        oldSubscription = {
          endpoint: "https://push.example/1",
          options: { applicationServerKey: "key" },
        };
        done: Promise<unknown> = Promise.resolve();
        waitUntil = (work: Promise<unknown>) => {
          this.done = work;
        };
      }
      runInNewContext(script, { self: world2, fetch: fetched, URLSearchParams, ExtendableEvent });

      const event = new ExtendableEvent();
      listeners.get("pushsubscriptionchange")?.(event);
      await event.done;
      expect(told, name).toEqual([
        { viec: "tat", endpoint: "https://push.example/1" },
        { endpoint: "https://push.example/2", auth: "a" },
      ]);
    }
  },
);
