import type { ContactDeps } from "./contact.ts";
import type { Learner } from "./learner.ts";
import { href } from "#app/routes.ts";

/** A page that is asked for on the phone. */
export interface Asked {
  readonly deps: ContactDeps;
  readonly url: URL;
  readonly learner: Learner | null;
  /** How many acts wait to be sent, of everybody on this phone. */
  readonly waiting: number;
  /** What was posted; null: a page is only asked for. */
  readonly form: FormData | null;
}

export function typed(form: FormData | null, name: string): string {
  const value = form?.get(name);
  return typeof value === "string" ? value : "";
}

export function goTo(path: string): Response {
  return Response.redirect(new URL(path, globalThis.location.origin).href, 303);
}

const OWN_PATH = /^\/(?![/\\])[!-[\]-~]*$/u;

/** A path of our own to go on to; else home. */
export function ownPath(text: string): string {
  return OWN_PATH.test(text) ? text : href("learn/catalogue");
}
