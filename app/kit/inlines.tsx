import { Fragment } from "react";

import type { Inline } from "#app/domain/content/index.ts";

/** Words with their marks. */
export function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => (
    <Fragment key={index}>
      <OneInline inline={inline} />
    </Fragment>
  ));
}

function OneInline({ inline }: { readonly inline: Inline }) {
  switch (inline.type) {
    case "text":
      return <Text text={inline.text} />;
    case "strong":
      return (
        <strong>
          <Inlines inlines={inline.children} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Inlines inlines={inline.children} />
        </em>
      );
    case "link":
      return (
        <a href={inline.href}>
          <Inlines inlines={inline.children} />
        </a>
      );
    case "foreign":
      return (
        <span lang={inline.lang}>
          <Inlines inlines={inline.children} />
        </span>
      );
    case "break":
      return <br />;
  }
}

/** Chinese words and the marks between them. */
const CHINESE = /(\p{Script=Han}(?:[\p{Script=Han}，。！？、]*[\p{Script=Han}。！？])?)/u;

/** Chinese amid Vietnamese is marked, so that it gets its own letter shapes and its own voice. */
function Text({ text }: { readonly text: string }) {
  return text.split(CHINESE).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} lang="zh">
        {part}
      </span>
    ),
  );
}
