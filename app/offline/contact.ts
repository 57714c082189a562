import { CourseNews, OwnProfile, Received } from "#app/domain/phones/index.ts";
import { href } from "#app/routes.ts";

import { keepAct } from "./keep-act.ts";
import type { KeepDeps } from "./keep-act.ts";
import { dropEarlierLessons } from "./course-downloads.ts";
import { currentLearner, takeOver } from "./learner.ts";
import { type Sent, sendWaiting } from "./outbox.ts";
import { ownCourse, withCourse, withNews } from "./own-part.ts";
import { fetchJson, reach } from "./network.ts";
import type { PhonePort } from "./phone-port.ts";

export interface ContactDeps extends KeepDeps {
  readonly port: PhonePort;
}

const LOCK = "gui-bai";
const END_WAIT_MS = 20_000;
const ANSWER_WAIT_MS = 30_000;

/**
 * Sends what waits, and asks for news of her courses when something arrived.
 * @param patient waits for whoever sends just now, as she does who pressed the button
 */
export async function sendNow(
  deps: ContactDeps,
  { eager, patient = false }: { readonly eager: boolean; readonly patient?: boolean },
): Promise<Sent> {
  // It may say so wrongly that there is signal, never that there is none.
  if (!navigator.onLine) return { state: "no-signal", delivered: 0 };
  const sent = await alone(patient, (isAlone) =>
    sendWaiting(
      {
        port: deps.port,
        now: () => deps.now().getTime(),
        newId: deps.newId,
        post: async (posted) => {
          const request = {
            method: "POST",
            credentials: "omit" as const,
            headers: { "content-type": "application/json" },
            body: JSON.stringify(posted),
          };
          return Received.parse(
            await fetchJson(href("files/sealed-work"), request, ANSWER_WAIT_MS),
          );
        },
      },
      { eager, isAlone },
    ),
  );
  if (sent.state === "sent" && sent.delivered > 0) {
    await dropEarlierLessons(deps.port);
    await readAllNews(deps);
  }
  return sent;
}

/** One sender at a time also over several workers; where there are no Web Locks, the lease alone. */
async function alone(patient: boolean, send: (isAlone: boolean) => Promise<Sent>): Promise<Sent> {
  if (!("locks" in navigator)) return send(false);
  return navigator.locks.request(LOCK, { ifAvailable: !patient }, async (lock) =>
    lock === null ? { state: "busy" as const } : send(true),
  );
}

/** Asks the server who is signed in, and keeps her on the phone. False: nobody, or no signal. */
export async function takeProfile(deps: ContactDeps, pin: string | null): Promise<boolean> {
  const told = await postJson(href("account/sign-in-on-phone"), pin === null ? {} : { pin });
  const profile = OwnProfile.safeParse(told);
  if (!profile.success) return false;
  await takeOver(deps.port, profile.data, pin);
  return true;
}

/** News of every course on the phone, for whoever is signed in here and at the server alike. */
export async function readAllNews(deps: ContactDeps): Promise<void> {
  for (const { id } of await deps.port.readCourses()) await readNews(deps, id);
}

export async function readNews(deps: ContactDeps, courseId: string): Promise<boolean> {
  const learner = await currentLearner(deps.port);
  const session = await deps.port.readSession();
  if (learner === null || session.toEnd || session.accountId !== learner.profile.accountId) {
    return false;
  }
  const news = CourseNews.safeParse(
    await postJson(href("files/own-course-state", { course: courseId }), {}),
  );
  if (!news.success) return false;
  const { accountId } = learner.profile;
  await keepAct(deps, { accountId, key: learner.key }, (own) => ({
    own: {
      ...withCourse(own, courseId, withNews(ownCourse(own, courseId), news.data)),
      helper: news.data.helper,
    },
    act: null,
    value: null,
  }));
  return true;
}

/** What the server answers in JSON; null: no signal, or it leads elsewhere. */
async function postJson(path: string, body: unknown): Promise<unknown> {
  try {
    const headers = { "content-type": "application/json" };
    const asked = { method: "POST", headers, body: JSON.stringify(body) };
    return await fetchJson(path, asked, ANSWER_WAIT_MS);
  } catch {
    return null;
  }
}

/** Ends the session of whoever signed in before the one who learns now. False: no signal. */
export async function endForeignSession(port: PhonePort): Promise<boolean> {
  const came = await reach(fetch(href("account/sign-out"), { method: "POST" }), END_WAIT_MS);
  if (came.from !== "us" || !came.response.ok) return false;
  await port.writeSession({ accountId: null, toEnd: false });
  return true;
}
