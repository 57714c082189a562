import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { Notice } from "#app/kit/notice.tsx";
import type { BlockLines, PartLines, UnitLine, UnitStage } from "./package-view.ts";
import { Badge, type BadgeTone, ProgressBar } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

interface PackageCourseProps {
  readonly description: string;
  readonly minutes: number;
  readonly units: number;
  readonly done: { readonly units: number; readonly learned: boolean } | null;
  readonly isOutdated: boolean;
  readonly parts: readonly PartLines[];
  /** Whether she may look into a unit without being judged: for who holds an office. */
  readonly mayBrowse: boolean;
}

/** A course of another maker: where one stands, and a button for each of its units. */
export function PackageCourse(props: PackageCourseProps) {
  const { description, minutes, units, done, isOutdated, parts, mayBrowse } = props;
  const { common, packages } = useWords();
  const words = packages.learner;
  return (
    <>
      <Description text={description} />
      {done?.learned === true ? (
        <Notice tone="success" title={words.completed}>
          {words.completedText}
        </Notice>
      ) : null}
      {isOutdated ? (
        <Notice tone="info" title={words.outdated}>
          {words.outdatedText}
        </Notice>
      ) : null}
      {done === null ? null : <ProgressBar done={done.units} total={units} label={words.begun} />}
      <p className="meta">
        <span>
          <Icon name="list" size={20} />
          {common.course.lessons(units)}
        </span>
        <span>
          <Icon name="clock" size={20} />
          {common.course.minutes(minutes)}
        </span>
      </p>
      <h2>{words.units}</h2>
      <p className="hint">{words.hint}</p>
      <Parts parts={parts} isOutdated={isOutdated} mayBrowse={mayBrowse} />
      {done?.learned === true ? (
        <Actions>
          <ButtonLink href={href("portfolio/book")} icon="portfolio" tone="plain">
            {words.portfolio}
          </ButtonLink>
        </Actions>
      ) : null}
    </>
  );
}

/** As its publisher broke it into paragraphs. */
function Description({ text }: { readonly text: string }) {
  return text
    .split(/\n+/u)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => <p key={paragraph}>{paragraph}</p>);
}

interface PartsProps {
  readonly parts: readonly PartLines[];
  readonly isOutdated: boolean;
  readonly mayBrowse: boolean;
}

function Parts({ parts, ...rest }: PartsProps) {
  return (
    <ul className="flow">
      {parts.map((part) => (
        <li key={part.key}>
          {part.kind === "unit" ? <Unit unit={part} {...rest} /> : <Block block={part} {...rest} />}
        </li>
      ))}
    </ul>
  );
}

function Block({ block, ...rest }: Omit<PartsProps, "parts"> & { readonly block: BlockLines }) {
  return (
    <Card heading={block.title} icon="learn">
      <Parts parts={block.parts} {...rest} />
    </Card>
  );
}

const TONES: Readonly<Record<UnitStage, BadgeTone>> = {
  untouched: "plain",
  opened: "info",
  passed: "success",
  completed: "success",
  waived: "success",
};

function Unit({
  unit,
  isOutdated,
  mayBrowse,
}: Omit<PartsProps, "parts"> & { readonly unit: UnitLine }) {
  const words = useWords().packages.learner;
  const { key, title, stage, isOptional, percent, action, host } = unit;
  return (
    <section className="card flow" id={`bai-${key}`}>
      <h3>{title}</h3>
      <p>
        <Badge tone={TONES[stage]} icon={TONES[stage] === "success" ? "check" : undefined}>
          {words.state[stage]}
        </Badge>
        {isOptional ? <span className="hint"> {words.optional}</span> : null}
      </p>
      {percent === null ? null : <p className="hint">{words.score(percent)}</p>}
      {host === null ? null : <p className="hint">{words.outside(host)}</p>}
      <form method="post">
        <input type="hidden" name="bai" value={key} />
        <Actions>
          <Button icon="next" tone={action === "review" ? "plain" : "primary"}>
            {words[action]}
            <span className="sr-only">: {title}</span>
          </Button>
          {isOutdated ? (
            <Button icon="plus" tone="plain" name="ban-moi" value="co">
              {words.newVersion}
              <span className="sr-only">: {title}</span>
            </Button>
          ) : null}
          {mayBrowse ? (
            <Button icon="search" tone="plain" name="che-do" value="Browse">
              {words.browse}
              <span className="sr-only">: {title}</span>
            </Button>
          ) : null}
        </Actions>
      </form>
    </section>
  );
}

/** Before a unit that lies elsewhere: a form may not lead a browser to another site, a link may. */
export function LeavingForUnit({ url }: { readonly url: string }) {
  const words = useWords().packages.learner.away;
  return (
    <Card heading={words.heading} icon="info">
      <p>{words.text(new URL(url).host)}</p>
      <Actions>
        <ButtonLink href={url} icon="next">
          {words.button}
        </ButtonLink>
      </Actions>
    </Card>
  );
}
