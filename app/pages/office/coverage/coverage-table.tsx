import type { Covered } from "#app/domain/content/index.ts";
import { useVietnamese, useWords } from "#app/locales/index.ts";

import { DataTable } from "#app/kit/data-table.tsx";
import { Badge } from "#app/kit/progress.tsx";
import { courseHref } from "#app/routes.ts";

interface CoverageTableProps {
  readonly caption: string;
  readonly rows: readonly Covered[];
  /** How a level is told, where what is served has levels. */
  readonly levels?: (level: string) => string;
}

/** What courses serve, one line each; a gap is marked. */
export function CoverageTable({ caption, rows, levels }: CoverageTableProps) {
  const words = useWords().desk.coverage;
  const lang = useVietnamese();
  const gaps = rows.filter(({ courses }) => courses.length === 0).length;
  return (
    <section className="flow">
      <h2>{caption}</h2>
      <p>{words.gaps(rows.length, gaps)}</p>
      <DataTable
        caption={caption}
        captionHidden
        rowHeader="name"
        columns={[
          { key: "code", label: words.code },
          { key: "name", label: words.name },
          { key: "courses", label: words.courses },
        ]}
        rows={rows.map(({ code, name, courses }) => ({
          id: code,
          cells: {
            code,
            name: <span lang={lang}>{name}</span>,
            courses:
              courses.length === 0 ? (
                <Badge tone="warning" icon="warning">
                  {words.gap}
                </Badge>
              ) : (
                <ul className="bullets" lang={lang}>
                  {courses.map(({ courseId, title, level }) => (
                    <li key={courseId}>
                      <a href={courseHref(courseId)}>{title}</a>
                      {levels === undefined || level === "" ? null : ` (${levels(level)})`}
                    </li>
                  ))}
                </ul>
              ),
          },
        }))}
      />
    </section>
  );
}
