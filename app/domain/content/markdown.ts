import type { BlockContent, DefinitionContent, Root, RootContent } from "mdast";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

import type { MediaFile } from "./media-file.ts";
import type { Complain } from "./problem.ts";

/** What may stand in a block's place in the tree of a Markdown text. */
export type BlockNode = BlockContent | DefinitionContent;

/** A `:::name{…}` fence with what it holds. */
export type Fence = Extract<BlockNode, { readonly type: "containerDirective" }>;

/** What turning one file's tree into blocks needs. */
export interface Reading {
  /** The file's text, to which the tree's offsets point. */
  readonly source: string;
  /** By their path from the course's folder: "media/quet-ma.svg". */
  readonly media: ReadonlyMap<string, MediaFile>;
  /** What of `media` the file shows, each as path and hash; filled while it is read. */
  readonly shown: Set<string>;
  readonly complain: Complain;
  /** Takes down what is allowed but weak. */
  readonly advise: Complain;
}

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ["yaml"])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective);

export function parseMarkdown(source: string): Root {
  return processor.parse(source);
}

interface Placed {
  readonly position?: Root["position"];
}

/** The line a node begins on, from 1. */
export function lineOf({ position }: Placed): number {
  return position?.start.line ?? 1;
}

/** The text a node was read from. */
export function sourceOf({ position }: Placed, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

const BLOCKS = new Set<string>([
  "blockquote",
  "code",
  "containerDirective",
  "definition",
  "footnoteDefinition",
  "heading",
  "html",
  "leafDirective",
  "list",
  "paragraph",
  "table",
  "thematicBreak",
] satisfies BlockNode["type"][]);

export function isBlockNode(node: RootContent): node is BlockNode {
  return BLOCKS.has(node.type);
}
