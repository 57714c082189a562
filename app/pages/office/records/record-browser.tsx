import type {
  Names,
  RecordDayFault,
  RecordLine,
  Resident,
} from "#app/domain/record-office/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { type RecordAddress, type RecordBase, recordsHref } from "./record-address.ts";
import { daysForm } from "./form.ts";
import { type ActivityOption, RecordFilterForm } from "./record-filter.tsx";
import { RecordPeople } from "./record-people.tsx";
import { RecordTable } from "./record-table.tsx";

/** What a list of statements answers to its address. */
export type RecordAnswer =
  | {
      readonly state: "found";
      readonly lines: readonly RecordLine[];
      readonly names: Names;
      readonly person: Resident | null;
      /** Where the next page begins, as an address has it. */
      readonly more: string | null;
      /** Whether this is the newest page. */
      readonly newest: boolean;
    }
  | { readonly state: "people"; readonly people: readonly Resident[]; readonly cut: boolean }
  | { readonly state: "person-gone" }
  | { readonly state: "faults"; readonly faults: readonly RecordDayFault[] };

interface RecordBrowserProps {
  readonly base: RecordBase;
  readonly address: RecordAddress;
  readonly activities: readonly ActivityOption[];
  readonly answer: RecordAnswer;
}

/** The statements of a desk: filter, and what it found. */
export function RecordBrowser({ base, address, activities, answer }: RecordBrowserProps) {
  const words = useWords().records;
  const toDesk = useDeskHref();
  const { from, to } = address;
  const faults = answer.state === "faults" ? answer.faults : [];
  const { fields: days, errors } = daysForm.view(
    { typed: { from, to }, faults },
    words.filter.faults,
  );
  const person = answer.state === "found" ? answer.person : null;
  return (
    <>
      <ErrorSummary title={words.filter.errorTitle} errors={errors} />
      <p className="hint no-print">
        {words.list.logged}{" "}
        <a className="inline-block py-3" href={toDesk(`${base}/nhat-ky`)}>
          {words.list.looksLink}
        </a>
      </p>
      <RecordFilterForm {...{ base, address, person, activities, days }} />
      {answer.state === "person-gone" ? <Notice tone="info">{words.choose.gone}</Notice> : null}
      {answer.state === "people" ? <RecordPeople {...{ base, address, ...answer }} /> : null}
      {answer.state === "found" ? <FoundRecords {...{ base, address, answer }} /> : null}
    </>
  );
}

interface FoundRecordsProps {
  readonly base: RecordBase;
  readonly address: RecordAddress;
  readonly answer: Extract<RecordAnswer, { state: "found" }>;
}

function FoundRecords({ base, address, answer }: FoundRecordsProps) {
  const words = useWords().records.list;
  const toDesk = useDeskHref();
  const { lines, names, more, newest } = answer;
  const filtered = recordsHref(base, address) !== base;
  return (
    <>
      <h2>{words.caption}</h2>
      {lines.length === 0 ? (
        <EmptyState icon="clock" title={words.empty.title}>
          {filtered || !newest ? words.empty.filtered : words.empty.advice}
        </EmptyState>
      ) : (
        <RecordTable {...{ lines, names, base }} caption={words.caption} />
      )}
      {more === null && newest ? null : (
        <nav className="no-print" aria-label={words.pages}>
          <Actions>
            {newest ? null : (
              <ButtonLink href={toDesk(recordsHref(base, address))} icon="back" tone="plain">
                {words.newest}
              </ButtonLink>
            )}
            {more === null ? null : (
              <ButtonLink href={toDesk(recordsHref(base, address, more))} icon="next" tone="plain">
                {words.older}
              </ButtonLink>
            )}
          </Actions>
        </nav>
      )}
    </>
  );
}
