import type { AttestationFact, AttestationLevel } from "#app/domain/criteria/index.ts";
import { useWords } from "#app/locales/index.ts";

import { AttestationList } from "./attestation-list.tsx";
import { Card } from "#app/kit/card.tsx";

interface AttestationSectionProps {
  readonly attestations: readonly AttestationFact[];
  readonly scale: readonly AttestationLevel[];
}

/** What others confirmed of the year, or whom to ask. */
export function AttestationSection({ attestations, scale }: AttestationSectionProps) {
  const words = useWords().portfolio.attestations;
  const { length } = attestations;
  return (
    <Card heading={words.heading} icon="seal">
      {length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <details>
          <summary>{words.show(length)}</summary>
          <AttestationList
            attestations={attestations}
            levels={new Map(scale.map(({ code, words: said }) => [code, said]))}
            withIndicator
          />
        </details>
      )}
    </Card>
  );
}
