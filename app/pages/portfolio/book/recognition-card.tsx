import type { RegisterEntryView } from "#app/domain/evaluation/index.ts";
import { formatDay } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { WovenMotif } from "#app/kit/brand.tsx";
import { ButtonLink } from "#app/kit/button.tsx";
import { Facts } from "#app/kit/card.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

interface RecognitionCardProps {
  readonly recognition: RegisterEntryView;
}

/** The title, shown with pride, and its paper; of a revoked one only that it is. */
export function RecognitionCard({ recognition }: RecognitionCardProps) {
  const words = useWords().portfolio.recognition;
  const { year, registerNumber, decisionNumber, decidedOn, validTo, revocation } = recognition;
  if (revocation !== null) {
    return <Notice tone="warning">{words.revoked(revocation.revokedOn)}</Notice>;
  }
  return (
    <section className="card flow border-leaf bg-leaf-mist">
      <WovenMotif />
      <h2>{words.heading(year)}</h2>
      <p>{words.intro}</p>
      <Facts
        rows={[
          { label: words.number, value: registerNumber },
          { label: words.decision, value: words.decisionOf(decisionNumber, decidedOn) },
          { label: words.validTo, value: formatDay(validTo) },
        ]}
      />
      <ButtonLink href={href("files/recognition-pdf", { entry: recognition.id })} icon="seal">
        {words.download}
      </ButtonLink>
    </section>
  );
}
