import type { Meeting } from "#app/domain/centres/index.ts";
import { formatDay } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

interface ClassCoverProps {
  readonly meeting: Meeting;
  /** Null when the course is no longer in the catalogue. */
  readonly courseTitle: string | null;
  /** The lesson is another text than when the class was opened. */
  readonly changed: boolean;
  /** The lesson is still there. */
  readonly shown: boolean;
  /** The course whose sheet tells how to teach without phones; null when it has none. */
  readonly sheetOf: string | null;
}

/** A class at a glance, and the four things to do in it. */
export function ClassCover({ meeting, courseTitle, changed, shown, sheetOf }: ClassCoverProps) {
  const words = useWords().group.class;
  const { meetingId, placeName, heldOn, minutes, promoterName, promoterOffice } = meeting;
  const params = { meeting: meetingId };
  const open = meeting.closedAt === null;
  const led = [promoterName, promoterOffice].filter((text) => text !== "").join(", ");
  return (
    <>
      {open ? null : <Notice tone="info">{words.closed}</Notice>}
      {changed ? <Notice tone="warning">{words.changed}</Notice> : null}
      {shown ? null : <Notice tone="warning">{words.gone}</Notice>}
      <Actions>
        {shown ? (
          <ButtonLink href={href("classes/lesson", params)} icon="learn">
            {words.start}
          </ButtonLink>
        ) : null}
        {open ? (
          <ButtonLink
            href={href("classes/roll-call", params)}
            icon="people"
            tone={shown ? "plain" : "primary"}
          >
            {words.roll}
          </ButtonLink>
        ) : null}
        <ButtonLink href={href("classes/closing", params)} icon="check" tone="plain">
          {open ? words.finish : words.recorded}
        </ButtonLink>
      </Actions>
      <Card>
        <Facts
          rows={[
            ...(courseTitle === null ? [] : [{ label: words.course, value: courseTitle }]),
            { label: words.place, value: placeName },
            { label: words.day, value: formatDay(heldOn) },
            { label: words.minutes, value: words.minutesOf(minutes) },
            { label: words.promoter, value: led },
            { label: words.present, value: words.people(meeting.present) },
          ]}
        />
        <a className="back" href={href("files/class-list-pdf", params)}>
          {words.sheet}
        </a>
        {sheetOf === null ? null : (
          <a className="back" href={href("learn/group-sheet", { course: sheetOf })}>
            {words.guide}
          </a>
        )}
      </Card>
      {open ? (
        <details>
          <summary>{words.how}</summary>
          <ol className="steps">
            {words.howSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      ) : null}
    </>
  );
}
