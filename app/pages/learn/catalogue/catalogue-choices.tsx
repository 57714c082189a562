import {
  type CatalogueChoice,
  type ChoiceCount,
  type ChoiceCounts,
  type Facet,
  FACETS,
  NO_CHOICE,
} from "#app/domain/guidance/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { type CatalogueAddress, catalogueHref, chosenHref } from "./catalogue-address.ts";
import { Icon } from "#app/kit/icon.tsx";

interface ChoicesProps {
  readonly address: CatalogueAddress;
  readonly counts: ChoiceCounts;
}

/** What people come to learn for, to be tapped; how many courses answer it stands beside it. */
export function NeedChoices({ address, counts }: ChoicesProps) {
  const words = useWords().finding.catalogue;
  if (counts.need.length === 0) return null;
  return (
    <section>
      <h2>{words.needs}</h2>
      <FacetChoices facet="need" address={address} counts={counts.need} />
    </section>
  );
}

/** Subject, level, length, and what works without signal. */
export function MoreChoices({ address, counts }: ChoicesProps) {
  const words = useWords().finding.catalogue;
  const kinds = FACETS.filter(
    (facet) => facet !== "need" && offered(counts[facet], address.choice[facet]).length > 0,
  );
  const chosen = kinds.some((facet) => address.choice[facet] !== null);
  if (kinds.length === 0) return null;
  return (
    <details open={chosen}>
      <summary>{words.more}</summary>
      {kinds.map((facet) => (
        <section key={facet}>
          <h3>{words.facets[facet]}</h3>
          <FacetChoices facet={facet} address={address} counts={counts[facet]} />
        </section>
      ))}
    </details>
  );
}

interface FacetChoicesProps {
  readonly facet: Facet;
  readonly address: CatalogueAddress;
  readonly counts: readonly ChoiceCount[];
}

function FacetChoices({ facet, address, counts }: FacetChoicesProps) {
  const words = useWords();
  const chosen = address.choice[facet];
  return (
    <ul className="choices">
      {offered(counts, chosen).map((each) => {
        const isChosen = each.value === chosen;
        const href = chosenHref(address, choiceOf(facet, isChosen ? null : each.value));
        return (
          <li key={each.value}>
            <a className="choice" href={href} aria-current={isChosen ? "true" : undefined}>
              {isChosen ? <Icon name="check" /> : null}
              <span>
                {wordsOf(facet, each, words)}
                <small>{words.finding.catalogue.courses(each.courses)}</small>
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** A choice that leaves nothing is no choice, unless it is the one that was made. */
function offered(counts: readonly ChoiceCount[], chosen: string | null): readonly ChoiceCount[] {
  return counts.filter(({ value, courses }) => courses > 0 || value === chosen);
}

/** What is chosen, each to be given up, and all at once. */
export function ChosenOnes({ address, counts }: ChoicesProps) {
  const words = useWords();
  const { catalogue } = words.finding;
  const chosen = FACETS.flatMap((facet) => {
    const value = address.choice[facet];
    if (value === null) return [];
    const known = counts[facet].find((each) => each.value === value);
    return [{ facet, said: wordsOf(facet, known ?? { value, words: value }, words) }];
  });
  if (chosen.length === 0) return null;
  return (
    <nav className="flex flex-wrap gap-x-5" aria-label={catalogue.chosen}>
      {chosen.map(({ facet, said }) => (
        <a key={facet} className="back" href={chosenHref(address, choiceOf(facet, null))}>
          <Icon name="cross" size={20} />
          {catalogue.drop(said)}
        </a>
      ))}
      {chosen.length === 1 ? null : (
        <a className="back" href={catalogueHref({ choice: NO_CHOICE, query: address.query })}>
          {catalogue.all}
        </a>
      )}
    </nav>
  );
}

function choiceOf(facet: Facet, value: string | null): Partial<CatalogueChoice> {
  return { [facet]: value };
}

/** What a choice is called. */
function wordsOf(
  facet: Facet,
  { value, words: own }: Pick<ChoiceCount, "value" | "words">,
  { finding, common }: Words,
): string {
  const named: Readonly<Record<Facet, Readonly<Record<string, string>>>> = {
    need: {},
    level: {},
    subject: common.course.subject,
    length: finding.catalogue.lengths,
    offline: { yes: finding.catalogue.offline },
  };
  return named[facet][value] ?? own;
}
