import { useWords } from "#app/locales/index.ts";

import type { CourseStep } from "#app/pages/learn/blocks/course-view.ts";
import { Icon } from "#app/kit/icon.tsx";

interface LessonTrailProps {
  readonly steps: readonly CourseStep[];
  readonly courseHref: string;
  /** Under the final test: what it asks. */
  readonly finalAsks: string;
}

/** The path through a course; every lesson on it can be opened. */
export function LessonTrail({ steps, courseHref, finalAsks }: LessonTrailProps) {
  const { course: words, lesson } = useWords().learning;
  const { minutes: minutesText } = useWords().common.course;
  return (
    <ol className="trail">
      {steps.map(({ id, kind, number, title, minutes, state }) => (
        <li key={id} className={state} aria-current={state === "now" ? "step" : undefined}>
          <span className="knot">{state === "done" ? <Icon name="check" size={20} /> : null}</span>
          <a href={`${courseHref}/${id}`} className="-mt-1.5 py-3 font-bold">
            {kind === "final" ? title : lesson.title(number, title)}
          </a>
          <span className="hint">
            {(kind === "final" ? words.stepFinal : words.step)[state]} · {minutesText(minutes)}
          </span>
          {kind === "final" ? <div className="hint">{finalAsks}</div> : null}
        </li>
      ))}
    </ol>
  );
}
