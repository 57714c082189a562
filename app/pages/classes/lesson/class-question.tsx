import type { ReactNode } from "react";

import type { ShowOfHands } from "#app/domain/centres/index.ts";
import type { Block } from "#app/domain/content/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { ClassMatter } from "./class-matter.tsx";
import { describedBy, HintAndError } from "#app/kit/field.tsx";
import type { TextProps } from "#app/kit/form.ts";
import { DataTable } from "#app/kit/data-table.tsx";
import { LessonBlocks } from "#app/pages/learn/blocks/lesson-blocks.tsx";
import { PictureView } from "#app/pages/learn/blocks/lesson-media.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { Chart } from "#app/kit/chart.tsx";
import { Badge } from "#app/kit/progress.tsx";
import type { AskedQuestion } from "#app/pages/learn/blocks/question.tsx";

import { type RefusedHands, viewHands } from "./form.ts";

/** What hands are raised for. */
interface Option {
  readonly key: string;
  /** "" for the words "right" and "wrong". */
  readonly label: string;
  /** Told with the answer alone. */
  readonly right: boolean;
}

interface ClassQuestionProps {
  readonly question: {
    readonly id: string;
    readonly number: number;
    readonly of: number;
    /** As it is put before anybody: nothing in it tells the answer. */
    readonly asked: AskedQuestion;
    readonly votesFirst: boolean;
    readonly revealed: boolean;
    readonly options: readonly Option[];
    readonly hands: ShowOfHands | null;
    /** In words; "" before it is shown. */
    readonly answer: string;
    readonly explanation: readonly Block[];
  };
  readonly mediaBase: string;
  /** This page's address, with its step. */
  readonly href: string;
  /** Hands may still be counted. */
  readonly open: boolean;
  /** A count that was typed and is none. */
  readonly refused: RefusedHands | undefined;
}

/** A question put to the group: hands first where there are choices, else the answer first. */
export function ClassQuestion(props: ClassQuestionProps) {
  const { question, mediaBase } = props;
  const { number, of, asked, votesFirst, revealed } = question;
  const words = useWords().group.hands;
  return (
    <>
      <h2>{words.question(number, of)}</h2>
      <LessonBlocks blocks={asked.prompt} mediaBase={mediaBase} />
      <ClassMatter {...{ asked, mediaBase, votesFirst }} />
      {revealed ? <Told {...props} /> : votesFirst ? <Vote {...props} /> : <SayAloud {...props} />}
    </>
  );
}

/** Before the answer, where there are choices. */
function Vote(props: ClassQuestionProps) {
  const { href, open } = props;
  const words = useWords().group.hands;
  return (
    <>
      {open ? <HandsForm {...props} /> : <Choices {...props} />}
      <Reveal href={href}>{open ? words.skip : words.show}</Reveal>
      {open ? <p className="hint">{words.group}</p> : null}
    </>
  );
}

/** Before the answer, where it is spoken. */
function SayAloud({ href }: ClassQuestionProps) {
  const words = useWords().group.hands;
  return (
    <>
      <p>{words.say}</p>
      <Reveal href={href}>{words.show}</Reveal>
    </>
  );
}

function Reveal({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Actions>
      <ButtonLink href={`${href}&xem=1`} icon="info" tone="plain">
        {children}
      </ButtonLink>
    </Actions>
  );
}

/** The answer, and the hands. */
function Told(props: ClassQuestionProps) {
  const { question, href, open } = props;
  const { votesFirst, hands } = question;
  const words = useWords().group.hands;
  return (
    <>
      <Answer {...props} />
      {hands === null ? null : <HandsChart {...question} hands={hands} />}
      {open && !votesFirst ? <HandsForm {...props} /> : null}
      {open && votesFirst ? (
        <Actions>
          <ButtonLink href={href} icon="edit" tone="plain">
            {words.again}
          </ButtonLink>
        </Actions>
      ) : null}
    </>
  );
}

function Choices({ question, mediaBase }: ClassQuestionProps) {
  const words = useWords().group.hands;
  const { options, asked } = question;
  return (
    <ol className="bullets">
      {options.map((option, place) => (
        <li key={option.key}>
          {labelOf(option, place, words)}
          <ChoicePicture {...{ asked, place, mediaBase }} />
        </li>
      ))}
    </ol>
  );
}

interface ChoicePictureProps {
  readonly asked: AskedQuestion;
  readonly place: number;
  readonly mediaBase: string;
}

/** Where the choices are pictures. */
function ChoicePicture({ asked, place, mediaBase }: ChoicePictureProps) {
  const picture = asked.pictures?.[place];
  return picture === undefined ? null : <PictureView {...{ picture, mediaBase }} />;
}

function Answer({ question, mediaBase }: ClassQuestionProps) {
  const words = useWords().group.hands;
  return (
    <div className="review is-right flow">
      <p>
        {words.answer}: <strong>{question.answer}</strong>
      </p>
      <LessonBlocks blocks={question.explanation} mediaBase={mediaBase} />
    </div>
  );
}

function HandsForm({ question, refused, mediaBase }: ClassQuestionProps) {
  const words = useWords().group.hands;
  const { id, options, hands, votesFirst } = question;
  const { lines, errors } = viewHands(options, { refused, hands }, words.fault);
  return (
    <form method="post" className="flow">
      <ErrorSummary title={words.errorTitle} errors={errors} />
      {/* What Enter in a field presses. */}
      <button className="sr-only" tabIndex={-1} aria-hidden="true">
        {words.save}
      </button>
      <input type="hidden" name="cau" value={id} />
      <p>
        <strong>{votesFirst ? words.ask : words.askAfter}</strong>
      </p>
      <div>
        {lines.map(({ option, field }, place) => (
          <HandsLine
            key={option.key}
            optionKey={option.key}
            label={labelOf(option, place, words)}
            field={field}
            picture={<ChoicePicture {...{ place, mediaBase }} asked={question.asked} />}
          />
        ))}
      </div>
      <Actions>
        <Button icon="check">{votesFirst ? words.save : words.saveAfter}</Button>
      </Actions>
    </form>
  );
}

interface HandsLineProps {
  readonly optionKey: string;
  readonly label: string;
  readonly field: TextProps;
  /** Of the choice, where it is one. */
  readonly picture: ReactNode;
}

function HandsLine({ optionKey, label, field, picture }: HandsLineProps) {
  const words = useWords().group.hands;
  const { id, name, error, defaultValue, maxLength } = field;
  return (
    <div className="hands-line">
      <div>
        <label htmlFor={id}>{label}</label>
        <HintAndError {...{ id, error }} hint={undefined} />
        {picture}
      </div>
      <span className="hands-count">
        <button className="btn" name="bot" value={optionKey} aria-label={words.less(label)}>
          −
        </button>
        <input
          className="input"
          {...{ id, name, defaultValue, maxLength }}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          aria-describedby={describedBy(id, undefined, error)}
          aria-invalid={error === undefined ? undefined : true}
        />
        <button className="btn" name="them" value={optionKey} aria-label={words.more(label)}>
          +
        </button>
      </span>
    </div>
  );
}

interface HandsChartProps {
  readonly options: readonly Option[];
  readonly hands: ShowOfHands;
}

/** A bar for each choice, and the same figures as a table for every reader. */
function HandsChart({ options, hands }: HandsChartProps) {
  const words = useWords().group.hands;
  const raised = (key: string) => hands[key] ?? 0;
  const most = Math.max(1, ...options.map(({ key }) => raised(key)));
  return (
    <Chart caption={words.chart}>
      <div aria-hidden="true">
        {options.map((option, place) => (
          <div className="bars" key={option.key}>
            <p>
              {labelOf(option, place, words)}{" "}
              {option.right && option.label !== "" ? (
                <Badge tone="success" icon="check">
                  {words.isRight}
                </Badge>
              ) : null}
            </p>
            <svg width="100%" height="30">
              <rect className="ground" width="100%" height="30" />
              <rect
                className={option.right ? "self" : "suggested"}
                width={`${Math.round((1000 * raised(option.key)) / most) / 10}%`}
                y="3"
                height="24"
              />
            </svg>
            <span>
              <strong>{formatNumber(raised(option.key))}</strong>
            </span>
          </div>
        ))}
      </div>
      <details>
        <summary>{words.table}</summary>
        <DataTable
          caption={words.chart}
          captionHidden
          columns={[
            { key: "option", label: words.option },
            { key: "raised", label: words.raised, align: "right" },
          ]}
          rows={options.map((option, place) => ({
            id: option.key,
            cells: {
              option: option.right
                ? `${labelOf(option, place, words)} (${words.isRight})`
                : labelOf(option, place, words),
              raised: formatNumber(raised(option.key)),
            },
          }))}
        />
      </details>
    </Chart>
  );
}

function labelOf({ key, label }: Option, place: number, words: Words["group"]["hands"]): string {
  if (label !== "") return label;
  return key === "right" || key === "wrong" ? words[key] : words.choice(place + 1);
}
