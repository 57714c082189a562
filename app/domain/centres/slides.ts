import { type Block, type Inline, type Lesson, plainText } from "#app/domain/content/index.ts";

/** What is shown at once on a projector: one matter, in big type. */
export interface Slide {
  /** Of the part of the lesson that it belongs to; null before the first. */
  readonly heading: readonly Inline[] | null;
  readonly blocks: readonly Block[];
}

/** Text that runs on; everything else (a picture, steps, a table, a warning) has a page of its own. */
const RUNNING: readonly Block["type"][] = ["paragraph", "list", "quote"];
/** Characters that are read without scrolling, on a phone held up and on a wall. */
const MOST_CHARACTERS = 320;

/** A lesson cut into pages, nothing left out and nothing twice, in the order of the file. */
export function slidesOf({ blocks }: Pick<Lesson, "blocks">): readonly Slide[] {
  const slides: { heading: readonly Inline[] | null; blocks: Block[] }[] = [];
  let heading: readonly Inline[] | null = null;
  /** The page that more may go on; null when a new one has to begin. */
  let open: Block[] | null = null;
  for (const block of blocks) {
    if (block.type === "heading" && block.level === 2) {
      heading = block.children;
      open = null;
      continue;
    }
    if (open === null || !fits(open, block)) {
      open = [];
      slides.push({ heading, blocks: open });
    }
    open.push(block);
    if (block.type !== "heading" && !RUNNING.includes(block.type)) open = null;
  }
  return slides;
}

/** A smaller heading begins a page, and what it stands over goes with it. */
function fits(page: readonly Block[], block: Block): boolean {
  if (page.every(({ type }) => type === "heading")) return true;
  return RUNNING.includes(block.type) && plainText([...page, block]).length <= MOST_CHARACTERS;
}
