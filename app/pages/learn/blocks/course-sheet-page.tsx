import { LearnerPage } from "#app/kit/page-frame.tsx";
import { useVietnamese, useWords } from "#app/locales/index.ts";
import { href } from "#app/routes.ts";

import { CourseSheet, type CourseSheetProps } from "./course-sheet.tsx";

/** A text beside the lessons as a page of its own, with the way back to its course. */
export function CourseSheetPage({ course, sheet }: CourseSheetProps) {
  const words = useWords().learning.lesson;
  return (
    <LearnerPage
      heading={sheet.title}
      headingLang={useVietnamese()}
      back={{ href: href("learn/course", { course: course.id }), label: words.back }}
      current="learn"
    >
      <CourseSheet course={course} sheet={sheet} />
    </LearnerPage>
  );
}
