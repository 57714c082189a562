// A browser without script: cookies, pages and posted forms, and what the weather was meanwhile.
import { setTimeout as sleep } from "node:timers/promises";

/** An answer that arrived: not a failure of the server and not silence. */
export interface Answer {
  readonly status: number;
  /** Where a redirect leads; "" when it is none. */
  readonly location: string;
  readonly body: string;
}

export type Fields = readonly (readonly [name: string, value: string])[];

/** One person at one phone. `null` is: no answer, so nobody knows whether it was done. */
export interface Visitor {
  readonly get: (path: string) => Promise<Answer | null>;
  readonly post: (path: string, fields: Fields) => Promise<Answer | null>;
}

/** What all visitors share. */
export interface Weather {
  readonly origin: () => string;
  /** Counts the kills. */
  readonly kills: () => number;
  /** True from the first page after a kill until the next kill. */
  readonly isCalm: () => boolean;
  /** What must not happen in calm weather, or at all. */
  readonly complain: (kind: "unexpected" | "lost", words: string) => void;
  /** Waits while the books are read; nothing is under way then. */
  readonly whenOpen: <Value>(work: () => Promise<Value>) => Promise<Value>;
}

const PATIENCE_MS = 30_000;
const SIGN_IN = "/dang-nhap";

export function openVisitor(weather: Weather): Visitor {
  const cookies = new Map<string, string>();
  /** The answer, or in words why there is none. */
  const request = async (path: string, init: RequestInit): Promise<Answer | string> => {
    const response = await fetch(weather.origin() + path, {
      ...init,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        origin: weather.origin(),
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      },
    }).catch((error: unknown) => reasonOf(error));
    if (typeof response === "string") return response;
    const { status } = response;
    const body = await response.text().catch(() => null);
    if (status >= 500) return `answered ${status}`;
    // A redirect promises by its head alone; a page that breaks off is none.
    if (body === null && status < 300) return "broke off";
    keepCookies(cookies, response);
    const location = response.headers.get("location") ?? "";
    if (location.startsWith(SIGN_IN)) weather.complain("lost", `the session at ${path}`);
    return { status, location, body: body ?? "" };
  };
  const send = async (path: string, init: RequestInit): Promise<Answer | null> => {
    const [kills, calm] = [weather.kills(), weather.isCalm()];
    const answer = await request(path, init);
    if (typeof answer !== "string") return answer;
    const stillCalm = calm && weather.isCalm() && weather.kills() === kills;
    if (stillCalm) weather.complain("unexpected", `${init.method} ${path}: ${answer}`);
    return null;
  };
  return {
    get: (path) => weather.whenOpen(() => send(path, { method: "GET" })),
    post: (path, fields) =>
      weather.whenOpen(() =>
        send(path, {
          method: "POST",
          body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
        }),
      ),
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}

function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
    if (name !== undefined && value !== undefined) cookies.set(name, value);
  }
}

/** Asks the same again until there is an answer, as people and phones do. */
export async function insist(send: () => Promise<Answer | null>): Promise<Answer> {
  for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, 500)) {
    const answer = await send();
    if (answer !== null) return answer;
    await sleep(pauseMs);
  }
}

export async function signIn(visitor: Visitor, cardCode: string, pin: string): Promise<void> {
  const fields = [
    ["login", cardCode],
    ["pin", pin],
    ["tiep", "/hoc"],
  ] as const;
  const { status, location } = await insist(() => visitor.post(SIGN_IN, fields));
  if (location !== "/hoc") throw new Error(`${cardCode} was not let in: ${status} ${location}`);
}

interface Control {
  readonly type: string;
  readonly name: string;
  readonly value: string;
}

/** The forms of a page, each as its inputs and buttons. */
export function readForms(html: string): readonly (readonly Control[])[] {
  return [...html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gsu)].map(([, inner = ""]) =>
    [...inner.matchAll(/<(?:input|button)\b([^>]*)>/gu)].map(([, attributes = ""]) => ({
      type: attribute(attributes, "type"),
      name: attribute(attributes, "name"),
      value: attribute(attributes, "value"),
    })),
  );
}

function attribute(text: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`, "u").exec(text)?.[1] ?? "";
}

/** The hidden fields of a form. */
export function hiddenFields(form: readonly Control[]): Fields {
  return form.flatMap(({ type, name, value }) =>
    type === "hidden" ? [[name, value] as const] : [],
  );
}

/** Every value that a page offers under a name. */
export function offered(html: string, name: string): readonly string[] {
  return readForms(html)
    .flat()
    .flatMap((control) => (control.name === name ? [control.value] : []));
}
