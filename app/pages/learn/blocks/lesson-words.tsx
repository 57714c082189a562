import type { ReactNode } from "react";

import {
  type Block,
  type DialogueLine,
  type Inline,
  plainText,
} from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Icon } from "#app/kit/icon.tsx";
import { Inlines } from "#app/kit/inlines.tsx";
import { PictureView, Recording } from "./lesson-media.tsx";

type Cells = readonly (readonly Inline[])[];
type VocabularyBlock = Extract<Block, { readonly type: "vocabulary" }>;
type DialogueBlock = Extract<Block, { readonly type: "dialogue" }>;

interface GridProps {
  readonly head: Cells;
  readonly rows: readonly Cells[];
  readonly ruled?: true;
  /** "" when it is read aloud by itself. */
  readonly ear: "" | undefined;
}

/** Up to two columns stay a table on a phone, and what is ruled; more become cards. */
export function Grid({ head, rows, ruled, ear }: GridProps) {
  return (
    <table className={ruled ? "data ruled" : gridClass(head.length)} data-ear={ear}>
      <Head head={head} />
      <tbody>
        {rows.map((row, index) => (
          <Row key={index} head={head} cells={row} />
        ))}
      </tbody>
    </table>
  );
}

/**
 * Words to learn; three columns put the reading under the word. The table is read aloud in one go, or
 * word by word where words were recorded.
 */
export function Vocabulary({
  block: { lang, head, words },
  mediaBase,
}: {
  readonly block: VocabularyBlock;
  readonly mediaBase: string;
}) {
  const { common, authoring } = useWords();
  const isRecorded = words.some(({ sound }) => sound !== null);
  return (
    <table
      className={head.length === 3 ? "data words" : gridClass(head.length)}
      data-ear={isRecorded ? undefined : ""}
    >
      <caption>{common.lesson.vocabulary}</caption>
      <Head head={head} />
      <tbody>
        {words.map(({ cells, sound, picture }, index) => (
          <Row key={index} {...{ head, cells, lang }} aloud={isRecorded}>
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
  return columns > 2 ? "data cards told" : "data pair";
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
  /** Its word is read aloud by itself. */
  readonly aloud?: boolean;
  readonly children?: ReactNode;
}

function Row({ head, cells, lang, aloud = false, children }: RowProps) {
  return (
    <tr>
      {cells.map((cell, column) =>
        column === 0 ? (
          <th key={column} scope="row" lang={lang} data-ear={aloud ? lang : undefined}>
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

/** Who says what in turn, and what it means; read aloud in one go, or line by line where recorded. */
export function Dialogue({
  block: { lang, lines },
  mediaBase,
}: {
  readonly block: DialogueBlock;
  readonly mediaBase: string;
}) {
  const { dialogue } = useWords().common.lesson;
  const isRecorded = lines.some(({ sound }) => sound !== null);
  return (
    <section className="dialogue" data-ear={isRecorded ? undefined : ""}>
      <p className="title">
        <Icon name="chat" size={28} />
        {dialogue}
      </p>
      <ul>
        {lines.map((line, index) => (
          <Line key={index} {...{ lang, line, mediaBase }} aloud={isRecorded} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly lang: string;
  readonly line: DialogueLine;
  readonly mediaBase: string;
  readonly aloud: boolean;
}

function Line({ lang, line, mediaBase, aloud }: LineProps) {
  const words = useWords().authoring.media;
  const { speaker, said, meaning, sound, slow } = line;
  return (
    <li data-ear={aloud ? "" : undefined}>
      <Inlines inlines={speaker} />
      <span lang={lang}>
        <Inlines inlines={said} />
      </span>
      {sound === null ? null : <Recording {...{ sound, lang, mediaBase }} label={words.listen} />}
      {slow === null ? null : (
        <Recording {...{ lang, mediaBase }} sound={slow} label={words.listenSlow} slow />
      )}
      {meaning.length === 0 ? null : (
        <span className="meaning">
          <Inlines inlines={meaning} />
        </span>
      )}
    </li>
  );
}
