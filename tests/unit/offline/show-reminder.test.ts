import { readFile } from "node:fs/promises";
import { runInNewContext } from "node:vm";

import { build } from "vite";
import { expect, test } from "vitest";

const waitUntil = () => undefined;

type Listener = (event: Readonly<Record<string, unknown>>) => void;

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

test("either service worker shows what was sent, and a tap opens the courses", async () => {
  for (const [name, script] of await scripts()) {
    const { self, listeners, shown, opened } = world();
    runInNewContext(script, { self });
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
});
