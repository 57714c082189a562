import type { Block, DialogueLine, WordRow } from "./block.ts";
import type { Lesson } from "./course.ts";
import { type MediaPart, pictureMedia, soundMedia } from "./media-part.ts";
import { kindOf, type Question } from "./questions/kinds.ts";

/** Every file that a lesson and its questions show, each once: what a phone keeps beside the text. */
export function mediaOf(lesson: Pick<Lesson, "blocks" | "questions">): readonly MediaPart[] {
  const parts = [...blocksMedia(lesson.blocks), ...lesson.questions.flatMap(questionMedia)];
  return [...new Map(parts.map(({ src, bytes }) => [src, { src, bytes }])).values()];
}

function blocksMedia(blocks: readonly Block[]): readonly MediaPart[] {
  return blocks.flatMap((block) => blockMedia(block));
}

// oxlint-disable-next-line eslint/complexity -- one case for each kind of block
function blockMedia(block: Block): readonly MediaPart[] {
  switch (block.type) {
    case "picture":
      return pictureMedia(block);
    case "list":
    case "steps":
      return block.items.flatMap((item) => blocksMedia(item));
    case "quote":
    case "warning":
    case "tip":
    case "practice":
      return blocksMedia(block.children);
    case "audio":
      return [...block.sounds, ...blocksMedia(block.children)];
    case "download":
      return [block, ...blocksMedia(block.children)];
    case "dialogue":
      return block.lines.flatMap(({ sound, slow }: DialogueLine) => soundMedia(sound, slow));
    case "vocabulary":
      return block.words.flatMap(({ sound, picture }: WordRow) => [
        ...soundMedia(sound),
        ...(picture === null ? [] : pictureMedia(picture)),
      ]);
    case "paragraph":
    case "heading":
    case "table":
      return [];
  }
}

function questionMedia(question: Question): readonly MediaPart[] {
  return [
    ...blocksMedia(question.prompt),
    ...blocksMedia(question.explanation),
    ...kindOf(question).media(question),
  ];
}
