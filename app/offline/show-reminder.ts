/// <reference lib="webworker" />
import { OUR_MARK } from "#app/domain/phones/index.ts";
import { href } from "#app/routes.ts";

declare const self: ServiceWorkerGlobalScope;

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
  worker.addEventListener("pushsubscriptionchange", (event) => {
    if (event instanceof ExtendableEvent) event.waitUntil(renewReminders(worker, event));
  });
  worker.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(worker.clients.openWindow(href("learn/catalogue")));
  });
}

interface Renewed {
  readonly oldSubscription?: PushSubscription | null;
  readonly newSubscription?: PushSubscription | null;
}

/** The browser gave the phone another address: the server is told it, or reminders would go nowhere. */
async function renewReminders(
  { registration }: ServiceWorkerGlobalScope,
  { oldSubscription, newSubscription }: Renewed,
): Promise<void> {
  const { applicationServerKey, userVisibleOnly } = oldSubscription?.options ?? {};
  const known = newSubscription ?? (await registration.pushManager.getSubscription());
  const made =
    known ??
    (applicationServerKey === undefined || applicationServerKey === null
      ? null
      : await registration.pushManager.subscribe({
          userVisibleOnly: userVisibleOnly ?? true,
          applicationServerKey,
        }));
  if (oldSubscription) await tellReminders({ viec: "tat", endpoint: oldSubscription.endpoint });
  if (made === null) return;
  await tellReminders({ endpoint: made.endpoint, ...made.toJSON().keys });
}

/** Whoever signs out is reminded on this phone no more; before her session ends, for the server asks whose. */
export async function endReminders(): Promise<void> {
  const { pushManager } = self.registration;
  const known = await pushManager?.getSubscription?.();
  if (known === null || known === undefined) return;
  await known.unsubscribe();
  await tellReminders({ viec: "tat", endpoint: known.endpoint });
}

async function tellReminders(fields: Readonly<Record<string, string>>): Promise<void> {
  const response = await fetch(href("learn/plan-reminders"), {
    method: "POST",
    body: new URLSearchParams(fields),
  });
  if (!response.ok || !response.headers.has(OUR_MARK)) throw new Error("the server did not answer");
}
