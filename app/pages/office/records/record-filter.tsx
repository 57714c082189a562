import { KNOWN_VERB_NAMES, lastPartOf, type Resident } from "#app/domain/record-office/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { DeskField } from "#app/pages/office/frame/office-page.tsx";
import { DateField, SelectField, TextField } from "#app/kit/field.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import type { daysForm } from "./form.ts";
import { type RecordAddress, type RecordBase, recordsHref } from "./record-address.ts";
import { SEARCH_AT_MOST } from "#app/pages/office/frame/search-text.ts";

/** An activity that an official chooses by its title. */
export interface ActivityOption {
  readonly iri: string;
  readonly title: string;
}

interface RecordFilterProps {
  readonly base: RecordBase;
  readonly address: RecordAddress;
  readonly person: Resident | null;
  readonly activities: readonly ActivityOption[];
  readonly days: FieldsOf<typeof daysForm>;
}

/** Who, what, about what, when; sent by GET, so that a filtered list has an address. */
export function RecordFilterForm(props: RecordFilterProps) {
  const { base, address, person, activities, days } = props;
  const { filter: words, verbs } = useWords().records;
  const toDesk = useDeskHref();
  return (
    <form method="get" action={base} className="no-print card flow" aria-label={words.heading}>
      <DeskField />
      <PersonField {...{ base, address, person }} />
      <details open={isNarrowed(address)}>
        <summary>{words.more}</summary>
        <div className="grid items-end gap-3 md:grid-cols-2">
          <SelectField
            name="viec"
            label={words.verb}
            placeholder={words.everyVerb}
            defaultValue={address.verb ?? ""}
            options={KNOWN_VERB_NAMES.map((verb) => ({ value: verb, label: verbs[verb] }))}
          />
          <SelectField
            name="ve"
            label={words.activity}
            placeholder={words.everyActivity}
            defaultValue={address.activity ?? ""}
            options={optionsOf(activities, address.activity, words.otherActivity)}
          />
          <DateField {...days.from} label={words.from} hint={words.dayHint} />
          <DateField {...days.to} label={words.to} hint={words.dayHint} />
          <label className="choice">
            <input type="checkbox" name="vo-hieu" value="1" defaultChecked={address.voidedOnly} />
            <span>{words.voidedOnly}</span>
          </label>
        </div>
      </details>
      <Actions>
        <Button icon="search">{words.button}</Button>
        <ButtonLink href={toDesk(base)} tone="plain">
          {words.clear}
        </ButtonLink>
      </Actions>
    </form>
  );
}

/** Whether anything but the person is asked for; then it is shown. */
function isNarrowed({ verb, activity, from, to, voidedOnly }: RecordAddress): boolean {
  return verb !== null || activity !== null || from !== "" || to !== "" || voidedOnly;
}

function PersonField({
  base,
  address,
  person,
}: Pick<RecordFilterProps, "base" | "address" | "person">) {
  const words = useWords().records.filter;
  const toDesk = useDeskHref();
  if (person === null) {
    return (
      <TextField
        name="nguoi"
        label={words.person}
        hint={words.personHint}
        type="search"
        autoComplete="off"
        maxLength={SEARCH_AT_MOST}
        defaultValue={address.sought}
      />
    );
  }
  return (
    <div className="field">
      <input type="hidden" name="ma" value={person.personId} />
      <p className="hint">{words.chosen}</p>
      <p>
        <strong>{person.fullName}</strong>, {person.villageName}
      </p>
      <a
        className="inline-block py-3"
        href={toDesk(recordsHref(base, { ...address, personId: null, sought: "" }))}
      >
        {words.unchoose}
      </a>
    </div>
  );
}

/** The courses, and the activity that the address names when it is none of them. */
function optionsOf(
  activities: readonly ActivityOption[],
  chosen: string | null,
  other: (name: string) => string,
) {
  const known = activities.map(({ iri, title }) => ({ value: iri, label: title }));
  return chosen === null || activities.some(({ iri }) => iri === chosen)
    ? known
    : [...known, { value: chosen, label: other(lastPartOf(chosen)) }];
}
