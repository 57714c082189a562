import { listenAloud } from "./listen-aloud.ts";

// Nothing needs this script; with it, a phone without signal shows a page of our own, and reads aloud.
listenAloud();
if ("serviceWorker" in navigator) void keepPageForNoSignal();

/** A phone that keeps courses has a worker of its own, which is left in its place. */
async function keepPageForNoSignal(): Promise<void> {
  const known = await navigator.serviceWorker.getRegistration();
  if (known === undefined) await navigator.serviceWorker.register("/service-worker.js");
}
