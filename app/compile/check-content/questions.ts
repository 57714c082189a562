import { plainText, type Question, questionWords } from "#app/domain/content/index.ts";
import type { Lesson } from "#app/domain/content/index.ts";

import { type Checked, type Finding, fileOf, findingAt } from "./finding.ts";
import { syllables } from "./sentences.ts";

const FEWEST_QUESTIONS = 4;
const POOL_TO_DRAW = 1.5;
/** A right answer so much longer than the longest wrong one is found without knowing anything. */
const MUCH_LONGER = 1.25;
const LETTERS_LONGER = 8;
/** Of the questions with as many choices, so many at most have the right one at the same place. */
const SAME_PLACE: Readonly<Record<number, number>> = { 2: 0.7, 3: 0.5, 4: 0.45, 5: 0.4 };
const ENOUGH_TO_COUNT = 8;
/** True-false: so large a share at most is "Sai", and "Đúng". */
const SAME_VERDICT = 0.6;
const VERDICTS_TO_COUNT = 5;
/** Where the right answer is the longest more often than by chance, length gives it away. */
const LONGEST_TOO_OFTEN = 0.45;
/** So many of the words two questions may share before they are one. */
const ALIKE = 0.75;

const COUNTS: Readonly<Record<string, number>> = { hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6 };

interface Placed {
  readonly file: string;
  readonly question: Question;
}

/** What makes the questions of a course guessable, unclear or few. */
export function checkQuestions(checked: Checked): readonly Finding[] {
  const { course } = checked;
  const placed = [...course.lessons, course.final].flatMap((lesson) =>
    lesson.questions.map((question) => ({ file: fileOf(checked, lesson.id), question })),
  );
  return [
    ...course.lessons.flatMap((lesson) => fewQuestions(checked, lesson)),
    ...poolFindings(checked),
    ...placed.flatMap((one) => oneFindings(checked, one)),
    ...placeFindings(placed),
    ...verdictFindings(placed),
    ...longestFindings(placed),
    ...alikeFindings(checked, placed),
  ];
}

function fewQuestions(checked: Checked, { id, questions }: Lesson): readonly Finding[] {
  if (questions.length >= FEWEST_QUESTIONS) return [];
  const message = `Bài có ${questions.length} câu hỏi, cần ít nhất ${FEWEST_QUESTIONS}.`;
  return [{ file: fileOf(checked, id), line: 1, message }];
}

function poolFindings({ course: { final } }: Checked): readonly Finding[] {
  const { draw } = final.quiz;
  const pool = final.questions.length;
  if (draw !== null && pool >= draw * POOL_TO_DRAW) return [];
  const message =
    draw === null
      ? "Bài kiểm tra cần draw: rút một số câu trong số câu đã viết."
      : `Rút ${draw} câu thì cần viết ít nhất ${Math.ceil(draw * POOL_TO_DRAW)} câu, đang có ${pool}.`;
  return [{ file: "final.md", line: 1, message }];
}

function promptOf({ question }: Placed): string {
  return plainText(question.prompt);
}

function oneFindings(checked: Checked, placed: Placed): readonly Finding[] {
  const { file, question } = placed;
  const at = { file, text: promptOf(placed) };
  const told = (message: string) => [findingAt(checked, at, `Câu hỏi “${question.id}” ${message}`)];
  return [
    ...(plainText(question.explanation).startsWith("Vì sao: ") &&
    syllables(plainText(question.explanation)) > 4
      ? []
      : told("cần lời giải thích “Vì sao: …” dài hơn bốn tiếng.")),
    ...(question.type === "several" ? countFindings(at.text, question, told) : []),
    ...(question.type === "one" || question.type === "listen"
      ? lengthFindings(question, told)
      : []),
  ];
}

type Choosing = Extract<Question, { readonly choices: readonly unknown[] }>;
type Tell = (message: string) => readonly Finding[];

/** Whoever is to choose several is told how many, or to choose all. */
function countFindings(prompt: string, { choices }: Choosing, told: Tell): readonly Finding[] {
  const right = choices.filter(({ correct }) => correct).length;
  const words = /chọn (?:ra )?(?:(?<all>tất cả|hết|mọi)|(?<count>hai|ba|bốn|năm|sáu|\d))/iu.exec(
    prompt,
  );
  if (words === null) return told("cần nói chọn mấy câu, như “Chọn hai câu” hay “Chọn tất cả”.");
  const count = words.groups?.["count"];
  if (count === undefined) return [];
  const asked = COUNTS[count.toLowerCase()] ?? Number(count);
  return asked === right ? [] : told(`bảo chọn ${count} mà có ${right} câu đúng.`);
}

/** Lengths in letters of the right choice and of the longest wrong one. */
function lengthsOf({ choices }: Choosing): { readonly right: number; readonly wrong: number } {
  const lengthOf = (correct: boolean) =>
    Math.max(
      0,
      ...choices
        .filter((choice) => choice.correct === correct)
        .map(({ text }) => plainText(text).length),
    );
  return { right: lengthOf(true), wrong: lengthOf(false) };
}

function lengthFindings(question: Choosing, told: Tell): readonly Finding[] {
  const { right, wrong } = lengthsOf(question);
  return right > wrong * MUCH_LONGER && right - wrong >= LETTERS_LONGER
    ? told("có câu đúng dài hơn hẳn các câu sai. Hãy viết một câu sai dài bằng.")
    : [];
}

function choosing(placed: readonly Placed[]): readonly Choosing[] {
  return placed.flatMap(({ question }) =>
    question.type === "one" || question.type === "listen" || question.type === "picture"
      ? [question]
      : [],
  );
}

function placeFindings(placed: readonly Placed[]): readonly Finding[] {
  return Object.entries(SAME_PLACE).flatMap(([count, most]) => {
    const questions = choosing(placed).filter(({ choices }) => choices.length === Number(count));
    if (questions.length < ENOUGH_TO_COUNT) return [];
    return Array.from({ length: Number(count) }, (_, place) => {
      const there = questions.filter(({ choices }) => choices[place]?.correct === true).length;
      return there / questions.length <= most
        ? []
        : [
            ofCourse(
              `Trong ${questions.length} câu có ${count} đáp án, câu đúng đứng thứ ${place + 1} tới ${there} lần. Hãy đổi chỗ vài câu.`,
            ),
          ];
    }).flat();
  });
}

function ofCourse(message: string): Finding {
  return { file: "course.md", line: 1, message };
}

function verdictFindings(placed: readonly Placed[]): readonly Finding[] {
  const questions = placed.flatMap(({ question }) =>
    question.type === "true-false" ? [question] : [],
  );
  if (questions.length < VERDICTS_TO_COUNT) return [];
  const wrong = questions.filter(({ choices }) => choices[1]?.correct === true).length;
  const share = Math.max(wrong, questions.length - wrong) / questions.length;
  return share <= SAME_VERDICT
    ? []
    : [
        ofCourse(
          `Trong ${questions.length} câu đúng–sai có ${wrong} câu “Sai”. Hãy để hai bên gần bằng nhau.`,
        ),
      ];
}

function longestFindings(placed: readonly Placed[]): readonly Finding[] {
  const questions = choosing(placed).filter(
    ({ type, choices }) => type === "one" && choices.length > 2,
  );
  if (questions.length < ENOUGH_TO_COUNT) return [];
  const longest = questions.filter((question) => {
    const { right, wrong } = lengthsOf(question);
    return right > wrong;
  }).length;
  return longest / questions.length <= LONGEST_TOO_OFTEN
    ? []
    : [
        ofCourse(
          `Câu đúng là câu dài nhất ở ${longest} trong ${questions.length} câu hỏi. Hãy viết câu sai dài hơn ở vài câu.`,
        ),
      ];
}

/** The same story asked twice is memory, not skill. */
function alikeFindings(checked: Checked, placed: readonly Placed[]): readonly Finding[] {
  const known = placed.map((one) => ({ one, words: wordsOf(one.question) }));
  return known.flatMap(({ one, words }, at) => {
    const twin = known.slice(0, at).find((other) => alike(words, other.words));
    if (twin === undefined) return [];
    const message = `Câu hỏi “${one.question.id}” giống câu “${twin.one.question.id}” ở ${twin.one.file}. Hãy đổi câu chuyện.`;
    return [findingAt(checked, { file: one.file, text: promptOf(one) }, message)];
  });
}

/** Words of what is asked and of what is to be chosen, put in order or matched. */
function wordsOf(question: Question): ReadonlySet<string> {
  const parts = questionWords(question).map(({ text }) => text);
  const texts = [question.prompt, ...parts].map((part) => plainText(part));
  return new Set(
    texts
      .join(" ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length;
  return one.size > 4 && shared / Math.max(one.size, other.size) > ALIKE;
}
