import { dayOf, formatNumber } from "#app/domain/kernel/index.ts";
import type { CourseRecord } from "#app/domain/learning/index.ts";
import type { Portfolio } from "#app/domain/portfolio/index.ts";
import { useWords } from "#app/locales/index.ts";

import { ButtonLink } from "#app/kit/button.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import { AttendedMeetings } from "./attended-meetings.tsx";
import {
  CertificateOffer,
  type CertificateStanding,
} from "#app/pages/learn/course/certificate-offer.tsx";
import { Badge, ProgressBar } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

interface LearningSummaryProps extends Pick<
  Portfolio,
  "learning" | "courseInfo" | "meetings" | "attended"
> {
  /** For a reader other than the learner. */
  readonly heading?: string | undefined;
  /** How the learner stands with the certificate of a course she completed; nothing for other readers. */
  readonly standingOf?: ((courseId: string) => CertificateStanding) | undefined;
}

/** What was learned in the year in four numbers; the courses one tap away. */
export function LearningSummary(props: LearningSummaryProps) {
  const { portfolio, quiz } = useWords();
  const words = portfolio.learned;
  const { learning, courseInfo, meetings, attended, heading = words.heading } = props;
  const { minutes, lessonsCompleted, helpedLessons, activeWeeks, courses } = learning;
  const rows = [
    { label: words.hours, value: words.hoursOf(minutes) },
    { label: words.lessons, value: formatNumber(lessonsCompleted) },
    ...(helpedLessons === 0
      ? []
      : [{ label: quiz.helper.lessons, value: formatNumber(helpedLessons) }]),
    { label: words.weeks, value: formatNumber(activeWeeks) },
    ...(meetings === 0 ? [] : [{ label: words.meetings, value: formatNumber(meetings) }]),
  ];
  return (
    <Card heading={heading} icon="learn">
      {courses.length + meetings === 0 ? <p>{words.none}</p> : <Facts rows={rows} />}
      {courses.length === 0 && props.heading === undefined ? (
        <ButtonLink href={href("learn/catalogue")} icon="learn" tone="plain">
          {words.learn}
        </ButtonLink>
      ) : null}
      {courses.length === 0 ? null : (
        <details>
          <summary>{words.courses(courses.length)}</summary>
          <ul className="flow">
            {courses.map((course) => {
              const info = courseInfo.find(({ courseId }) => courseId === course.courseId);
              return (
                <CourseLine
                  key={course.courseId}
                  course={course}
                  title={info?.title ?? course.courseId}
                  standing={
                    course.completedAt === null
                      ? null
                      : (props.standingOf?.(course.courseId) ?? null)
                  }
                  total={Math.max(info?.lessonsTotal ?? 0, course.lessonsDone)}
                />
              );
            })}
          </ul>
        </details>
      )}
      <AttendedMeetings attended={attended} />
    </Card>
  );
}

interface CourseLineProps {
  readonly course: CourseRecord;
  readonly title: string;
  readonly total: number;
  readonly standing: CertificateStanding | null;
}

function CourseLine({ course, title, total, standing }: CourseLineProps) {
  const words = useWords().portfolio.learned;
  const { completedAt, finalScaled, lessonsDone } = course;
  return (
    <li>
      <h3>{title}</h3>
      {completedAt === null ? (
        <Badge tone="info" icon="learn">
          {words.courseOpen}
        </Badge>
      ) : (
        <Badge tone="success" icon="check">
          {words.courseDone(dayOf(completedAt))}
        </Badge>
      )}
      <ProgressBar done={lessonsDone} total={total} label={words.lessonsDone} />
      {finalScaled === null ? null : (
        <p className="hint">{words.finalTest(Math.round(finalScaled * 100))}</p>
      )}
      {standing === null ? null : <CertificateOffer standing={standing} title={title} />}
    </li>
  );
}
