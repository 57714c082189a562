import { answer, canAnswer, isOwnResult, type Place, placeOf } from "./answer.ts";
import { goTo, typed } from "./asked.ts";
import {
  type ContactDeps,
  endForeignSession,
  readAllNews,
  sendNow,
  takeProfile,
} from "./contact.ts";
import { noSignal } from "./screens/document.tsx";
import { lockUp, signOut } from "./learner.ts";
import { type Came, isWorthSeeing, reach, within } from "./network.ts";
import { handOnPage } from "./screens/offline-hand-on.tsx";
import { noteHelper } from "./screens/offline-helper.tsx";
import { endReminders } from "./show-reminder.ts";
import { href } from "#app/routes.ts";

/** What goes on after a page was answered, and must not hold it up. */
export type Later = (work: Promise<unknown>) => void;

const PAGE_WAIT_MS = 5000;
const POST_WAIT_MS = 20_000;
/** Longer than any phone needs to read what it keeps: the storage hangs. */
const STORAGE_WAIT_MS = 4000;
/** The same where it makes the key of a PIN as well, and draws. */
const PHONE_WAIT_MS = 15_000;

/** How the phone stands to a page that is asked for. */
interface Standing {
  /** The phone answers alone: it is about the phone itself, or in her name and not the cookie's. */
  readonly byPhone: boolean;
  /** Whether the phone has it, so that a slow network is not waited for and a stranger not believed. */
  readonly has: boolean;
  /** Somebody else's session is still in the browser. */
  readonly toEnd: boolean;
}

const NOTHING_HERE: Standing = { byPhone: false, has: false, toEnd: false };

async function standingOf(deps: ContactDeps, place: Place | null): Promise<Standing> {
  const { toEnd } = await deps.port.readSession();
  if (place === null) return { ...NOTHING_HERE, toEnd };
  const has = await canAnswer(deps, place);
  const isOwn = place.kind === "here" || (await isOwnResult(deps, place));
  // The cookie is still somebody else's: her own pages come from the phone.
  return { byPhone: isOwn || (toEnd && "courseId" in place && has), has, toEnd };
}

/** The page that the phone draws; the one for no signal where it has none or its storage hangs. */
async function drawn(
  deps: ContactDeps,
  url: URL,
  place: Place | null,
  form: FormData | null,
): Promise<Response> {
  const page = place === null ? null : await within(PHONE_WAIT_MS, answer(deps, url, place, form));
  return page ?? noSignal();
}

/** Answers a page that is asked for: by the network while it works, else by the phone. */
export async function servePage(
  deps: ContactDeps,
  request: Request,
  later: Later,
): Promise<Response> {
  const url = new URL(request.url);
  const ready = takeReady(url.href);
  if (ready !== null) return ready;
  const place = placeOf(url.pathname);
  const standing = (await within(STORAGE_WAIT_MS, standingOf(deps, place))) ?? NOTHING_HERE;
  const response = standing.byPhone ? null : await fromServer(deps, request, standing);
  if (response === null) return drawn(deps, url, place, null);
  // A page came, so there is signal: what waits need not sit out its pause.
  later(sendNow(deps, { eager: true }));
  return response.redirected ? leadTo(response) : response;
}

/** Null: it is for the phone to answer. */
async function fromServer(
  { port }: ContactDeps,
  request: Request,
  { has, toEnd }: Standing,
): Promise<Response | null> {
  if (!navigator.onLine || (toEnd && !(await endForeignSession(port)))) return null;
  const asked = has ? followed(request) : request;
  return shownOf(await reach(fetch(asked), has ? PAGE_WAIT_MS : null), has);
}

/** What of it she is shown; null: nothing that she asked for. */
function shownOf(came: Came, has: boolean): Response | null {
  switch (came.from) {
    case "nobody":
      return null;
    case "us":
    case "led-on":
      return came.response;
    case "us-later":
      return has ? null : came.response;
    case "stranger":
      return has || !isWorthSeeing(came.response) ? null : came.response;
  }
}

/** The same, whose redirects we go ourselves: only then can be told whose answer it is. */
function followed(request: Request): Request {
  return new Request(request, { redirect: "follow" });
}

/** Pages that came behind a redirect, for the browser that is led to them now. */
const ready = new Map<string, Response>();

function leadTo(response: Response, fragment = ""): Response {
  const { href: to, pathname, search } = new URL(response.url);
  ready.clear();
  ready.set(to, response);
  return goTo(`${pathname}${search}${fragment}`);
}

/** As a page of its own: one that was led to cannot stand where the browser follows by itself. */
function takeReady(to: string): Response | null {
  const response = ready.get(to);
  ready.clear();
  if (response === undefined) return null;
  const { body, status, headers } = response;
  return new Response(body, { status, headers });
}

/** Answers a form that is sent. */
export async function servePost(
  deps: ContactDeps,
  request: Request,
  later: Later,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const place = placeOf(pathname);
  if (pathname === href("account/sign-out")) return serveSignOut(deps, request);
  if (place === null || place.kind === "course" || place.kind === "result") {
    return sendOn(deps, request, later);
  }
  const form = await request.clone().formData();
  const sent = { place, form, later };
  return place.kind === "sign-in"
    ? serveSignIn(deps, request, sent)
    : serveForm(deps, request, sent);
}

interface SentForm {
  readonly place: Place;
  readonly form: FormData;
  readonly later: Later;
}

/** A form that the phone takes where the server does not. */
async function serveForm(
  deps: ContactDeps,
  request: Request,
  { place, form, later }: SentForm,
): Promise<Response> {
  const standing = await within(STORAGE_WAIT_MS, standingOf(deps, place));
  const { toEnd, has } = standing ?? NOTHING_HERE;
  // A post in the name of whoever signed in before would be hers.
  const byServer = place.kind !== "here" && !toEnd;
  const came = byServer ? await post(request) : NOBODY;
  if (came.from === "us" || (came.from === "us-later" && !has)) {
    if (place.kind === "helper") later(noteHelper(deps, form));
    later(sendNow(deps, { eager: false }));
    // A redirect's fragment is not told to who follows it.
    const fragment = place.kind === "task" ? `#${typed(form, "viec")}` : "";
    return came.response.redirected ? leadTo(came.response, fragment) : came.response;
  }
  const own = await drawn(deps, new URL(request.url), place, form);
  later(sendNow(deps, { eager: place.kind !== "here" }));
  return own;
}

const NOBODY = { from: "nobody" } as const;

async function post(request: Request): Promise<Came> {
  return navigator.onLine ? reach(fetch(followed(request)), POST_WAIT_MS) : NOBODY;
}

/** A form that no phone can answer: what is written in it is kept by its page. */
async function sendOn(deps: ContactDeps, request: Request, later: Later): Promise<Response> {
  const { toEnd } = (await within(STORAGE_WAIT_MS, deps.port.readSession())) ?? NOTHING_HERE;
  if (!navigator.onLine || (toEnd && !(await endForeignSession(deps.port)))) return noSignal();
  const came = await reach(fetch(request), null);
  if (came.from === "nobody" || came.from === "stranger") return noSignal();
  later(sendNow(deps, { eager: true }));
  return came.response;
}

async function serveSignIn(
  deps: ContactDeps,
  request: Request,
  { place, form, later }: SentForm,
): Promise<Response> {
  const came = await post(request);
  if (came.from !== "us" && came.from !== "us-later") {
    return drawn(deps, new URL(request.url), place, form);
  }
  const { response } = came;
  // The page itself would say what is wrong; led on, she is in.
  if (!response.redirected) return response;
  const pin = form.get("pin");
  const taken = await within(
    PHONE_WAIT_MS,
    takeProfile(deps, typeof pin === "string" ? pin : null),
  );
  if (taken === true) later(readAllNews(deps).then(() => sendNow(deps, { eager: true })));
  return leadTo(response);
}

/** Signing out clears what is hers; handing the phone on locks it. Both also without signal. */
async function serveSignOut(deps: ContactDeps, request: Request): Promise<Response> {
  const form = await request.clone().formData();
  if (form.get("doi") === "1") {
    const asks = await within(PHONE_WAIT_MS, handOnPage(deps, form));
    if (asks !== null) return asks;
    await within(PHONE_WAIT_MS, lockUp(deps.port));
  } else {
    await within(STORAGE_WAIT_MS, endReminders());
    await within(PHONE_WAIT_MS, signOut(deps.port));
  }
  const came = await post(request);
  // Until the server itself says that the session ended, it is to be ended.
  if (came.from !== "us") return goTo(href("account/sign-in"));
  await within(STORAGE_WAIT_MS, deps.port.writeSession({ accountId: null, toEnd: false }));
  return came.response.redirected ? leadTo(came.response) : came.response;
}
