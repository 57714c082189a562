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
      return inline.text;
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
    case "break":
      return <br />;
  }
}
