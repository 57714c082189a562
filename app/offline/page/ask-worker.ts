import type { FromPage, FromWorker } from "../messages.ts";

declare global {
  interface ServiceWorkerRegistration {
    /** Background Sync, where the browser has it. */
    readonly sync?: { readonly register: (tag: string) => Promise<void> };
  }
}

const WORKER = "/may-hoc.js";
export const SEND_TAG = "gui-bai";

/** The worker of a phone that keeps courses; null: this phone keeps nothing. */
export async function keepingWorker(): Promise<ServiceWorker | null> {
  const active = (await navigator.serviceWorker.getRegistration())?.active ?? null;
  return active !== null && active.scriptURL.endsWith(WORKER) ? active : null;
}

/** Starts it in the place of the small one; ends when it answers for this page. */
export async function startWorker(): Promise<ServiceWorker> {
  const registration = await navigator.serviceWorker.register(WORKER);
  const { installing, waiting, active } = registration;
  const worker = installing ?? waiting ?? active;
  if (worker === null) throw new Error("no worker came of it");
  if (worker.state !== "activated") {
    await new Promise<void>((resolve, reject) => {
      worker.addEventListener("statechange", () => {
        if (worker.state === "activated") resolve();
        if (worker.state === "redundant") reject(new Error("the worker could not be installed"));
      });
    });
  }
  return worker;
}

/** Asks, and hears every answer that comes. */
export function ask(
  worker: ServiceWorker,
  asked: FromPage,
  hear: (answer: FromWorker) => void,
): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => hear(data));
  port1.start();
  worker.postMessage(asked, [port2]);
}
