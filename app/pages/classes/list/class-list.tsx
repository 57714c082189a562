import type { Meeting } from "#app/domain/centres/index.ts";
import { useWords } from "#app/locales/index.ts";

import { EmptyState } from "#app/kit/empty-state.tsx";
import { Pager } from "#app/kit/pager.tsx";
import { Badge } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

interface ClassListProps {
  readonly open: readonly Meeting[];
  readonly closed: readonly Meeting[];
  /** Of the closed ones. */
  readonly found: number;
  readonly page: number;
  readonly pages: number;
}

/** Classes that are going on, then those that are over. */
export function ClassList({ open, closed, found, page, pages }: ClassListProps) {
  const words = useWords().group.list;
  if (open.length + found === 0) {
    return (
      <EmptyState icon="people" title={words.none}>
        <p>{words.noneText}</p>
      </EmptyState>
    );
  }
  return (
    <>
      {open.length === 0 ? null : (
        <section className="flow">
          <h2>{words.open}</h2>
          {open.map((meeting) => (
            <ClassLine key={meeting.meetingId} meeting={meeting} />
          ))}
        </section>
      )}
      {found === 0 ? null : (
        <section className="flow">
          <h2>{words.closed}</h2>
          <p>{words.found(found)}</p>
          {closed.map((meeting) => (
            <ClassLine key={meeting.meetingId} meeting={meeting} />
          ))}
          <Pager {...{ page, pages }} hrefOf={(to) => `${href("classes/list")}?trang=${to}`} />
        </section>
      )}
    </>
  );
}

function ClassLine({ meeting }: { readonly meeting: Meeting }) {
  const words = useWords().group.list;
  const { meetingId, topic, placeName, heldOn, present, promoterName, closedAt } = meeting;
  return (
    <article className="card">
      <h3>
        <a className="back" href={href("classes/class", { meeting: meetingId })}>
          {topic}
        </a>
      </h3>
      <p>{words.line(placeName, heldOn, present)}</p>
      <p className="hint">{words.by(promoterName)}</p>
      {closedAt === null ? (
        <Badge tone="warning" icon="clock">
          {words.open}
        </Badge>
      ) : null}
    </article>
  );
}
