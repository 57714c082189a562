import type { PhrasingContent } from "mdast";

import type { Inline, Picture, Sound } from "../block.ts";
import { attribute, isTask } from "../fence.ts";
import { inlinesOf } from "../inlines.ts";
import { type BlockNode, type Fence, lineOf, type Reading } from "../markdown.ts";
import { pictureAt, soundAt } from "../media-at.ts";
import { pictureMedia } from "../media-part.ts";
import { plainText } from "../plain-text.ts";
import { commonOf, isEachOnce, isWithin, languageOf, type Parts } from "../question-parts.ts";
import {
  inVietnamese,
  joinedResponse,
  noMedia,
  type QuestionBase,
  type QuestionKind,
  type QuestionReader,
} from "./kind.ts";

/** A choice is named by its place in the file, from 0. */
export interface Choice {
  readonly text: readonly Inline[];
  readonly correct: boolean;
}

/** A picture to choose; its text is the picture's alternative. */
interface PictureChoice extends Choice {
  readonly picture: Picture;
}

interface OneQuestion extends QuestionBase {
  readonly type: "one" | "several" | "true-false";
  readonly choices: readonly Choice[];
}

interface PictureQuestion extends QuestionBase {
  readonly type: "picture";
  readonly choices: readonly PictureChoice[];
}

interface ListenQuestion extends QuestionBase {
  readonly type: "listen";
  readonly lang: string;
  readonly sound: Sound;
  readonly choices: readonly Choice[];
}

export type ChoiceQuestion = OneQuestion | PictureQuestion | ListenQuestion;
type ChoiceType = ChoiceQuestion["type"];

const chosen = {
  isRight({ choices }, response) {
    const given = new Set(response);
    const right = rightPlaces(choices);
    return given.size === right.length && right.every((place) => given.has(place));
  },
  right: ({ choices }) => rightPlaces(choices),
  rightText: ({ choices }) => joined(choices.filter(({ correct }) => correct)),
  text: ({ choices }, response) =>
    joined(choices.filter((_, place) => response.includes(String(place)))),
  shown: ({ choices }) => ({ choices: textsOf(choices) }),
  interaction: ({ choices }) => ({
    interactionType: "choice",
    choices: textsOf(choices),
    correctResponsesPattern: [joinedResponse(rightPlaces(choices))],
  }),
  told: joinedResponse,
  words: ({ choices }) => textsOf(choices).map((text) => inVietnamese(text)),
  media: noMedia,
} satisfies QuestionKind<ChoiceQuestion>;

export const choiceKind: QuestionKind<OneQuestion> = chosen;

export const pictureKind: QuestionKind<PictureQuestion> = {
  ...chosen,
  shown: ({ choices }) => ({
    choices: textsOf(choices),
    pictures: choices.map(({ picture }) => picture),
  }),
  media: ({ choices }) => choices.flatMap(({ picture }) => pictureMedia(picture)),
};

export const listenKind: QuestionKind<ListenQuestion> = {
  ...chosen,
  shown: ({ choices, lang, sound }) => ({ choices: textsOf(choices), lang, sound }),
  media: ({ sound }) => [sound],
};

/** Places of the chosen choices, from "0", in any order. */
function rightPlaces(choices: readonly Choice[]): readonly string[] {
  return choices.flatMap(({ correct }, place) => (correct ? [String(place)] : []));
}

function textsOf(choices: readonly Choice[]): readonly (readonly Inline[])[] {
  return choices.map(({ text }) => text);
}

function joined(choices: readonly Choice[]): string {
  return choices.map(({ text }) => plainText(text)).join("; ");
}

export function choiceReader(type: OneQuestion["type"]): QuestionReader<OneQuestion> {
  return { attributes: [], holdsAnswers: isTasks, read: readerOf(type) };
}

export const pictureReader: QuestionReader<PictureQuestion> = {
  attributes: [],
  holdsAnswers: isTasks,
  read: pictureQuestion,
};

export const listenReader: QuestionReader<ListenQuestion> = {
  attributes: ["sound", "lang"],
  holdsAnswers: isTasks,
  read: listenQuestion,
};

/** Whether this is a list of `- [ ]`. */
export function isTasks(node: BlockNode): boolean {
  return node.type === "list" && node.children.some((item) => isTask(item));
}

function choicesOf({ answer }: Parts, reading: Reading): readonly Choice[] {
  return tasksOf(answer, reading).map(({ words, correct }) => ({
    text: inlinesOf(words, reading),
    correct,
  }));
}

function readerOf(type: OneQuestion["type"]) {
  return (parts: Parts, reading: Reading): OneQuestion | null => {
    const choices = choicesOf(parts, reading);
    return areInShape(type, parts, choices, reading) ? { ...commonOf(parts), type, choices } : null;
  };
}

function pictureQuestion(parts: Parts, reading: Reading): PictureQuestion | null {
  const choices = tasksOf(parts.answer, reading).flatMap(
    ({ words: [image, ...more], correct }): readonly PictureChoice[] => {
      if (image?.type !== "image" || more.length > 0) return [];
      const alt = image.alt ?? "";
      const picture = pictureAt(image.url, alt, lineOf(image), reading);
      return picture === null ? [] : [{ text: [{ type: "text", text: alt }], correct, picture }];
    },
  );
  const type = "picture";
  return areInShape(type, parts, choices, reading) ? { ...commonOf(parts), type, choices } : null;
}

function listenQuestion(parts: Parts, reading: Reading, node: Fence): ListenQuestion | null {
  const choices = choicesOf(parts, reading);
  const file = attribute(node, "sound");
  const lang = languageOf(node, reading);
  if (file === "") {
    reading.complain(
      parts.line,
      `Câu hỏi “${parts.id}” cần tệp để nghe, như sound=media/gia-tien.mp3.`,
    );
    return null;
  }
  const sound = soundAt(file, parts.line, reading);
  if (!areInShape("listen", parts, choices, reading) || sound === null) return null;
  return { ...commonOf(parts), type: "listen", lang, sound, choices };
}

/** What stands in each `- [ ]`, with whether it is right. */
function tasksOf(
  answer: BlockNode | null,
  reading: Reading,
): readonly { readonly words: readonly PhrasingContent[]; readonly correct: boolean }[] {
  if (answer?.type !== "list") return [];
  return answer.children.flatMap((item) => {
    const [text, ...more] = item.children;
    if (!isTask(item) || text?.type !== "paragraph" || more.length > 0) {
      reading.complain(lineOf(item), "Mỗi đáp án là một dòng - [ ] hoặc - [x], có chữ.");
      return [];
    }
    return [{ words: text.children, correct: item.checked === true }];
  });
}

interface Shape {
  readonly choices: readonly [fewest: number, most: number];
  readonly right: readonly [fewest: number, most: number];
  readonly rule: string;
}

const SHAPES: Readonly<Record<ChoiceType, Shape>> = {
  one: { choices: [2, 5], right: [1, 1], rule: "cần 2–5 đáp án, đúng một - [x]" },
  several: { choices: [3, 6], right: [2, 6], rule: "cần 3–6 đáp án, từ hai - [x] trở lên" },
  "true-false": {
    choices: [2, 2],
    right: [1, 1],
    rule: "cần hai dòng Đúng và Sai, đúng một - [x]",
  },
  picture: {
    choices: [2, 4],
    right: [1, 1],
    rule: "cần 2–4 hình, mỗi dòng - [ ] ![mô tả](media/…), đúng một - [x]",
  },
  listen: { choices: [2, 5], right: [1, 1], rule: "cần 2–5 đáp án, đúng một - [x]" },
};

/** Whether choices have the shape that their type asks; else it complains. */
function areInShape(
  type: ChoiceType,
  { id, line }: Parts,
  choices: readonly Choice[],
  reading: Reading,
): boolean {
  const shape = SHAPES[type];
  const right = choices.filter(({ correct }) => correct).length;
  const texts = choices.map(({ text }) => plainText(text));
  const fits =
    isWithin(choices.length, shape.choices) &&
    isWithin(right, shape.right) &&
    isEachOnce(texts) &&
    (type !== "true-false" || texts.join("|") === "Đúng|Sai");
  if (!fits) {
    reading.complain(line, `Câu hỏi “${id}” ${shape.rule}, không có hai đáp án giống nhau.`);
  }
  return fits;
}
