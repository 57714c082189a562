/// <reference lib="webworker" />
// The service worker of a phone that keeps courses.
declare const self: ServiceWorkerGlobalScope;

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
