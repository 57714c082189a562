import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { SelectField } from "#app/kit/field.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";

import type { openingForm } from "./form.ts";

interface OpenClassProps {
  readonly places: readonly { readonly placeId: string; readonly placeName: string }[];
  readonly courses: readonly {
    readonly id: string;
    readonly title: string;
    readonly lessons: readonly { readonly id: string; readonly title: string }[];
  }[];
  /** Becomes the class's, so that a second press opens no second one. */
  readonly meetingId: string;
  readonly view: ReturnType<typeof openingForm.view>;
}

/** Where, and which lesson. */
export function OpenClass({ places, courses, meetingId, view }: OpenClassProps) {
  const words = useWords().group.open;
  const { placeId, lesson } = view.fields;
  return (
    <Card heading={words.heading} icon="plus">
      <ErrorSummary title={words.errorTitle} errors={view.errors} />
      <form method="post" className="flow">
        <input type="hidden" name="ma" value={meetingId} />
        <SelectField
          {...placeId}
          label={words.place}
          options={places.map((place) => ({ value: place.placeId, label: place.placeName }))}
        />
        {/* Not required by the browser, whose own words may be English. */}
        <SelectField {...lesson} required={false} label={words.lesson} placeholder={words.choose}>
          {courses.map(({ id, title, lessons }) => (
            <optgroup key={id} label={title}>
              {lessons.map((each, index) => (
                <option key={each.id} value={`${id}/${each.id}`}>
                  {words.lessonOption(index + 1, each.title)}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <Actions>
          <Button icon="people">{words.button}</Button>
        </Actions>
      </form>
    </Card>
  );
}
