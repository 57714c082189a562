import { href } from "#app/routes.ts";
/** Offers reminders on the page of the learning plan, where the phone can show them. */
export function offerReminders(): void {
  const box = document.querySelector<HTMLElement>("[data-reminders]");
  if (box !== null && "serviceWorker" in navigator && "PushManager" in window) void offer(box);
}

async function offer(shown: HTMLElement): Promise<void> {
  const { pushManager } = await navigator.serviceWorker.ready;
  const asked = (name: string) => shown.querySelector<HTMLElement>(name);
  const known = await pushManager.getSubscription();
  const on = known !== null && shown.dataset["reminded"] !== "0";
  const part = asked(`[data-reminders-do=${on ? "off" : "on"}]`);
  if (part === null) return;
  part.hidden = false;
  shown.hidden = false;
  part.addEventListener("click", () => {
    const done = on ? end(known) : begin(pushManager, shown.dataset["reminders"] ?? "");
    done.then(
      () => location.assign(href("learn/plan")),
      () => {
        const why = Notification.permission === "denied" ? "refused" : "failed";
        const said = asked(`[data-reminders-say=${why}]`);
        if (said !== null) said.hidden = false;
      },
    );
  });
}

async function begin(manager: PushManager, applicationServerKey: string): Promise<void> {
  // One that was made for another key would be refused.
  await (await manager.getSubscription())?.unsubscribe();
  const made = await manager.subscribe({ userVisibleOnly: true, applicationServerKey });
  const { keys = {} } = made.toJSON();
  await tell({ endpoint: made.endpoint, ...keys });
}

async function end(known: PushSubscription): Promise<void> {
  await tell({ viec: "tat", endpoint: known.endpoint });
  await known.unsubscribe();
}

async function tell(fields: Record<string, string>): Promise<void> {
  const answer = await fetch(href("learn/plan-reminders"), {
    method: "POST",
    body: new URLSearchParams(fields),
  });
  if (!answer.ok) throw new Error(String(answer.status));
}
