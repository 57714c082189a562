import type { Course, Sheet } from "#app/domain/content/index.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";

import { EarPlace } from "#app/kit/ear-place.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { InVietnamese } from "#app/kit/in-vietnamese.tsx";
import { LessonBlocks } from "#app/pages/learn/blocks/lesson-blocks.tsx";
import { courseFolder } from "#app/routes.ts";

export interface CourseSheetProps {
  readonly course: Pick<Course, "id" | "title">;
  readonly sheet: Sheet;
}

/** A text beside the lessons, to be read, heard and printed on A4. */
export function CourseSheet({ course, sheet }: CourseSheetProps) {
  const { common, learning } = useWords();
  return (
    <>
      <p className="font-bold" lang={useVietnamese()}>
        {course.title}
      </p>
      {sheet.minutes === undefined ? null : (
        <p className="meta">
          <span>
            <Icon name="clock" size={20} />
            {common.course.minutes(sheet.minutes)}
          </span>
        </p>
      )}
      <p className="hint no-print">{learning.sheets.print}</p>
      <EarPlace />
      <InVietnamese>
        <LessonBlocks blocks={sheet.blocks} mediaBase={courseFolder(course.id)} />
      </InVietnamese>
    </>
  );
}
