import { useWords, type Words } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { describedBy, HintAndError, SelectField } from "#app/kit/field.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";

export type OpeningFault = keyof Words["group"]["open"]["faults"];

/** What was typed, and what is wrong with it. */
export interface RefusedOpening {
  readonly placeId: string;
  readonly lesson: string;
  readonly faults: readonly OpeningFault[];
}

export const OPENING_FIELDS = { placeId: "noi", lesson: "bai" } as const;

interface OpenClassProps {
  readonly places: readonly { readonly placeId: string; readonly placeName: string }[];
  readonly courses: readonly {
    readonly id: string;
    readonly title: string;
    readonly lessons: readonly { readonly id: string; readonly title: string }[];
  }[];
  /** Becomes the class's, so that a second press opens no second one. */
  readonly meetingId: string;
  readonly refused: RefusedOpening | undefined;
}

/** Where, and which lesson. */
export function OpenClass({ places, courses, meetingId, refused }: OpenClassProps) {
  const words = useWords().group.open;
  const faultOf = (...known: readonly OpeningFault[]) =>
    refused?.faults.find((fault) => known.includes(fault));
  const errorOf = (...known: readonly OpeningFault[]) => {
    const fault = faultOf(...known);
    return fault === undefined ? undefined : words.faults[fault];
  };
  const lessonError = errorOf("lesson", "unknown-lesson");
  return (
    <Card heading={words.heading} icon="plus">
      {refused === undefined ? null : (
        <ErrorSummary
          title={words.errorTitle}
          errors={refused.faults.map((fault) => ({
            name:
              fault === "lesson" || fault === "unknown-lesson"
                ? OPENING_FIELDS.lesson
                : OPENING_FIELDS.placeId,
            message: words.faults[fault],
          }))}
        />
      )}
      <form method="post" className="flow">
        <input type="hidden" name="ma" value={meetingId} />
        <SelectField
          name={OPENING_FIELDS.placeId}
          label={words.place}
          options={places.map(({ placeId, placeName }) => ({ value: placeId, label: placeName }))}
          defaultValue={refused?.placeId}
          error={errorOf("placeId", "no-office", "registered-elsewhere")}
        />
        <div className="field">
          <label htmlFor={OPENING_FIELDS.lesson}>{words.lesson}</label>
          <HintAndError id={OPENING_FIELDS.lesson} hint={undefined} error={lessonError} />
          <select
            className="input"
            id={OPENING_FIELDS.lesson}
            name={OPENING_FIELDS.lesson}
            defaultValue={refused?.lesson ?? ""}
            aria-describedby={describedBy(OPENING_FIELDS.lesson, undefined, lessonError)}
            aria-invalid={lessonError === undefined ? undefined : true}
          >
            <option value="">{words.choose}</option>
            {courses.map(({ id, title, lessons }) => (
              <optgroup key={id} label={title}>
                {lessons.map((lesson, index) => (
                  <option key={lesson.id} value={`${id}/${lesson.id}`}>
                    {words.lessonOption(index + 1, lesson.title)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        <Actions>
          <Button icon="people">{words.button}</Button>
        </Actions>
      </form>
    </Card>
  );
}
