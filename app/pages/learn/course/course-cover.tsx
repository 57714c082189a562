import type { Course } from "#app/domain/content/index.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { CourseFace, type CourseFaceProps, Outcomes } from "./course-face.tsx";
import { type CourseSheets, SheetLinks } from "./sheet-links.tsx";
import { CertificateOffer, type CertificateStanding } from "./certificate-offer.tsx";
import { type CourseStep, lessonCount, nextStep } from "#app/pages/learn/blocks/course-view.ts";
import { Icon } from "#app/kit/icon.tsx";
import { InVietnamese } from "#app/kit/in-vietnamese.tsx";
import { LessonBlocks } from "#app/pages/learn/blocks/lesson-blocks.tsx";
import { LessonTrail } from "./lesson-trail.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { ProgressBar } from "#app/kit/progress.tsx";
import { courseFolder, href } from "#app/routes.ts";

interface CourseCoverProps {
  readonly course: Pick<
    Course,
    "id" | "summary" | "level" | "audience" | "outcomes" | "introduction" | "sources"
  > & {
    /** Which of the texts beside the lessons it has; a phone keeps neither. */
    readonly sheets?: CourseSheets | undefined;
    readonly cover?: CourseFaceProps["course"]["cover"];
    readonly minutes: number;
    readonly steps: readonly CourseStep[];
    /** Of the final test: how many questions, how many right answers it asks. */
    readonly final: { readonly questions: number; readonly asked: number };
    readonly reader: "stranger" | "learner";
    readonly begun: boolean;
    readonly completed: boolean;
    /** Of somebody who completed it; else null. */
    readonly certificate: CertificateStanding | null;
  };
}

/** A course before it is opened: what for, how long, where one stands, what is next. */
export function CourseCover({ course }: CourseCoverProps) {
  const { common, learning } = useWords();
  const words = learning.course;
  const lang = useVietnamese();
  const { id, steps, final } = course;
  const count = lessonCount(steps);
  return (
    <>
      <CourseFace course={course} />
      {course.completed ? (
        <Notice tone="success" title={words.completed}>
          {words.completedText}
        </Notice>
      ) : null}
      {course.certificate === null ? null : <CertificateOffer standing={course.certificate} />}
      {course.begun ? <ProgressBar {...count} label={words.progress} /> : null}
      <NextButton course={course} />
      <p className="meta">
        <span>
          <Icon name="list" size={20} />
          {common.course.lessons(count.total)}
        </span>
        <span>
          <Icon name="clock" size={20} />
          {common.course.minutes(course.minutes)}
        </span>
        <span lang={lang}>
          <Icon name="people" size={20} />
          {course.level}
        </span>
      </p>
      <Outcomes outcomes={course.outcomes} />
      <h2>{words.lessons}</h2>
      <LessonTrail
        steps={steps}
        courseHref={href("learn/course", { course: id })}
        finalAsks={words.finalAsks(final.questions, final.asked)}
      />
      {course.sheets === undefined ? null : <SheetLinks courseId={id} sheets={course.sheets} />}
      <h2>{words.about}</h2>
      <InVietnamese>
        <LessonBlocks blocks={course.introduction} mediaBase={courseFolder(id)} />
      </InVietnamese>
      <Sources sources={course.sources} />
    </>
  );
}

function NextButton({ course }: CourseCoverProps) {
  const { course: words, lesson } = useWords().learning;
  const { id, steps, reader, begun } = course;
  const step = nextStep(steps);
  if (step === null) {
    return (
      <Actions>
        <ButtonLink href={href("portfolio/book")} icon="portfolio">
          {words.portfolio}
        </ButtonLink>
      </Actions>
    );
  }
  const next = href("learn/lesson", { course: id, lesson: step.id });
  if (reader === "stranger") {
    return (
      <>
        <Actions>
          <ButtonLink
            href={`${href("account/sign-in")}?tiep=${encodeURIComponent(next)}`}
            icon="next"
          >
            {words.signIn}
          </ButtonLink>
        </Actions>
        <p className="hint">{words.signInHint}</p>
      </>
    );
  }
  if (step.kind === "final") {
    return (
      <Actions>
        <ButtonLink href={next} icon="next">
          {words.final}
        </ButtonLink>
      </Actions>
    );
  }
  return (
    <>
      <Actions>
        <ButtonLink href={next} icon="next">
          {begun ? words.next : words.first}
        </ButtonLink>
      </Actions>
      <p className="hint">{lesson.title(step.number, step.title)}</p>
    </>
  );
}

function Sources({ sources }: Pick<Course, "sources">) {
  const words = useWords().learning.course;
  return (
    <details>
      <summary>{words.sources}</summary>
      <ul className="bullets" lang={useVietnamese()}>
        {sources.map(({ title, publisher, year, url }) => (
          <li key={title}>
            {url === undefined ? title : <a href={url}>{title}</a>}. {publisher}, {year}.
          </li>
        ))}
      </ul>
    </details>
  );
}
