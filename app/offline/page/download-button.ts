import { ask, keepingWorker, SEND_TAG, startWorker } from "./ask-worker.ts";
import type { FromWorker } from "../messages.ts";
import { href } from "#app/routes.ts";

type Standing = Extract<FromWorker, { readonly kind: "standing" }>;

/** Longer than any step of a download should say nothing: the phone has killed whoever did it. */
const SILENCE_MS = 60_000;

/** The button that keeps a course, what waits to be sent, and everything that sends it. */
export async function keepForNoSignal(): Promise<void> {
  const block = document.querySelector<HTMLElement>("[data-keep-course]");
  const courseId = block?.dataset["keepCourse"] ?? null;
  const hello = async (eager: boolean) => {
    const worker = await keepingWorker();
    if (worker === null) return;
    ask(worker, { kind: "hello", eager, courseId }, (answer) => {
      if (answer.kind !== "standing") return;
      showWaiting(answer);
      if (block !== null) showStanding(block, answer);
    });
  };
  if (block !== null && courseId !== null && "caches" in window) offer(block, courseId);
  addEventListener("online", () => void hello(true));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void hello(false);
  });
  // Who looks at what waits wants it sent.
  await hello(location.pathname === href("account/on-this-phone"));
}

/** Above the page: how much waits, and the way to it. */
function showWaiting({ waiting, waitingText }: Standing): void {
  const line = document.querySelector<HTMLElement>("[data-waiting]");
  if (waiting === 0) {
    line?.remove();
    return;
  }
  void navigator.serviceWorker.ready.then((registration) =>
    registration.sync?.register(SEND_TAG).catch(() => undefined),
  );
  const shown = line ?? document.createElement("p");
  shown.className = "sample";
  shown.dataset["waiting"] = "";
  showOnly(shown, link(href("account/on-this-phone"), waitingText));
  if (line === null) document.body.prepend(shown);
}

function link(href: string, text: string): HTMLElement {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = text;
  return made;
}

function offer(block: HTMLElement, courseId: string): void {
  const button = buttonOf("btn btn-plain", block.dataset["label"] ?? "");
  const told = document.createElement("p");
  told.setAttribute("role", "status");
  const start = async () => {
    button.disabled = true;
    let silent = 0;
    const failed = () => {
      told.textContent = block.dataset["broken"] ?? "";
      button.disabled = false;
    };
    try {
      void navigator.storage?.persist?.();
      const worker = (await keepingWorker()) ?? (await startWorker());
      const wait = () => {
        clearTimeout(silent);
        silent = window.setTimeout(failed, SILENCE_MS);
      };
      wait();
      ask(worker, { kind: "keep", courseId }, (answer) => {
        wait();
        if (answer.kind === "standing") showStanding(block, answer);
        if (answer.kind !== "keeping") return;
        told.textContent = answer.text;
        if (answer.ended) {
          clearTimeout(silent);
          button.disabled = false;
        }
      });
    } catch {
      failed();
    }
  };
  button.addEventListener("click", () => void start());
  block.append(button, told);
}

function buttonOf(className: string, text: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.textContent = text;
  return button;
}

/** A course that is here needs no button; a part without a PIN gets the field for one. */
function showStanding(block: HTMLElement, { kept, pin }: Standing): void {
  if (kept === null) return;
  const text = document.createElement("p");
  text.setAttribute("role", "status");
  text.textContent = `${kept.text} `;
  text.append(link(href("account/on-this-phone"), kept.link));
  showOnly(block, text, ...(pin === null ? [] : [pinForm(pin)]));
}

function pinForm({ text, label, button }: NonNullable<Standing["pin"]>): HTMLElement {
  const form = document.createElement("form");
  form.className = "flow";
  const told = document.createElement("p");
  told.textContent = text;
  told.setAttribute("role", "status");
  const field = document.createElement("input");
  field.className = "input pin";
  field.type = "password";
  field.inputMode = "numeric";
  field.autocomplete = "current-password";
  field.maxLength = 12;
  field.required = true;
  field.setAttribute("aria-label", label);
  const send = buttonOf("btn btn-plain", button);
  send.type = "submit";
  form.append(told, field, send);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void setPin(field.value, (answer) => {
      told.textContent = answer.text;
      if (answer.right) showOnly(form, told);
    });
  });
  return form;
}

async function setPin(
  pin: string,
  hear: (answer: Extract<FromWorker, { readonly kind: "pin-set" }>) => void,
): Promise<void> {
  const worker = await keepingWorker();
  if (worker === null) return;
  ask(worker, { kind: "pin", pin }, (answer) => {
    if (answer.kind === "pin-set") hear(answer);
  });
}

/** `replaceChildren`, which browsers of the floor do not have. */
function showOnly(place: HTMLElement, ...nodes: readonly Node[]): void {
  place.textContent = "";
  place.append(...nodes);
}
