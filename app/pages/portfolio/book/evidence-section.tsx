import type { EvidenceView } from "#app/domain/portfolio/index.ts";
import { useWords } from "#app/locales/index.ts";

import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { href } from "#app/routes.ts";
import { EvidenceList } from "./evidence-list.tsx";

interface EvidenceSectionProps {
  readonly evidence: readonly EvidenceView[];
  /** Shows the list at once, as after a change of it. */
  readonly open: boolean;
}

/** The owner's evidence, and the way to add to it. */
export function EvidenceSection({ evidence, open }: EvidenceSectionProps) {
  const words = useWords().portfolio.evidence;
  const { length } = evidence;
  return (
    <Card heading={words.heading} icon="photo" id="minh-chung">
      {length === 0 ? (
        <>
          <p>{words.empty}</p>
          <ButtonLink href={href("portfolio/evidence-new")} icon="plus" tone="plain">
            {words.add}
          </ButtonLink>
        </>
      ) : (
        <details open={open}>
          <summary>{words.show(length)}</summary>
          <EvidenceList evidence={evidence} own />
        </details>
      )}
    </Card>
  );
}
