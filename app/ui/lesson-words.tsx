import type { ReactNode } from "react";

import {
  type Block,
  type DialogueLine,
  type Inline,
  plainText,
} from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Icon } from "./icon.tsx";
import { Inlines } from "./inlines.tsx";
import { PictureView, Recording } from "./lesson-media.tsx";

type Cells = readonly (readonly Inline[])[];
type VocabularyBlock = Extract<Block, { readonly type: "vocabulary" }>;
type DialogueBlock = Extract<Block, { readonly type: "dialogue" }>;

/** Up to two columns stay a table on a phone; more become cards. */
export function Grid({ head, rows }: { readonly head: Cells; readonly rows: readonly Cells[] }) {
  return (
    <table className={gridClass(head.length)} data-ear="">
      <Head head={head} />
      <tbody>
        {rows.map((row, index) => (
          <Row key={index} head={head} cells={row} />
        ))}
      </tbody>
    </table>
  );
}

/** Words to learn; three columns put the reading under the word. */
export function Vocabulary({
  block: { lang, head, words },
  mediaBase,
}: {
  readonly block: VocabularyBlock;
  readonly mediaBase: string;
}) {
  const { common, authoring } = useWords();
  return (
    <table className={head.length === 3 ? "data words" : gridClass(head.length)}>
      <caption>{common.lesson.vocabulary}</caption>
      <Head head={head} />
      <tbody>
        {words.map(({ cells, sound, picture }, index) => (
          <Row key={index} {...{ head, cells, lang }}>
            {picture === null ? null : <PictureView {...{ picture, mediaBase }} />}
            {sound === null ? null : (
              <Recording {...{ sound, lang, mediaBase }} label={authoring.media.listen} />
            )}
          </Row>
        ))}
      </tbody>
    </table>
  );
}

function gridClass(columns: number): string {
  return columns > 2 ? "data cards" : "data pair";
}

function Head({ head }: { readonly head: Cells }) {
  return (
    <thead>
      <tr>
        {head.map((cell, column) => (
          <th key={column} scope="col">
            <Inlines inlines={cell} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly head: Cells;
  readonly cells: Cells;
  /** Of the word in the first column, where it is not Vietnamese. */
  readonly lang?: string;
  readonly children?: ReactNode;
}

function Row({ head, cells, lang, children }: RowProps) {
  return (
    <tr>
      {cells.map((cell, column) =>
        column === 0 ? (
          <th key={column} scope="row" lang={lang} data-ear={lang}>
            <Inlines inlines={cell} />
            {children}
          </th>
        ) : (
          <td key={column} data-label={head.length > 2 ? plainText(head[column] ?? []) : undefined}>
            <span>
              <Inlines inlines={cell} />
            </span>
          </td>
        ),
      )}
    </tr>
  );
}

/** Who says what in turn, and what it means. */
export function Dialogue({
  block: { lang, lines },
  mediaBase,
}: {
  readonly block: DialogueBlock;
  readonly mediaBase: string;
}) {
  const { dialogue } = useWords().common.lesson;
  return (
    <section className="dialogue">
      <p className="title">
        <Icon name="chat" size={28} />
        {dialogue}
      </p>
      <ul>
        {lines.map((line, index) => (
          <Line key={index} {...{ lang, line, mediaBase }} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly lang: string;
  readonly line: DialogueLine;
  readonly mediaBase: string;
}

function Line({ lang, line, mediaBase }: LineProps) {
  const words = useWords().authoring.media;
  const { speaker, said, meaning, sound, slow } = line;
  return (
    <li>
      <Inlines inlines={speaker} />
      <div data-ear={lang}>
        <span lang={lang}>
          <Inlines inlines={said} />
        </span>
        {sound === null ? null : <Recording {...{ sound, lang, mediaBase }} label={words.listen} />}
        {slow === null ? null : (
          <Recording {...{ lang, mediaBase }} sound={slow} label={words.listenSlow} slow />
        )}
      </div>
      {meaning.length === 0 ? null : (
        <span className="meaning" data-ear="">
          <Inlines inlines={meaning} />
        </span>
      )}
    </li>
  );
}
