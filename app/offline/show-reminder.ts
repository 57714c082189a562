import { href } from "#app/routes.ts";
/// <reference lib="webworker" />
/** Shows what the product sends, and opens the courses when it is tapped; both service workers do the same. */
export function showReminders(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener("push", (event) => {
    const text: unknown = event.data?.json()?.text;
    const shown = worker.registration.showNotification("Nếp Học", {
      body: typeof text === "string" ? text : "",
      icon: "/icon-192.png",
      lang: "vi",
      tag: "nhac-hoc",
    });
    event.waitUntil(shown);
  });
  worker.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(worker.clients.openWindow(href("learn/catalogue")));
  });
}
