/** What stands in a form's fields, by their names: a text, or the values that are chosen. */
type Values = Readonly<Record<string, readonly string[]>>;

/** What somebody wrote and the server has not taken. */
interface Draft {
  /** The phone's clock, in milliseconds. */
  readonly at: number;
  /** As the server had it when she began. */
  readonly base: Values;
  readonly typed: Values;
  /** What the form was made for, where it matters: answers of one quiz are none of the next. */
  readonly token: string;
  /** Where an answer leads that took it: a regular expression. */
  readonly done: string;
  /** Sent since it was changed last; whether it arrived, the next page says. */
  readonly sent: boolean;
}

const PREFIX = "nep-hoc-viet-do ";
const KEPT_MS = 14 * 24 * 60 * 60_000;
const LENGTH_AT_MOST = 50_000;

/**
 * Keeps what is written in a form that asks for it (`data-draft`) until the server took it: signal may go,
 * a session may end. Kept for the learner alone who wrote it, by `data-draft-of`.
 */
export function keepDrafts(): void {
  const isArrival = navigationType() === "navigate";
  for (const [key, draft] of drafts()) {
    const arrived = isArrival && draft.sent && isDone(draft);
    if (arrived || Math.abs(new Date().getTime() - draft.at) > KEPT_MS) forget(key);
  }
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft-of]")) keep(form);
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-forget-drafts]")) {
    form.addEventListener("submit", () => forgetAll(form.dataset["forgetDrafts"] ?? ""));
  }
}

function isDone({ done }: Draft): boolean {
  return done !== "" && new RegExp(done, "u").test(location.pathname + location.search);
}

function navigationType(): string {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming ? entry.type : "navigate";
}

function keep(form: HTMLFormElement): void {
  const { draftOf = "", draftDone = "", draftToken = "", draftTold = "" } = form.dataset;
  const key = `${PREFIX}${draftOf} ${location.pathname}`;
  const shown = valuesOf(form);
  let draft = read(key);
  if (draft !== null && draft.token !== draftToken) {
    forget(key);
    draft = null;
  }
  if (draft !== null && restore(form, draft, shown)) tell(form, draftTold);
  const write = (sent: boolean) => {
    const typed = { ...draft?.typed, ...valuesOf(form) };
    const base = { ...shown, ...draft?.base };
    draft = { at: new Date().getTime(), base, typed, token: draftToken, done: draftDone, sent };
    store(key, draft);
  };
  form.addEventListener("input", () => write(false));
  form.addEventListener("change", () => write(false));
  form.addEventListener("submit", () => {
    if (draft !== null) write(true);
  });
}

/** Fills in what the server has not changed since; answers whether there was anything. */
function restore(form: HTMLFormElement, { base, typed }: Draft, shown: Values): boolean {
  const names = Object.keys(typed).filter((name) => {
    const [before, now, hers] = [base[name], shown[name], typed[name]].map((of) => of?.join("\n"));
    return now !== undefined && now === before && now !== hers;
  });
  for (const control of controlsOf(form)) {
    const values = names.includes(control.name) ? typed[control.name] : undefined;
    if (values !== undefined) fill(control, values);
  }
  return names.length > 0;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const NOT_WRITTEN = new Set(["hidden", "file", "password", "submit", "button"]);

function controlsOf(form: HTMLFormElement): readonly Control[] {
  const all = form.querySelectorAll<Control>("input, textarea, select");
  return Array.from(all).filter(({ type, name }) => name !== "" && !NOT_WRITTEN.has(type));
}

function isChoice(control: Control): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}

function valuesOf(form: HTMLFormElement): Values {
  const values: Record<string, string[]> = {};
  for (const control of controlsOf(form)) {
    const of = (values[control.name] ??= []);
    if (!isChoice(control) || control.checked) of.push(control.value);
  }
  return values;
}

function fill(control: Control, values: readonly string[]): void {
  if (isChoice(control)) control.checked = values.includes(control.value);
  else control.value = values[0] ?? "";
}

function tell(form: HTMLFormElement, text: string): void {
  form.closest("details")?.setAttribute("open", "");
  const told = document.createElement("p");
  told.className = "notice";
  told.setAttribute("role", "status");
  told.textContent = text;
  form.prepend(told);
}

// The browser may refuse any of it: a phone that keeps nothing loses no more than before.

function read(key: string): Draft | null {
  try {
    const text = localStorage.getItem(key);
    const draft: Draft | null = text === null ? null : JSON.parse(text);
    return draft !== null && typeof draft.typed === "object" ? draft : null;
  } catch {
    return null;
  }
}

function store(key: string, draft: Draft): void {
  try {
    const text = JSON.stringify(draft);
    if (text.length <= LENGTH_AT_MOST) localStorage.setItem(key, text);
  } catch {
    // Full, or shut.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Shut.
  }
}

function keys(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function drafts(): readonly (readonly [string, Draft])[] {
  return keys().flatMap((key) => {
    const draft = read(key);
    return draft === null ? [] : [[key, draft] as const];
  });
}

function forgetAll(of: string): void {
  for (const key of keys()) if (key.startsWith(`${PREFIX}${of} `)) forget(key);
}
