import type { CaseView } from "#app/domain/evaluation/index.ts";
import type { PortfolioHolder } from "#app/domain/portfolio/index.ts";
import { useWords } from "#app/locales/index.ts";

import { StateBadge } from "#app/pages/office/case/assessment-state.tsx";
import { Card, Facts } from "#app/kit/card.tsx";

interface VillagePersonFactsProps {
  readonly holder: PortfolioHolder;
  /** Null when nothing was handed in. */
  readonly file: CaseView | null;
}

/** Who it is: many share a name, so the year and the village stand beside it. */
export function VillagePersonFacts({ holder, file }: VillagePersonFactsProps) {
  const { person: words, unknown } = useWords().village;
  return (
    <Card>
      <Facts
        rows={[
          { label: words.born, value: holder.birthYear ?? unknown },
          { label: words.lives, value: `${holder.villageName}, ${holder.communeName}` },
          {
            label: words.file,
            value:
              file === null ? (
                words.noFile
              ) : (
                <StateBadge state={file.assessment.state} revoked={file.revoked} />
              ),
          },
        ]}
      />
    </Card>
  );
}
