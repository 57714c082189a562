import { answer, canAnswer, isOwnResult, type Place, placeOf } from "./answer.ts";
import {
  type ContactDeps,
  endForeignSession,
  readAllNews,
  sendNow,
  takeProfile,
} from "./contact.ts";
import { noSignal } from "./document.tsx";
import { FILES } from "./keep-courses.ts";
import { lockUp, signOut } from "./learner.ts";
import { href } from "#app/routes.ts";

/** What goes on after a page was answered, and must not hold it up. */
export type Later = (work: Promise<unknown>) => void;

const PAGE_WAIT_MS = 5000;
const POST_WAIT_MS = 20_000;

/** Answers a page that is asked for: by the network while it works, else by the phone. */
export async function servePage(
  deps: ContactDeps,
  request: Request,
  later: Later,
): Promise<Response> {
  const url = new URL(request.url);
  const place = placeOf(url.pathname);
  if (place === null) return network(deps, request, NOTHING_KEPT, later);
  const isOurs = place.kind === "here" || (await isOwnResult(deps, place));
  const { toEnd } = await deps.port.readSession();
  const here = await canAnswer(deps, place);
  // The cookie is still somebody else's: her own pages come from the phone.
  const isHers = toEnd && "courseId" in place && here;
  if (isOurs || isHers) return answer(deps, url, place, null);
  const byPhone = () => answer(deps, url, place, null);
  return network(deps, request, { byPhone, isQuick: here }, later);
}

interface Instead {
  readonly byPhone: () => Promise<Response>;
  /** Whether the phone has it, so that a slow network is not waited for. */
  readonly isQuick: boolean;
}

/** For what no phone has. */
const NOTHING_KEPT: Instead = { byPhone: noSignal, isQuick: false };

async function network(
  deps: ContactDeps,
  request: Request,
  { byPhone: fall, isQuick }: Instead,
  later: Later,
): Promise<Response> {
  if (!navigator.onLine) return fall();
  const { toEnd } = await deps.port.readSession();
  if (toEnd && !(await endForeignSession(deps.port))) return fall();
  const response = await within(isQuick ? PAGE_WAIT_MS : null, fetch(request));
  if (response === null || isAway(response)) return fall();
  // A page came, so there is signal: what waits need not sit out its pause.
  later(sendNow(deps, { eager: true }));
  return response;
}

/** Null: it did not come, or not in time. */
async function within(ms: number | null, coming: Promise<Response>): Promise<Response | null> {
  const came = coming.catch(() => null);
  if (ms === null) return came;
  const tooLate = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), ms);
  });
  return Promise.race([came, tooLate]);
}

/** Whoever stands before the server says that it is not there. */
function isAway({ status }: Response): boolean {
  return status === 502 || status === 503 || status === 504;
}

/** Answers a form that is sent. */
export async function servePost(
  deps: ContactDeps,
  request: Request,
  later: Later,
): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname === href("account/sign-out")) return serveSignOut(deps, request);
  const place = placeOf(url.pathname);
  if (place === null || place.kind === "course" || place.kind === "result") {
    return network(deps, request, NOTHING_KEPT, later);
  }
  const form = await request.clone().formData();
  if (place.kind === "sign-in") return serveSignIn(deps, request, { form, later });
  const { toEnd } = await deps.port.readSession();
  // A post in the name of whoever signed in before would be hers.
  const byServer = place.kind !== "here" && !toEnd && navigator.onLine;
  const answered = byServer ? await within(POST_WAIT_MS, fetch(request)) : null;
  if (answered !== null && !isAway(answered)) {
    later(sendNow(deps, { eager: false }));
    return answered;
  }
  const own = await answer(deps, url, place, form);
  later(sendNow(deps, { eager: place.kind !== "here" && navigator.onLine }));
  return own;
}

interface SignInForm {
  readonly form: FormData;
  readonly later: Later;
}

async function serveSignIn(
  deps: ContactDeps,
  request: Request,
  { form, later }: SignInForm,
): Promise<Response> {
  const response = navigator.onLine ? await within(null, fetch(request)) : null;
  if (response === null || isAway(response)) {
    return answer(deps, new URL(request.url), { kind: "sign-in" } satisfies Place, form);
  }
  // Led on, she is in; the page itself would say what is wrong.
  if (response.type === "opaqueredirect" || response.redirected) {
    const pin = form.get("pin");
    const taken = await takeProfile(deps, typeof pin === "string" ? pin : null);
    if (taken) later(readAllNews(deps).then(() => sendNow(deps, { eager: true })));
  }
  return response;
}

/** Signing out clears what is hers; handing the phone on locks it. Both also without signal. */
async function serveSignOut(deps: ContactDeps, request: Request): Promise<Response> {
  const form = await request
    .clone()
    .formData()
    .catch(() => null);
  if (form?.get("doi") === "1") await lockUp(deps.port);
  else await signOut(deps.port);
  const response = navigator.onLine ? await within(POST_WAIT_MS, fetch(request)) : null;
  if (response === null || isAway(response)) {
    return Response.redirect(new URL(href("account/sign-in"), request.url).href, 303);
  }
  await deps.port.writeSession({ accountId: null, toEnd: false });
  return response;
}

const RANGE = /^bytes=(\d+)-(\d*)$/u;

/** A file of a course that is on the phone is never paid for again. */
export async function serveFile(request: Request): Promise<Response> {
  const cache = await caches.open(FILES);
  const kept = await cache.match(request.url);
  if (kept === undefined) return fetch(request);
  const [, from, to] = RANGE.exec(request.headers.get("range") ?? "") ?? [];
  if (from === undefined) return kept;
  const bytes = await kept.blob();
  const start = Number(from);
  const end = Math.min(to === "" || to === undefined ? bytes.size - 1 : Number(to), bytes.size - 1);
  if (start > end) return new Response(null, { status: 416 });
  return new Response(bytes.slice(start, end + 1, bytes.type), {
    status: 206,
    headers: {
      "content-type": kept.headers.get("content-type") ?? "",
      "content-range": `bytes ${start}-${end}/${bytes.size}`,
      "content-length": String(end + 1 - start),
      "accept-ranges": "bytes",
    },
  });
}
