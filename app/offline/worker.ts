/// <reference lib="webworker" />
// The service worker of a phone that keeps courses.
import { showReminders } from "./show-reminder.ts";

declare const self: ServiceWorkerGlobalScope;

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

showReminders(self);
