import type { AttestationFact } from "#app/domain/criteria/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Icon } from "#app/kit/icon.tsx";

interface AttestationListProps {
  readonly attestations: readonly AttestationFact[];
  /** Words of a level by its code. */
  readonly levels?: ReadonlyMap<string, string> | undefined;
  /** Says of which indicator each one speaks. */
  readonly withIndicator?: boolean | undefined;
}

/** What named people confirmed: who, in which office, when. */
export function AttestationList(props: AttestationListProps) {
  const { attestations, levels, withIndicator = false } = props;
  const words = useWords().portfolio.attestations;
  return (
    <ul className="flow">
      {attestations.map(({ id, indicator, level, words: said, ...by }) => (
        <li key={id}>
          {withIndicator ? <strong>{words.indicator(indicator)}: </strong> : null}
          {levels?.get(level)}
          {said === "" ? null : <blockquote>{said}</blockquote>}
          <p className="meta">
            <span>
              <Icon name="seal" size={20} />
              {words.by(by.attestorName, by.attestorOffice, by.attestedOn)}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
