import type { Queue, QueueState } from "#app/domain/evaluation/index.ts";
import type { VillagePeople } from "#app/domain/portfolio/index.ts";
import { useWords } from "#app/locales/index.ts";

import { EmptyState } from "./empty-state.tsx";
import { VillageCases } from "./village-cases.tsx";
import { VillagePeopleTable } from "./village-people.tsx";

interface VillageListsProps {
  /** Files of the asked state; those that wait for the village when none is asked. */
  readonly queue: Queue;
  /** Null when files of one state are asked for. */
  readonly people: VillagePeople | null;
  readonly state: QueueState | null;
  readonly search: string;
  /** Nothing was asked: what waits comes first. */
  readonly browsing: boolean;
  readonly ownId: string;
}

/** Who waits for the village, then everybody; or the files of one state. */
export function VillageLists(props: VillageListsProps) {
  const words = useWords().village;
  const { states } = useWords().desk;
  const { queue, people, state, browsing } = props;
  const { criteria } = queue.cycle;
  const cases = (caption: string) => (
    <VillageCases caption={caption} rows={queue.rows} passTotal={criteria.pass.total} />
  );
  if (state !== null) return cases(words.cases.caption(states[state], queue.found));
  const waiting =
    queue.rows.length === 0 ? (
      <p>{words.waiting.none}</p>
    ) : (
      cases(words.waiting.caption(queue.found))
    );
  return (
    <>
      {browsing ? waiting : null}
      {people === null ? null : <Everybody {...props} people={people} />}
    </>
  );
}

function Everybody({
  queue,
  people: { found, people },
  search,
  ownId,
}: VillageListsProps & { readonly people: VillagePeople }) {
  const words = useWords().village.people;
  if (found === 0) {
    return (
      <EmptyState icon="search" title={words.found(0)}>
        <p>{words.none}</p>
      </EmptyState>
    );
  }
  return (
    <VillagePeopleTable
      caption={(search === "" ? words.caption : words.found)(found)}
      people={people}
      ownId={ownId}
      attestable={queue.cycle.criteria.attestedBy.length}
    />
  );
}
