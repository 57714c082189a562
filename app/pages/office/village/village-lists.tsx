import type { Queue, QueueState } from "#app/domain/evaluation/index.ts";
import { useWords } from "#app/locales/index.ts";

import { VillageCases } from "./village-cases.tsx";

interface VillageListsProps {
  /** Files of the asked state; those that wait for the village when none is asked. */
  readonly queue: Queue;
  readonly state: QueueState | null;
  /** Nothing was asked: what waits comes first. */
  readonly browsing: boolean;
}

/** Who waits for the village, then everybody; or the files of one state. */
export function VillageLists(props: VillageListsProps) {
  const words = useWords().village;
  const { states } = useWords().desk;
  const { queue, state, browsing } = props;
  const { criteria } = queue.cycle;
  const cases = (caption: string) => (
    <VillageCases caption={caption} rows={queue.rows} passTotal={criteria.pass.total} />
  );
  if (state !== null) return cases(words.cases.caption(states[state], queue.found));
  if (!browsing) return null;
  return queue.rows.length === 0 ? (
    <p>{words.waiting.none}</p>
  ) : (
    cases(words.waiting.caption(queue.found))
  );
}
