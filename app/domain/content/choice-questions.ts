import type { PhrasingContent } from "mdast";

import { attribute, isTask } from "./fence.ts";
import { inlinesOf } from "./inlines.ts";
import { type BlockNode, type Fence, lineOf, type Reading } from "./markdown.ts";
import { pictureAt, soundAt } from "./media-at.ts";
import { plainText } from "./plain-text.ts";
import type { Choice, PictureChoice, Question } from "./question.ts";
import { commonOf, isEachOnce, isWithin, languageOf, type Parts } from "./question-parts.ts";

type ChoiceType = Extract<
  Question["type"],
  "one" | "several" | "true-false" | "picture" | "listen"
>;

function choicesOf({ answer }: Parts, reading: Reading): readonly Choice[] {
  return tasksOf(answer, reading).map(({ words, correct }) => ({
    text: inlinesOf(words, reading),
    correct,
  }));
}

export function choiceQuestion(
  type: "one" | "several" | "true-false",
  parts: Parts,
  reading: Reading,
): Question | null {
  const choices = choicesOf(parts, reading);
  return areInShape(type, parts, choices, reading) ? { ...commonOf(parts), type, choices } : null;
}

export function pictureQuestion(parts: Parts, reading: Reading): Question | null {
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

export function listenQuestion(node: Fence, parts: Parts, reading: Reading): Question | null {
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
