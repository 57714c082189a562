import { suggestedTotal } from "#app/domain/criteria/index.ts";
import type { CaseView } from "#app/domain/evaluation/index.ts";
import { formatDay, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

/** What stands otherwise today than in what was handed in. */
export function CaseChanges({ file }: { readonly file: CaseView }) {
  const words = useWords().desk.caseFile.changes;
  const changes = changesOf(file, words);
  if (changes.length === 0) return <p>{words.none}</p>;
  return (
    <ul className="bullets">
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  );
}

function changesOf(
  { snapshot, now, suggestedTotal: after, attestedSince, withdrawnEvidence }: CaseView,
  words: Words["desk"]["caseFile"]["changes"],
): readonly string[] {
  const handedIn = new Set(snapshot.evidence.map(({ id }) => id));
  const before = suggestedTotal(snapshot.suggestions);
  const points = (total: number | null) => (total === null ? words.noPoints : formatNumber(total));
  return [
    ...(before === after ? [] : [words.total(points(before), points(after))]),
    ...attestedSince.map(({ attestorName, attestorOffice, indicator, attestedOn }) =>
      words.attested(attestorName, attestorOffice, indicator, formatDay(attestedOn)),
    ),
    ...now.evidence
      .filter(({ id, counts }) => counts && !handedIn.has(id))
      .map(({ title }) => words.added(title)),
    ...withdrawnEvidence.map((title) => words.withdrawn(title)),
  ];
}
