import type { Subject } from "#app/domain/content/index.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";

import { Icon, type IconName } from "#app/kit/icon.tsx";
import { Badge, ProgressBar } from "#app/kit/progress.tsx";

interface CourseCardProps {
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly icon: IconName;
  readonly level: string;
  readonly minutes: number;
  readonly lessons: number;
  readonly subject: Subject;
  readonly done?:
    { readonly lessons: number; readonly total: number; readonly passed: boolean } | undefined;
}

/** A course to open; the whole card is the link. Its title is an <h2>. */
export function CourseCard(props: CourseCardProps) {
  const { href, title, summary, icon, level, minutes, lessons, subject, done } = props;
  const words = useWords().common.course;
  const lang = useVietnamese();
  return (
    <article className={`card course ${subject}`}>
      <span className="tile">
        <Icon name={icon} size={40} />
      </span>
      <div>
        <p className="subject">{words.subject[subject]}</p>
        <h2 lang={lang}>
          <a href={href}>{title}</a>
        </h2>
      </div>
      <div className="flow">
        <p lang={lang}>{summary}</p>
        <p className="meta">
          <span>
            <Icon name="list" size={20} />
            {words.lessons(lessons)}
          </span>
          <span>
            <Icon name="clock" size={20} />
            {words.minutes(minutes)}
          </span>
          <span lang={lang}>
            <Icon name="people" size={20} />
            {level}
          </span>
        </p>
        {done === undefined ? null : (
          <ProgressBar done={done.lessons} total={done.total} label={words.lessonsDone} />
        )}
        {done?.passed === true ? (
          <Badge tone="success" icon="check">
            {words.passed}
          </Badge>
        ) : null}
      </div>
    </article>
  );
}
