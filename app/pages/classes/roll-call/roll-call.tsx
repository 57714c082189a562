import type { Meeting, RollPerson } from "#app/domain/centres/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { TextField } from "#app/kit/field.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import type { TextProps } from "#app/kit/form.ts";
import { Icon } from "#app/kit/icon.tsx";
import { LearnerPicture } from "#app/kit/learner-picture.tsx";
import { SearchForm } from "#app/kit/search-form.tsx";
import { href } from "#app/routes.ts";

import type { cardForm } from "./form.ts";

type RollWords = Words["group"]["roll"];

interface RollCallProps {
  readonly roll: {
    readonly meeting: Meeting;
    readonly people: readonly RollPerson[];
    readonly found: number;
    readonly page: number;
    readonly pages: number;
  };
  /** As typed. */
  readonly search: string;
}

/** Names to tap, a page of them; what was ticked is kept with each press. */
export function RollCall({ roll, search }: RollCallProps) {
  const words = useWords().group.roll;
  const { meeting, people, found, page, pages } = roll;
  const own = href("classes/roll-call", { meeting: meeting.meetingId });
  const whole = meeting.placeId === meeting.communeId;
  return (
    <section className="flow">
      <h2>{search === "" && !whole ? words.village(meeting.placeName) : words.commune}</h2>
      {search === "" ? null : <p>{words.found(found, search)}</p>}
      {people.length === 0 ? (
        <EmptyState icon="search" title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <form method="post" className="flow">
          <input type="hidden" name="viec" value="ghi" />
          <input type="hidden" name="tim" value={search} />
          {people.flatMap(({ personId, present }) =>
            present ? [<input key={personId} type="hidden" name="truoc" value={personId} />] : [],
          )}
          <div className="roll-people">
            {people.map((person) => (
              <label className="choice" key={person.personId}>
                <input
                  type="checkbox"
                  name="co-mat"
                  value={person.personId}
                  defaultChecked={person.present}
                />
                <LearnerPicture picture={person.picture} />
                <span>
                  {person.fullName}
                  <PersonDetail person={person} />
                </span>
              </label>
            ))}
          </div>
          {pages > 1 ? <p className="hint">{words.page(page, pages)}</p> : null}
          <Actions>
            <Button icon="check" name="trang" value={String(page)}>
              {words.save}
            </Button>
            {page < pages ? (
              <Button icon="next" tone="plain" name="trang" value={String(page + 1)}>
                {words.saveNext}
              </Button>
            ) : null}
            {page > 1 ? (
              <Button icon="back" tone="plain" name="trang" value={String(page - 1)}>
                {words.saveBack}
              </Button>
            ) : null}
          </Actions>
        </form>
      )}
      {search === "" ? null : (
        <ButtonLink href={own} icon="back" tone="plain">
          {words.clear}
        </ButtonLink>
      )}
      <SearchForm
        action={own}
        label={words.search}
        hint={words.searchHint}
        button={words.searchButton}
        query={search}
      />
    </section>
  );
}

/** What tells her from a namesake, or from where she came. */
export function PersonDetail({ person }: { readonly person: RollPerson }) {
  const text = detailOf(person, useWords().group.roll);
  return text === "" ? null : <small>{text}</small>;
}

function detailOf({ namesake, birthYear, villageName }: RollPerson, words: RollWords): string {
  const born = birthYear === null ? words.bornUnknown : words.born(birthYear);
  return [namesake ? born : null, villageName].filter((text) => text !== null).join(", ");
}

interface RollToldProps {
  readonly errors: ReturnType<typeof cardForm.view>["errors"];
  readonly done: keyof RollWords["done"] | "the" | null;
  /** Name of whoever's card was read last. */
  readonly lastScanned: string | null;
}

/** What the last press did, or why it did not. */
export function RollTold({ errors, done, lastScanned }: RollToldProps) {
  const words = useWords().group.roll;
  if (errors.length > 0) return <ErrorSummary title={words.errorTitle} errors={errors} />;
  if (done === null) return null;
  return (
    <Notice tone="success">
      {done === "the" ? words.scanned(lastScanned ?? "") : words.done[done]}
    </Notice>
  );
}

/** For whoever has her card with her. */
export function CardReader({ field }: { readonly field: TextProps }) {
  const words = useWords().group.roll;
  return (
    <Card heading={words.card} icon="qr">
      <form method="post" className="flow">
        <input type="hidden" name="viec" value="the" />
        <TextField {...field} label={words.cardCode} hint={words.cardHint} autoComplete="off" />
        <Actions>
          <Button icon="check" tone="plain">
            {words.cardButton}
          </Button>
          {/* Shown by the script where the phone can read codes. */}
          <button className="btn" type="button" hidden data-scan-card="">
            <Icon name="camera" />
            {words.scan}
          </button>
        </Actions>
      </form>
    </Card>
  );
}

/** Who is on the roll; each can be taken off again. */
export function PresentList({ present }: { readonly present: readonly RollPerson[] }) {
  const words = useWords().group.roll;
  return (
    <Card heading={words.present(present.length)} icon="people" id="co-mat">
      {present.length === 0 ? <p>{words.nobody}</p> : null}
      {present.length === 0 ? null : (
        <form method="post">
          <input type="hidden" name="viec" value="bo" />
          {present.map((person) => (
            <div className="roll-line" key={person.personId}>
              <span>
                {person.fullName} <PersonDetail person={person} />
              </span>
              <Button tone="danger" name="nguoi" value={person.personId}>
                {words.remove}
                <span className="sr-only">{words.removeWhom(person.fullName)}</span>
              </Button>
            </div>
          ))}
        </form>
      )}
    </Card>
  );
}
