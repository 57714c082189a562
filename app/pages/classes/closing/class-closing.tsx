import type { Meeting, RollPerson } from "#app/domain/centres/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PersonDetail } from "#app/pages/classes/roll-call/roll-call.tsx";
import { href } from "#app/routes.ts";

interface ClassClosingProps {
  readonly meeting: Meeting;
  readonly present: readonly RollPerson[];
  /** Questions that hands were counted at. */
  readonly questions: number;
}

/** What closing will write down, with the names, before it is done. */
export function ClassClosing({ meeting, present, questions }: ClassClosingProps) {
  const words = useWords().group.finish;
  const nobody = present.length === 0;
  return (
    <Card heading={words.will} icon="portfolio">
      {nobody ? (
        <Notice tone="warning" title={words.nobody}>
          {words.nobodyText}
        </Notice>
      ) : (
        <>
          <p>
            <strong>{words.summary(present.length, meeting.topic, meeting.minutes)}</strong>
          </p>
          <p>{words.each}</p>
          {questions === 0 ? null : <p>{words.hands(questions)}</p>}
          <Names present={present} />
        </>
      )}
      <form method="post" className="flow">
        <input type="hidden" name="viec" value="ket-thuc" />
        <Actions>
          <Button icon="check">{words.button}</Button>
          <ButtonLink
            href={href("classes/roll-call", { meeting: meeting.meetingId })}
            icon="people"
            tone="plain"
          >
            {words.toRoll}
          </ButtonLink>
        </Actions>
      </form>
    </Card>
  );
}

function Names({ present }: Pick<ClassClosingProps, "present">) {
  const words = useWords().group.finish;
  return (
    <details open>
      <summary>{words.names(present.length)}</summary>
      <ol className="bullets">
        {present.map((person) => (
          <li key={person.personId}>
            {person.fullName} <PersonDetail person={person} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What was written down, and the way to take it back on the same day. */
export function ClassClosed(props: ClassClosingProps & { readonly mayTakeBack: boolean }) {
  const { meeting, present, questions, mayTakeBack } = props;
  const { finish: words, class: classWords } = useWords().group;
  return (
    <>
      <Card heading={words.did} icon="portfolio">
        {present.length === 0 ? (
          <p>{words.nobodyDone}</p>
        ) : (
          <>
            <p>
              <strong>{words.summary(present.length, meeting.topic, meeting.minutes)}</strong>
            </p>
            {questions === 0 ? null : <p>{words.hands(questions)}</p>}
            {mayTakeBack ? <Removable present={present} /> : <Names present={present} />}
          </>
        )}
        <a className="back" href={href("files/class-list-pdf", { meeting: meeting.meetingId })}>
          {classWords.sheet}
        </a>
      </Card>
      {mayTakeBack ? (
        <Card heading={words.reopen} icon="edit">
          <form method="post" className="flow">
            <input type="hidden" name="viec" value="mo-lai" />
            <p>{words.reopenText}</p>
            <Actions>
              <Button tone="danger">{words.reopen}</Button>
            </Actions>
          </form>
        </Card>
      ) : null}
    </>
  );
}

function Removable({ present }: Pick<ClassClosingProps, "present">) {
  const words = useWords().group.finish;
  return (
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
  );
}
