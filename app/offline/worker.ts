/// <reference lib="webworker" />
// The service worker of a phone that keeps courses: a second, small server around the same core.
// First: other modules make constants by what it teaches.
import "./teach-first.ts";

import { v7 as uuidv7 } from "uuid";

import { seal } from "#app/domain/phones/index.ts";

import { type ContactDeps, sendNow } from "./contact.ts";
import { keepShell, noSignal, SHELL } from "./screens/document.tsx";
import { handleMessage } from "./handle-message.ts";
import { FILES } from "./course-downloads.ts";
import type { FromPage, FromWorker } from "./messages.ts";
import { isOurs, isWorthSeeing, within } from "./network.ts";
import { openPhone } from "./phone-store.ts";
import { vi } from "#app/locales/index.ts";
import { lock, unlock } from "./pin-lock.ts";
import { serveFile } from "./serve-file.ts";
import { servePage, servePost } from "./serve.ts";
import { showReminders } from "./show-reminder.ts";
import { paramsOf } from "#app/routes.ts";

declare const self: ServiceWorkerGlobalScope;

let opening: Promise<ContactDeps> | null = null;

/** What the phone keeps. An opening that failed, and a store that was closed since, are tried anew. */
function opened(): Promise<ContactDeps> {
  opening ??= openPhone({ onClosed: forgetOpened }).then((port) => ({
    port,
    now: () => new Date(),
    newId: () => uuidv7(),
    seal,
    lock,
    unlock,
  }));
  opening.catch(forgetOpened);
  return opening;
}

function forgetOpened(): void {
  opening = null;
}

const OPEN_WAIT_MS = 3000;
/** Where it did not open before, a page does not wait for it again and again. */
const NEXT_WAIT_MS = 300;
let openWaitMs = OPEN_WAIT_MS;

/** Null: the phone's storage cannot be opened, or hangs. Nothing in it is thrown away for that. */
async function openedSoon(): Promise<ContactDeps | null> {
  const deps = await within(openWaitMs, opened());
  openWaitMs = deps === null ? NEXT_WAIT_MS : OPEN_WAIT_MS;
  return deps;
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
  const request = askedAnew(event.request);
  // Sending on failed is no fault of the page's.
  const later = (work: Promise<unknown>) => event.waitUntil(work.catch(() => undefined));
  const spare = request.clone();
  try {
    const deps = await openedSoon();
    if (deps !== null) {
      const serve = request.method === "POST" ? servePost : servePage;
      return await serve(deps, request, later);
    }
  } catch {
    // The storage failed in the middle: opened anew, it may do.
    forgetOpened();
  }
  return serveWithoutPhone(spare);
}

/** As a phone that keeps nothing. */
async function serveWithoutPhone(request: Request): Promise<Response> {
  const response = await within(null, fetch(request));
  if (response === null) return noSignal();
  const isSeen = response.type === "opaqueredirect" || isOurs(response) || isWorthSeeing(response);
  return isSeen ? response : noSignal();
}

/**
 * Going back to a page that answered a form, the browser wants it from its store alone, where no page of
 * ours is; it is asked for as if its address had been typed.
 */
function askedAnew(request: Request): Request {
  return request.cache === "only-if-cached"
    ? new Request(request.url, { headers: request.headers, redirect: "manual" })
    : request;
}

function isOfShell({ destination }: Request, { pathname }: URL): boolean {
  return destination === "style" || destination === "image" || pathname === "/enhance.js";
}

/** Styles have their content in their name, so the kept ones are right; the rest is asked for first. */
async function serveShell(request: Request): Promise<Response> {
  const kept = await keptShell(request).catch(() => undefined);
  if (kept === undefined) return fetch(request);
  if (request.destination === "style" || !navigator.onLine) return kept;
  const response = await within(null, fetch(request));
  return response !== null && response.ok && isOurs(response) ? response : kept;
}

async function keptShell(request: Request): Promise<Response | undefined> {
  const cache = await caches.open(SHELL);
  return cache.match(request);
}

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  if (port === undefined) return;
  const asked: FromPage = event.data;
  const tell = (answer: FromWorker) => port.postMessage(answer);
  event.waitUntil(
    opened()
      .then((deps) => handleMessage(deps, asked, tell))
      .catch(() => {
        forgetOpened();
        if (asked.kind === "keep")
          tell({ kind: "keeping", text: vi.phone.keep.noStore, ended: true });
      })
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
