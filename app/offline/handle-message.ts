import { vi } from "#app/locales/index.ts";
import { byteText } from "#app/kit/byte-text.ts";

import { type ContactDeps, readNews, sendNow, takeProfile } from "./contact.ts";
import { keepCourse, type KeepState } from "./course-downloads.ts";
import { currentLearner } from "./learner.ts";
import type { FromPage, FromWorker } from "./messages.ts";

type Reply = (answer: FromWorker) => void;

/** Does what a page asks, and tells it how it goes. */
export async function handleMessage(
  deps: ContactDeps,
  asked: FromPage,
  tell: Reply,
): Promise<void> {
  switch (asked.kind) {
    case "hello":
      await tellStanding(deps, asked.courseId, tell);
      if (!navigator.onLine) return;
      await sendNow(deps, { eager: asked.eager });
      await bringNews(deps, asked.courseId);
      return tellStanding(deps, asked.courseId, tell);
    case "keep":
      return keep(deps, asked.courseId, tell);
    case "pin":
      return setPin(deps, asked.pin, tell);
  }
}

async function tellStanding(
  deps: ContactDeps,
  courseId: string | null,
  tell: Reply,
): Promise<void> {
  const counts = await deps.port.countWaiting();
  const waiting = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const course = courseId === null ? null : await deps.port.readCourse(courseId);
  const learner = await currentLearner(deps.port);
  const words = vi.phone.keep;
  const hasNoPin = learner !== null && learner.profile.pin === null;
  tell({
    kind: "standing",
    waiting,
    waitingText: vi.phone.waiting(waiting),
    kept:
      course === null || course.whole === null ? null : { text: words.kept, link: words.seeAll },
    pin: hasNoPin ? { text: words.pinText, label: words.pinLabel, button: words.pinButton } : null,
  });
}

function keepText(state: KeepState): string {
  const words = vi.phone.keep;
  switch (state.state) {
    case "coming":
      return words.coming(byteText(state.done), byteText(state.of));
    case "kept":
    case "broken":
    case "full":
      return words[state.state];
    case "unknown":
      return vi.phone.notKept.title;
  }
}

const NEWS_EVERY_MS = 10 * 60_000;
const UPDATE_EVERY_MS = 24 * 60 * 60_000;
const asked = new Map<string, number>();

/** Whether so long has passed since it was last asked; a worker that is started anew asks at once. */
function isDue(what: string, now: number, everyMs: number): boolean {
  const before = asked.get(what);
  const due = before === undefined || Math.abs(now - before) >= everyMs;
  if (due) asked.set(what, now);
  return due;
}

/** Where she stands in the course that she is looking at, and once a day what is new in it. */
async function bringNews(deps: ContactDeps, courseId: string | null): Promise<void> {
  if (courseId === null || (await deps.port.readCourse(courseId)) === null) return;
  const now = deps.now().getTime();
  if (isDue(`news ${courseId}`, now, NEWS_EVERY_MS)) await readNews(deps, courseId);
  if (isDue(`course ${courseId}`, now, UPDATE_EVERY_MS)) {
    await keepCourse(deps.port, courseId, () => undefined);
  }
}

async function setPin(deps: ContactDeps, pin: string, tell: Reply): Promise<void> {
  const right = await takeProfile(deps, pin);
  tell({ kind: "pin-set", right, text: right ? vi.phone.keep.pinDone : vi.phone.keep.pinWrong });
}

/** One tap: who she is, the course with its files, and her own final test. */
async function keep(deps: ContactDeps, courseId: string, tell: Reply): Promise<void> {
  const learner = await currentLearner(deps.port);
  const session = await deps.port.readSession();
  const isOwnSession = learner !== null && session.accountId === learner.profile.accountId;
  if (!isOwnSession && !(await takeProfile(deps, null))) {
    return tell({ kind: "keeping", text: vi.phone.keep.signedOut, ended: true });
  }
  const kept = await keepCourse(deps.port, courseId, (state) =>
    tell({ kind: "keeping", text: keepText(state), ended: false }),
  );
  if (kept.state === "kept") await readNews(deps, courseId);
  tell({ kind: "keeping", text: keepText(kept), ended: true });
  await tellStanding(deps, courseId, tell);
}
