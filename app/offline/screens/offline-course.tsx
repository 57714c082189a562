import { courseMinutes } from "#app/domain/content/index.ts";
import type { CourseState, LessonProgress } from "#app/domain/learning/index.ts";
import type { CoursePack } from "#app/domain/phones/index.ts";
import { vi } from "#app/locales/index.ts";
import { CourseCover } from "#app/pages/learn/course/course-cover.tsx";
import { CourseList } from "#app/pages/learn/catalogue/course-list.tsx";
import { lessonCount, listingOf, stepsOf } from "#app/pages/learn/blocks/course-view.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { LessonReader } from "#app/pages/learn/lesson/lesson-reader.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { href } from "#app/routes.ts";

import { type Asked, goTo, typed } from "../asked.ts";
import { pageOf } from "./document.tsx";
import { keepAct } from "../keep-act.ts";
import { finalPasses } from "../open-quiz.ts";
import { type OwnCourse, ownCourse, withCourse } from "../own-part.ts";

const SOME_TIME = new Date(0);

/** As far as pages ask: which lessons were opened, which are done. */
export function stateOf(own: OwnCourse): CourseState {
  const progress = (lessonId: string): LessonProgress => ({
    lessonId,
    contentVersion: "",
    openedAt: SOME_TIME,
    completedAt: own.done.includes(lessonId) ? SOME_TIME : null,
    minutes: 0,
    attempts: 0,
    bestScaled: null,
    lastAttemptId: null,
    practised: practisedIn(own, lessonId),
    helper: null,
  });
  const ids = new Set([...own.opened, ...own.done]);
  return {
    startedAt: SOME_TIME,
    lastActAt: SOME_TIME,
    completedAt: own.completed ? SOME_TIME : null,
    finalScaled: null,
    lessons: new Map([...ids].map((id) => [id, progress(id)])),
    attempts: new Map(),
  };
}

/** Ids of the tasks of a lesson that she has ticked. */
function practisedIn(own: OwnCourse, lessonId: string): readonly string[] {
  return own.practised.flatMap((ticked) => {
    const [lesson, practiceId] = ticked.split(" ");
    return lesson === lessonId && practiceId !== undefined ? [practiceId] : [];
  });
}

export async function cataloguePage({ deps, learner, waiting }: Asked): Promise<Response> {
  const packs = (await deps.port.readCourses()).flatMap(({ whole }) => whole ?? []);
  const courses = packs.map(({ course }) => {
    const own = learner?.own.courses[course.id];
    const record = own && {
      courseId: course.id,
      lessonsDone: own.done.filter((id) => id !== course.final.id).length,
      completedAt: own.completed ? SOME_TIME : null,
      startedAt: SOME_TIME,
      minutes: 0,
      finalScaled: null,
    };
    return listingOf(course, record === undefined ? [] : [record]);
  });
  const { heading } = vi.learning.catalogue;
  return pageOf({
    title: heading,
    learner,
    waiting,
    children: (
      <LearnerPage heading={heading} current="learn">
        {courses.length === 0 ? (
          <EmptyState icon="learn" title={vi.phone.here.none}>
            {vi.phone.here.noneText}
          </EmptyState>
        ) : (
          <>
            <p>{vi.phone.catalogueText}</p>
            <CourseList courses={courses} />
          </>
        )}
      </LearnerPage>
    ),
  });
}

export function coursePage(asked: Asked, pack: CoursePack): Promise<Response> {
  const { course, finalQuestions } = pack;
  const { learner, waiting } = asked;
  const own = learner?.own.courses[course.id];
  const { id, title, summary, level, audience, outcomes, introduction, sources, cover } = course;
  return pageOf({
    title,
    learner,
    waiting,
    children: (
      <LearnerPage
        heading={title}
        back={{ href: href("learn/catalogue"), label: vi.learning.course.back }}
        current="learn"
      >
        <CourseCover
          course={{
            id,
            summary,
            level,
            audience,
            outcomes,
            introduction,
            sources,
            cover,
            minutes: courseMinutes(course),
            steps: stepsOf(course, own === undefined ? null : stateOf(own)),
            final: { questions: finalQuestions, asked: finalPasses(pack, finalQuestions) },
            reader: learner === null ? "stranger" : "learner",
            begun: own !== undefined && own.opened.length > 0,
            completed: own?.completed ?? false,
            certificate: null,
          }}
        />
      </LearnerPage>
    ),
  });
}

/** A lesson to read. That she opened it goes into the queue, the first time. */
export async function lessonPage(asked: Asked, pack: CoursePack, lessonId: string) {
  const { deps, waiting } = asked;
  const { course } = pack;
  const lesson = [...course.lessons, course.final].find(({ id }) => id === lessonId);
  if (lesson === undefined || asked.learner === null) return null;
  const { profile, key } = asked.learner;
  const { accountId } = profile;
  const opened = await keepAct(deps, { accountId, key }, (own) => {
    const before = ownCourse(own, course.id);
    if (before.opened.includes(lessonId)) return { own, act: null, value: own };
    const now = withCourse(own, course.id, { ...before, opened: [...before.opened, lessonId] });
    const act = {
      kind: "opened" as const,
      courseId: course.id,
      lessonId,
      contentVersion: lesson.version,
    };
    return { own: now, act, value: now };
  });
  const hers = opened?.value ?? asked.learner.own;
  const own = ownCourse(hers, course.id);
  const steps = stepsOf(course, stateOf(own));
  const at = steps.findIndex(({ id }) => id === lessonId);
  const { done, total } = lessonCount(steps);
  const isFinal = lesson.kind === "final";
  const questions = isFinal ? pack.finalQuestions : lesson.questions.length;
  const words = vi.learning.lesson;
  const heading = isFinal ? lesson.title : words.title(at + 1, lesson.title);
  const { id, kind, goal, minutes, blocks } = lesson;
  return pageOf({
    title: lesson.title,
    learner: asked.learner,
    waiting,
    children: (
      <LearnerPage
        heading={heading}
        back={{ href: href("learn/course", { course: course.id }), label: words.back }}
        current="learn"
      >
        {isFinal && own.draw === null ? (
          <Notice tone="info" title={vi.phone.final.noDraw}>
            {vi.phone.final.noDrawText}
          </Notice>
        ) : null}
        <LessonReader
          lesson={{
            id,
            kind,
            goal,
            minutes,
            blocks,
            questions,
            course: { id: course.id },
            openQuiz: openQuizOf(own, lessonId),
            practised: practisedIn(own, lessonId),
            helper: hers.helper,
            number: at + 1,
            lessons: total,
            lessonsLeft: total - done,
            done: steps[at]?.state === "done",
            previous: steps[at - 1] ?? null,
            following: steps[at + 1] ?? null,
          }}
        />
      </LearnerPage>
    ),
  });
}

/** How far she is in a quiz that she has begun here. */
function openQuizOf(own: OwnCourse, lessonId: string) {
  const open = own.asked.findLast((asked) => asked.lessonId === lessonId);
  return open === undefined
    ? null
    : { answered: Object.keys(open.answers).length, questions: open.questionIds.length };
}

/** "I did this": ticks a task of the lesson, once. */
export async function tickTask(
  asked: Asked,
  pack: CoursePack,
  lessonId: string,
): Promise<Response | null> {
  const { deps, learner, form } = asked;
  const practiceId = typed(form, "viec");
  const lesson = pack.course.lessons.find(({ id }) => id === lessonId);
  if (learner === null || lesson === undefined || !/^[a-z0-9-]{1,120}$/u.test(practiceId)) {
    return null;
  }
  const courseId = pack.course.id;
  const ticked = `${lessonId} ${practiceId}`;
  const { accountId } = learner.profile;
  await keepAct(deps, { accountId, key: learner.key }, (own) => {
    const course = ownCourse(own, courseId);
    if (course.practised.includes(ticked)) return { own, act: null, value: null };
    const { version: contentVersion } = lesson;
    return {
      own: withCourse(own, courseId, { ...course, practised: [...course.practised, ticked] }),
      act: { kind: "practised", courseId, lessonId, contentVersion, practiceId },
      value: null,
    };
  });
  return goTo(`${href("learn/lesson", { course: courseId, lesson: lessonId })}#${practiceId}`);
}

/** What this phone does not have, and what it has. */
export function notKeptPage({ learner, waiting }: Asked): Promise<Response> {
  const words = vi.phone.notKept;
  return pageOf({
    title: vi.offline.heading,
    learner,
    waiting,
    children: (
      <LearnerPage heading={vi.offline.heading} current="learn">
        <EmptyState
          icon="warning"
          title={words.title}
          action={
            <ButtonLink href={href("learn/catalogue")} icon="learn">
              {words.button}
            </ButtonLink>
          }
        >
          {words.text}
        </EmptyState>
      </LearnerPage>
    ),
  });
}
