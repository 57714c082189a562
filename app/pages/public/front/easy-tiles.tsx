import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import type { CourseListing } from "#app/pages/learn/blocks/course-view.ts";
import { Icon } from "#app/kit/icon.tsx";
import { courseHref, href } from "#app/routes.ts";

interface TileProps {
  readonly href: string;
  readonly sign: ReactNode;
  readonly children: ReactNode;
  readonly look?: string | undefined;
  readonly current?: boolean | undefined;
}

/** A sign as large as a thumb, and a word under it. */
export function Tile({ href, sign, children, look = "", current = false }: TileProps) {
  return (
    <li>
      <a className={`card big ${look}`} href={href} aria-current={current ? "step" : undefined}>
        <span className="tile">{sign}</span>
        {children}
      </a>
    </li>
  );
}

/** Tiles that somebody who reads slowly takes in at a glance. */
const MOST_TILES = 9;

/** The first courses, those begun before all others, and the way to the rest. */
export function EasyCourses({ courses }: { readonly courses: readonly CourseListing[] }) {
  const { common, learning } = useWords();
  const { lessonsDone } = common.course;
  return (
    <ul className="tiles">
      {courses.slice(0, MOST_TILES).map(({ id, title, icon, subject, done }) => (
        <Tile key={id} href={courseHref(id)} look={subject} sign={<Icon name={icon} size={64} />}>
          {title}
          {done === undefined ? null : (
            <span className="hint">
              <span className="sr-only">{lessonsDone}</span> {done.lessons}/{done.total}
            </span>
          )}
        </Tile>
      ))}
      {courses.length > MOST_TILES ? (
        <Tile href={href("learn/catalogue")} sign={<Icon name="list" size={64} />}>
          {learning.home.allCourses}
        </Tile>
      ) : null}
    </ul>
  );
}
