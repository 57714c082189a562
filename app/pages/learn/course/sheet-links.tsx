import { useWords } from "#app/locales/index.ts";

import { Icon } from "#app/kit/icon.tsx";
import { href } from "#app/routes.ts";

/** Which texts beside its lessons a course has. */
export interface CourseSheets {
  readonly glossary: boolean;
  readonly groupSheet: boolean;
}

interface SheetLinksProps {
  readonly courseId: string;
  readonly sheets: CourseSheets;
}

/** The way to the hard words of a course, and to the sheet of whoever teaches a group. */
export function SheetLinks({ courseId, sheets: { glossary, groupSheet } }: SheetLinksProps) {
  const words = useWords().learning.sheets;
  return (
    <>
      {glossary ? <GlossaryLink courseId={courseId} /> : null}
      {groupSheet ? (
        <p>
          <a className="back" href={href("learn/group-sheet", { course: courseId })}>
            <Icon name="class" />
            {words.groupSheet}
          </a>
        </p>
      ) : null}
    </>
  );
}

export function GlossaryLink({ courseId }: Pick<SheetLinksProps, "courseId">) {
  const words = useWords().learning.sheets;
  return (
    <p>
      <a className="back" href={href("learn/glossary", { course: courseId })}>
        <Icon name="search" />
        {words.glossary}
      </a>
    </p>
  );
}
