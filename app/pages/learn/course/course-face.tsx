import type { Course, Picture } from "#app/domain/content/index.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";

import { EarPlace } from "#app/kit/ear-place.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { PictureView } from "#app/pages/learn/blocks/lesson-media.tsx";
import { courseFolder } from "#app/routes.ts";

export interface CourseFaceProps {
  readonly course: Pick<Course, "id" | "summary" | "audience"> & {
    /** A phone may keep a course from before there were covers. */
    readonly cover?: Picture | null | undefined;
  };
  /** Picture and audience alone. */
  readonly brief?: true;
}

/** The picture of a course, whom it is for and what it is about, to be seen and heard. */
export function CourseFace({ course, brief }: CourseFaceProps) {
  const { id, summary, audience, cover } = course;
  const words = useWords().learning.course;
  const lang = useVietnamese();
  return (
    <>
      {cover === undefined || cover === null ? null : (
        <div className="picture">
          <PictureView picture={{ ...cover, alt: "" }} mediaBase={courseFolder(id)} />
        </div>
      )}
      <EarPlace />
      {brief === true ? null : (
        <p data-ear="" lang={lang}>
          {summary}
        </p>
      )}
      {audience === undefined ? null : (
        <p className="title" data-ear="">
          <Icon name="people" size={28} />
          <span>
            <span className="sr-only">{words.audience} </span>
            <span lang={lang}>{audience}</span>
          </span>
        </p>
      )}
    </>
  );
}

/** What whoever finishes it can say of herself. */
export function Outcomes({ outcomes }: Pick<Course, "outcomes">) {
  const words = useWords().learning.course;
  return (
    <section className="flow" data-ear="">
      <h2>{words.outcomes}</h2>
      <OutcomeList outcomes={outcomes} />
    </section>
  );
}

export function OutcomeList({ outcomes }: Pick<Course, "outcomes">) {
  return (
    <ul className="can-do" lang={useVietnamese()}>
      {outcomes.map((outcome) => (
        <li key={outcome}>
          <Icon name="check" size={28} />
          <span>{outcome}</span>
        </li>
      ))}
    </ul>
  );
}
