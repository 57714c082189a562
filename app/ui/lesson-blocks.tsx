import type { ReactNode } from "react";

import { type Block, type Inline, plainText } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Icon } from "./icon.tsx";
import { Inlines } from "./inlines.tsx";

export interface LessonBlocksProps {
  readonly blocks: readonly Block[];
  /** The course's folder as an address, no slash at the end; a picture is `<mediaBase>/media/….svg`. */
  readonly mediaBase: string;
  /** What stands at the foot of a practice: the button that ticks it, or the word that it is done. */
  readonly practiceAction?: ((practiceId: string) => ReactNode) | undefined;
}

/** A lesson's text in reading order, under the page's <h1>. */
export function LessonBlocks({ blocks, ...rest }: LessonBlocksProps) {
  return blocks.map((block, index) => <OneBlock key={index} block={block} {...rest} />);
}

type OneBlockProps = Omit<LessonBlocksProps, "blocks"> & { readonly block: Block };

// oxlint-disable-next-line eslint/complexity -- one case for each kind of block, and no other branch
function OneBlock({ block, ...rest }: OneBlockProps) {
  switch (block.type) {
    case "paragraph":
      return (
        <p data-ear="">
          <Inlines inlines={block.children} />
        </p>
      );
    case "heading":
      return <Heading level={block.level} words={block.children} />;
    case "list":
      return (
        <List ordered={block.ordered}>
          <Items items={block.items} {...rest} />
        </List>
      );
    case "steps":
      return (
        <ol className="steps" data-ear="">
          <Items items={block.items} {...rest} />
        </ol>
      );
    case "picture":
      return <Picture picture={block} mediaBase={rest.mediaBase} />;
    case "table":
      return <Grid head={block.head} rows={block.rows} />;
    case "vocabulary":
      return <Grid head={block.head} rows={block.rows} lang={block.lang} />;
    case "quote":
      return (
        <blockquote className="flow" data-ear="">
          <LessonBlocks blocks={block.children} {...rest} />
        </blockquote>
      );
    case "warning":
    case "tip":
      return <Aside kind={block.type} blocks={block.children} {...rest} />;
    case "practice":
      return (
        <Aside kind="practice" id={block.id} blocks={block.children} {...rest}>
          {rest.practiceAction?.(block.id)}
        </Aside>
      );
    case "dialogue":
      return <Dialogue lang={block.lang} lines={block.lines} />;
  }
}

interface HeadingProps {
  readonly level: 2 | 3;
  readonly words: readonly Inline[];
}

function Heading({ level, words }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag data-ear="">
      <Inlines inlines={words} />
    </Tag>
  );
}

interface ListProps {
  readonly ordered: boolean;
  readonly children: ReactNode;
}

function List({ ordered, children }: ListProps) {
  const Tag = ordered ? "ol" : "ul";
  return (
    <Tag className="bullets" data-ear="">
      {children}
    </Tag>
  );
}

type ItemsProps = Omit<LessonBlocksProps, "blocks"> & {
  readonly items: readonly (readonly Block[])[];
};

function Items({ items, ...rest }: ItemsProps) {
  return items.map((blocks, index) => (
    <li key={index}>
      <LessonBlocks blocks={blocks} {...rest} />
    </li>
  ));
}

type AsideProps = LessonBlocksProps & {
  readonly kind: "warning" | "tip" | "practice";
  readonly id?: string;
  readonly children?: ReactNode;
};

function Aside({ kind, id, children, ...rest }: AsideProps) {
  const words = useWords().common.lesson;
  return (
    <section className={`aside aside-${kind} flow`} id={id} data-ear="">
      <p className="title">
        <Icon name={kind} size={28} />
        {words[kind]}
      </p>
      <LessonBlocks {...rest} />
      {children}
    </section>
  );
}

type PictureProps = {
  readonly picture: Extract<Block, { type: "picture" }>;
  readonly mediaBase: string;
};

function Picture({ picture, mediaBase }: PictureProps) {
  const { src, alt, caption, width, height } = picture;
  return (
    <figure className="picture">
      <img
        src={`${mediaBase}/${src}`}
        alt={alt}
        loading="lazy"
        decoding="async"
        width={width}
        height={height}
      />
      {caption === "" ? null : <figcaption>{caption}</figcaption>}
    </figure>
  );
}

type Cells = readonly (readonly Inline[])[];

interface GridProps {
  readonly head: Cells;
  readonly rows: readonly Cells[];
  /** Of the words in the first column, where they are not Vietnamese. */
  readonly lang?: string;
}

/** Up to two columns stay a table on a phone; more become cards, and words stand over their reading. */
function gridClass(columns: number, isVocabulary: boolean): string {
  if (isVocabulary && columns === 3) return "data words";
  return columns > 2 ? "data cards" : "data pair";
}

function Grid({ head, rows, lang }: GridProps) {
  const { vocabulary } = useWords().common.lesson;
  const columns = head.length;
  return (
    <table className={gridClass(columns, lang !== undefined)} data-ear="">
      {lang === undefined ? null : <caption>{vocabulary}</caption>}
      <thead>
        <tr>
          {head.map((cell, column) => (
            <th key={column} scope="col">
              <Inlines inlines={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={column} scope="row" lang={lang}>
                  <Inlines inlines={cell} />
                </th>
              ) : (
                <td
                  key={column}
                  data-label={columns > 2 ? plainText(head[column] ?? []) : undefined}
                >
                  <span>
                    <Inlines inlines={cell} />
                  </span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Dialogue({ lang, lines }: { readonly lang: string; readonly lines: Cells }) {
  const { dialogue } = useWords().common.lesson;
  return (
    <section className="dialogue" data-ear="">
      <p className="title">
        <Icon name="chat" size={28} />
        {dialogue}
      </p>
      <ul>
        {lines.map((line, index) => (
          <DialogueLine key={index} lang={lang} line={line} />
        ))}
      </ul>
    </section>
  );
}

const MEANING_FOLLOWS = " — ";

/** "**Khách:** How much is this? — Cái này bao nhiêu tiền?": who speaks, what is said, what it means. */
function DialogueLine({ lang, line }: { readonly lang: string; readonly line: readonly Inline[] }) {
  const speaker = line[0]?.type === "strong" ? line.slice(0, 1) : [];
  const [said, meaning] = splitAtMeaning(line.slice(speaker.length));
  return (
    <li>
      <Inlines inlines={speaker} />
      <span lang={lang}>
        <Inlines inlines={said} />
      </span>
      {meaning.length === 0 ? null : (
        <span className="meaning">
          <Inlines inlines={meaning} />
        </span>
      )}
    </li>
  );
}

function splitAtMeaning(line: readonly Inline[]): [readonly Inline[], readonly Inline[]] {
  const at = line.findIndex((part) => part.type === "text" && part.text.includes(MEANING_FOLLOWS));
  const part = line[at];
  if (part?.type !== "text") return [line, []];
  const cut = part.text.indexOf(MEANING_FOLLOWS);
  const before: Inline = { type: "text", text: part.text.slice(0, cut) };
  const after: Inline = { type: "text", text: part.text.slice(cut + MEANING_FOLLOWS.length) };
  return [
    [...line.slice(0, at), before],
    [after, ...line.slice(at + 1)],
  ];
}
