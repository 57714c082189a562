import { dayOf, formatNumber } from "#app/domain/kernel/index.ts";
import type { CourseRecord } from "#app/domain/learning/index.ts";
import type { Portfolio } from "#app/domain/portfolio/index.ts";
import { useWords } from "#app/locales/index.ts";

import { ButtonLink } from "./button.tsx";
import { Card, Facts } from "./card.tsx";
import { Badge, ProgressBar } from "./progress.tsx";

interface LearningSummaryProps extends Pick<Portfolio, "learning" | "courseInfo" | "meetings"> {
  /** For a reader other than the learner. */
  readonly heading?: string | undefined;
}

/** What was learned in the year in four numbers; the courses one tap away. */
export function LearningSummary(props: LearningSummaryProps) {
  const { portfolio, quiz } = useWords();
  const words = portfolio.learned;
  const { learning, courseInfo, meetings, heading = words.heading } = props;
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
      {courses.length === 0 ? <p>{words.none}</p> : <Facts rows={rows} />}
      {courses.length === 0 && props.heading === undefined ? (
        <ButtonLink href="/hoc" icon="learn" tone="plain">
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
                  total={Math.max(info?.lessonsTotal ?? 0, course.lessonsDone)}
                />
              );
            })}
          </ul>
        </details>
      )}
    </Card>
  );
}

interface CourseLineProps {
  readonly course: CourseRecord;
  readonly title: string;
  readonly total: number;
}

function CourseLine({ course, title, total }: CourseLineProps) {
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
    </li>
  );
}
