/// <reference lib="webworker" />
// The service worker of a phone that keeps courses: a second, small server around the same core.
import { v7 as uuidv7 } from "uuid";

import { seal } from "#app/domain/phones/index.ts";

import { type ContactDeps, sendNow } from "./contact.ts";
import { keepShell, SHELL } from "./document.tsx";
import { hear } from "./hear.ts";
import { FILES } from "./keep-courses.ts";
import type { FromPage } from "./messages.ts";
import { teachOlderBrowser } from "./older-browsers.ts";
import { openPhone } from "./phone-store.ts";
import { lock, unlock } from "./pin-lock.ts";
import { serveFile, servePage, servePost } from "./serve.ts";
import { showReminders } from "./show-reminder.ts";
import { paramsOf } from "#app/routes.ts";

declare const self: ServiceWorkerGlobalScope;

teachOlderBrowser();

let opening: Promise<ContactDeps> | null = null;

function opened(): Promise<ContactDeps> {
  opening ??= openPhone().then((port) => ({
    port,
    now: () => new Date(),
    newId: () => uuidv7(),
    seal,
    lock,
    unlock,
  }));
  return opening;
}

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name !== SHELL && name !== FILES))
      .then((names) => Promise.all(names.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(serveNavigation(event));
  } else if (request.method === "GET" && paramsOf("files/course-media", url.pathname) !== null) {
    event.respondWith(serveFile(request));
  } else if (request.method === "GET" && isOfShell(request, url)) {
    event.respondWith(serveShell(request));
  }
});

/** Whatever goes wrong in here, a page of the network's must still come. */
async function serveNavigation(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const deps = await opened();
  const later = (work: Promise<unknown>) => event.waitUntil(work);
  return request.method === "POST"
    ? servePost(deps, request, later)
    : servePage(deps, request, later);
}

function isOfShell({ destination }: Request, { pathname }: URL): boolean {
  return destination === "style" || destination === "image" || pathname === "/enhance.js";
}

/** Styles have their content in their name, so the kept ones are right; the rest is asked for first. */
async function serveShell(request: Request): Promise<Response> {
  const cache = await caches.open(SHELL);
  const kept = await cache.match(request);
  if (kept !== undefined && (request.destination === "style" || !navigator.onLine)) return kept;
  return fetch(request).catch(() => kept ?? Response.error());
}

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  if (port === undefined) return;
  const asked: FromPage = event.data;
  event.waitUntil(
    opened()
      .then((deps) => hear(deps, asked, (answer) => port.postMessage(answer)))
      .then(() => keepShellFresh()),
  );
});

let isFresh = false;

/** Once in a worker's life: the shell of a newer version of the product. */
async function keepShellFresh(): Promise<void> {
  if (isFresh || !navigator.onLine) return;
  isFresh = true;
  await keepShell().catch(() => undefined);
}

// Background Sync, where the browser has it.
self.addEventListener("sync", (event) => {
  if (event instanceof ExtendableEvent) {
    event.waitUntil(opened().then((deps) => sendNow(deps, { eager: true })));
  }
});

showReminders(self);
