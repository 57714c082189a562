import { CONSENT_VERSION } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Card } from "#app/kit/card.tsx";

/** What is read out to somebody before anything is written down about her. */
export function ConsentText() {
  const { consent } = useWords().people;
  return (
    <Card heading={consent.heading} icon="chat">
      <p>{consent.intro}</p>
      <ol className="bullets text-lg">
        {consent.spoken.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <p className="hint">
        {consent.law} {consent.version(CONSENT_VERSION)}.
      </p>
    </Card>
  );
}
