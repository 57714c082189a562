import type { ReactNode } from "react";

import type { Block, Inline } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { ButtonLink } from "#app/kit/button.tsx";
import { fileSize } from "#app/kit/file-size.ts";
import { Icon } from "#app/kit/icon.tsx";
import { Inlines } from "#app/kit/inlines.tsx";
import { PictureView, Recording, useLanguageName } from "./lesson-media.tsx";
import { Dialogue, Grid, Vocabulary } from "./lesson-words.tsx";

export interface LessonBlocksProps {
  readonly blocks: readonly Block[];
  /** The course's folder as an address, no slash at the end; a picture is `<mediaBase>/<its src>`. */
  readonly mediaBase: string;
  /** What stands at the foot of a practice: the button that ticks it, or the word that it is done. */
  readonly practiceAction?: ((practiceId: string) => ReactNode) | undefined;
  /** They are read aloud with what they stand in, not each by itself. */
  readonly within?: true | undefined;
}

/**
 * A lesson's text in reading order, under the page's <h1>. What is read aloud in one go carries
 * `data-ear`: "", or the language where that is not Vietnamese.
 */
export function LessonBlocks({ blocks, ...rest }: LessonBlocksProps) {
  return blocks.map((block, index) => <OneBlock key={index} block={block} {...rest} />);
}

type Around = Omit<LessonBlocksProps, "blocks">;
type OneBlockProps = Around & { readonly block: Block };

// oxlint-disable-next-line eslint/complexity -- one case for each kind of block, and no other branch
function OneBlock({ block, ...rest }: OneBlockProps) {
  const ear = earOf(rest);
  const { mediaBase } = rest;
  switch (block.type) {
    case "paragraph":
      return (
        <p {...ear}>
          <Inlines inlines={block.children} />
        </p>
      );
    case "heading":
      return <Heading level={block.level} words={block.children} {...rest} />;
    case "list":
      return (
        <List ordered={block.ordered} {...rest}>
          <Items items={block.items} {...rest} within />
        </List>
      );
    case "steps":
      return (
        <ol className="steps" {...ear}>
          <Items items={block.items} {...rest} within />
        </ol>
      );
    case "picture":
      return (
        <figure className="picture">
          <PictureView picture={block} mediaBase={mediaBase} />
          {block.caption === "" ? null : <figcaption>{block.caption}</figcaption>}
        </figure>
      );
    case "table":
      return <Grid {...block} ear={ear["data-ear"]} />;
    case "vocabulary":
      return <Vocabulary {...{ block, mediaBase }} />;
    case "quote":
      return (
        <blockquote className="flow" {...ear}>
          <LessonBlocks blocks={block.children} {...rest} within />
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
      return <Dialogue {...{ block, mediaBase }} />;
    case "audio":
      return <Recorded block={block} {...rest} />;
    case "download":
      return <Download block={block} {...rest} />;
  }
}

/** Marks what is read aloud in one go. */
function earOf({ within }: Around): { readonly "data-ear"?: "" } {
  return within === true ? {} : { "data-ear": "" };
}

type HeadingProps = Around & { readonly level: 2 | 3; readonly words: readonly Inline[] };

function Heading({ level, words, ...rest }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag {...earOf(rest)}>
      <Inlines inlines={words} />
    </Tag>
  );
}

type ListProps = Around & { readonly ordered: boolean; readonly children: ReactNode };

function List({ ordered, children, ...rest }: ListProps) {
  const Tag = ordered ? "ol" : "ul";
  return (
    <Tag className="bullets" {...earOf(rest)}>
      {children}
    </Tag>
  );
}

type ItemsProps = Around & { readonly items: readonly (readonly Block[])[] };

function Items({ items, ...rest }: ItemsProps) {
  return items.map((blocks, index) => (
    <li key={index}>
      <LessonBlocks blocks={blocks} {...rest} within />
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
    <section className={`aside aside-${kind} flow`} id={id} {...earOf(rest)}>
      <p className="title">
        <Icon name={kind} size={28} />
        {words[kind]}
      </p>
      <LessonBlocks {...rest} within />
      {children}
    </section>
  );
}

type RecordedProps = Around & { readonly block: Extract<Block, { type: "audio" }> };

function Recorded({ block: { sounds, children }, ...rest }: RecordedProps) {
  const { inLanguage } = useWords().authoring.media;
  const nameOf = useLanguageName();
  return (
    <section className="flow" {...earOf(rest)}>
      <LessonBlocks blocks={children} {...rest} within />
      {sounds.map(({ lang, ...sound }) => (
        <Recording
          key={lang}
          {...{ sound, lang }}
          label={inLanguage(nameOf(lang))}
          mediaBase={rest.mediaBase}
        />
      ))}
    </section>
  );
}

type DownloadProps = Around & { readonly block: Extract<Block, { type: "download" }> };

function Download({ block: { src, bytes, format, children }, ...rest }: DownloadProps) {
  const { download } = useWords().authoring.media;
  return (
    <section className="card flow" {...earOf(rest)}>
      <LessonBlocks blocks={children} {...rest} within />
      <ButtonLink href={`${rest.mediaBase}/${src}`} icon="download" tone="plain" download>
        {download(format.toUpperCase(), fileSize(bytes))}
      </ButtonLink>
    </section>
  );
}
