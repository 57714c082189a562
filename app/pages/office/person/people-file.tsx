import type { PersonFile } from "#app/domain/identity/index.ts";
import { formatCardCode } from "#app/domain/identity/index.ts";
import { formatDay, formatInstant } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Card, Facts } from "#app/kit/card.tsx";
import { Notice } from "#app/kit/notice.tsx";

interface PersonFactsProps {
  readonly file: PersonFile;
  /** Name of the citizen group, or its code when this year's criteria do not know it. */
  readonly groupName: string;
}

/** What was written down about somebody. */
export function PersonFacts({ file, groupName }: PersonFactsProps) {
  const { person: words, sexes, languages } = useWords().people;
  const { facts } = words;
  const language = (code: string) => languages[code] ?? code;
  const { consent, guardianName } = file;
  return (
    <Card heading={facts.heading} icon="account">
      {file.ended === null ? null : (
        <Notice tone="warning">{words.ended[file.ended.how](formatDay(file.ended.on))}</Notice>
      )}
      <Facts
        rows={[
          { label: facts.born, value: birthText(file.birth, words) },
          { label: facts.sex, value: sexes[file.sex] },
          { label: facts.village, value: file.villageName },
          {
            label: facts.language,
            value: file.languages.map(language).join(", ") || languages["other"],
          },
          { label: facts.group, value: groupName },
          { label: facts.phone, value: file.phone ?? words.none },
          {
            label: facts.nationalId,
            value:
              file.nationalIdLast4 === null
                ? words.none
                : facts.nationalIdEnd(file.nationalIdLast4),
          },
          {
            label: facts.card,
            value: file.cardCode === null ? words.noCard : formatCardCode(file.cardCode),
          },
          { label: facts.registered, value: formatInstant(file.registeredAt) },
          {
            label: facts.consent,
            value:
              consent === null
                ? words.none
                : facts.consentText(
                    consent.explainedBy,
                    language(consent.language),
                    consent.version,
                    formatInstant(consent.givenAt),
                  ),
          },
          ...(guardianName === null ? [] : [{ label: facts.guardian, value: guardianName }]),
        ]}
      />
      <p className="hint">{words.logged}</p>
    </Card>
  );
}

function birthText(birth: PersonFile["birth"], words: Words["people"]["person"]): string {
  switch (birth.precision) {
    case "unknown":
      return words.unknown;
    case "year":
      return words.facts.year(birth.day.slice(0, 4));
    case "month":
      return formatDay(birth.day).slice(3);
    case "day":
      return formatDay(birth.day);
  }
}
