import type { Block, DialogueLine, Picture, Sound, WordRow } from "./block.ts";
import type { Lesson } from "./course.ts";
import type { Question } from "./question.ts";

/** A file that a lesson shows; `src` is an address below the course's folder. */
export interface MediaPart {
  readonly src: string;
  readonly bytes: number;
}

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

function pictureMedia({ src, bytes, small }: Picture): readonly MediaPart[] {
  return small === null ? [{ src, bytes }] : [{ src, bytes }, small];
}

function soundMedia(...sounds: readonly (Sound | null)[]): readonly MediaPart[] {
  return sounds.filter((sound) => sound !== null);
}

function questionMedia(question: Question): readonly MediaPart[] {
  const around = [...blocksMedia(question.prompt), ...blocksMedia(question.explanation)];
  switch (question.type) {
    case "picture":
      return [...around, ...question.choices.flatMap(({ picture }) => pictureMedia(picture))];
    case "listen":
    case "read-aloud":
      return [...around, ...soundMedia(question.sound)];
    case "one":
    case "several":
    case "true-false":
    case "number":
    case "word":
    case "order":
    case "match":
      return around;
  }
}
