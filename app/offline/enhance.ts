import { keepDrafts } from "./page/drafts.ts";
import { keepForNoSignal } from "./page/download-button.ts";
import { listenAloud } from "./aloud/listen-aloud.ts";
import { offerReminders } from "./page/reminders.ts";
import { offerScan } from "./page/scan-card.ts";
import { offerToScan } from "./page/scan-codes.ts";

// Nothing needs this script; with it, a phone without signal shows a page of our own, keeps courses, and
// reads aloud.
keepDrafts();
listenAloud();
offerReminders();
if ("serviceWorker" in navigator) {
  void keepPageForNoSignal();
  void keepForNoSignal();
}
offerScan();
offerToScan();

/** A phone that keeps courses has a worker of its own, which is left in its place. */
async function keepPageForNoSignal(): Promise<void> {
  const known = await navigator.serviceWorker.getRegistration();
  if (known === undefined) await navigator.serviceWorker.register("/service-worker.js");
}
