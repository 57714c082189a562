import type { Course } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Icon } from "#app/kit/icon.tsx";
import type { CourseStep } from "#app/pages/learn/blocks/course-view.ts";
import { Tile } from "#app/pages/public/front/easy-tiles.tsx";
import { href } from "#app/routes.ts";

import { CourseFace, type CourseFaceProps, OutcomeList } from "./course-face.tsx";
import { type CourseSheets, SheetLinks } from "./sheet-links.tsx";

interface EasyCourseProps {
  readonly course: CourseFaceProps["course"] &
    Pick<Course, "outcomes"> & {
      readonly steps: readonly CourseStep[];
      readonly sheets: CourseSheets;
    };
}

/** A course to be seen and heard: its picture, whom it is for, its lessons, what one can do then. */
export function EasyCourse({ course }: EasyCourseProps) {
  const words = useWords().learning.course;
  return (
    <>
      <CourseFace course={course} brief />
      <EasySteps course={course} />
      <details className="card">
        <summary>{words.outcomes}</summary>
        <OutcomeList outcomes={course.outcomes} />
      </details>
      <SheetLinks courseId={course.id} sheets={course.sheets} />
    </>
  );
}

/** The lessons of a course, each by its number; a tick on those that are done. */
function EasySteps({ course: { id, steps } }: EasyCourseProps) {
  const { common, learning } = useWords();
  return (
    <ol className="tiles">
      {steps.map((step) => (
        <Tile
          key={step.id}
          href={href("learn/lesson", { course: id, lesson: step.id })}
          look={step.state}
          current={step.state === "now"}
          sign={step.state === "done" ? <Icon name="check" size={48} /> : <SignOf step={step} />}
        >
          {step.title}
          <span className="sr-only">
            {step.kind === "final"
              ? learning.course.stepFinal[step.state]
              : common.progress.step[step.state]}
          </span>
        </Tile>
      ))}
    </ol>
  );
}

function SignOf({ step }: { readonly step: CourseStep }) {
  return step.kind === "final" ? <Icon name="edit" size={48} /> : <b>{step.number}</b>;
}
