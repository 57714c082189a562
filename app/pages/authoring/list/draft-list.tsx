import type { Draft } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Card } from "#app/kit/card.tsx";
import { DraftProblems } from "./draft-problems.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Badge } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

type Listed = Omit<Draft, "lessons"> & {
  readonly lessons: readonly { readonly id: string; readonly title: string }[];
};

/** Every course that is being written, with what its author has to mend. */
export function DraftList({ drafts }: { readonly drafts: readonly Listed[] }) {
  const words = useWords().authoring.preview;
  if (drafts.length === 0) return <EmptyState icon="learn" title={words.none} />;
  return (
    <>
      <p>{words.intro}</p>
      {drafts.map((draft) => (
        <Card key={draft.id} heading={draft.title ?? words.untitled(draft.id)}>
          <p>
            {draft.problems.length === 0 ? (
              <Badge tone="success" icon="check">
                {words.inOrder}
              </Badge>
            ) : (
              <Badge tone="warning" icon="warning">
                {words.leftOut}
              </Badge>
            )}
          </p>
          <DraftProblems problems={draft.problems} advice={draft.advice} />
          {draft.lessons.length === 0 ? <p>{words.noLessons}</p> : null}
          <ul className="bullets">
            {draft.lessons.map(({ id, title }) => (
              <li key={id}>
                <a
                  className="back"
                  href={href("authoring/lesson", { course: draft.id, lesson: id })}
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </>
  );
}
