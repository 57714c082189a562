import { type CourseText, textsOf } from "./course-texts.ts";
import { type Checked, type Finding, findingAt } from "./finding.ts";

/** So many syllables are read in one breath. */
const LONGEST = 20;
const LONGEST_ON_AVERAGE = 15;
const MOST_SENTENCES = 3;
/** So many syllables without a break are a wall to whoever reads slowly. */
const LONGEST_BLOCK = 60;
const LONGEST_GOAL = 15;

/** Sentences, and what is read with a pause as after one. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?…:;]["”)]?)\s+|\n/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => syllables(sentence) > 0);
}

export function syllables(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Sentences that are too long, paragraphs without a break, two persons in one sentence. */
export function checkSentences(checked: Checked): readonly Finding[] {
  const texts = textsOf(checked.course, checked.files).filter(isVietnamese);
  const sentences = texts.flatMap((text) => sentencesOf(text.text));
  const total = sentences.reduce((sum, sentence) => sum + syllables(sentence), 0);
  const average = total / Math.max(sentences.length, 1);
  return [
    ...texts.flatMap((text) => sentenceFindings(checked, text)),
    ...texts.flatMap((text) => blockFindings(checked, text)),
    ...goalFindings(checked),
    ...(average <= LONGEST_ON_AVERAGE
      ? []
      : [
          {
            file: "course.md",
            line: 1,
            message: `Câu trong khóa học dài trung bình ${average.toFixed(1)} tiếng, nhiều nhất ${LONGEST_ON_AVERAGE}.`,
          },
        ]),
  ];
}

function isVietnamese({ lang, kind }: CourseText): boolean {
  return lang === "vi" && kind !== "reading";
}

function sentenceFindings(checked: Checked, { file, text }: CourseText): readonly Finding[] {
  return sentencesOf(text).flatMap((sentence) => {
    const length = syllables(sentence);
    const shown = `“${sentence.split(/\s+/u).slice(0, 6).join(" ")}…”`;
    const at = { file, text: sentence };
    return [
      ...(length > LONGEST
        ? [
            findingAt(
              checked,
              at,
              `Câu ${shown} dài ${length} tiếng, nhiều nhất ${LONGEST}. Hãy cắt đôi.`,
            ),
          ]
        : []),
      ...(/\bbà con(?![\p{L}])/iu.test(sentence) && /(?<!\p{L})mình(?!\p{L})/iu.test(sentence)
        ? [findingAt(checked, at, `Câu ${shown} có cả “bà con” và “mình”. Hãy chọn một.`)]
        : []),
    ];
  });
}

function blockFindings(checked: Checked, { file, text, kind }: CourseText): readonly Finding[] {
  if (kind === "alt") return [];
  const length = syllables(text);
  const count = text.split(/(?<=[.!?…])\s+/u).length;
  const shown = `“${text.split(/\s+/u).slice(0, 6).join(" ")}…”`;
  return [
    ...(length > LONGEST_BLOCK
      ? [
          findingAt(
            checked,
            { file, text },
            `Đoạn ${shown} dài ${length} tiếng, nhiều nhất ${LONGEST_BLOCK}. Hãy tách đoạn.`,
          ),
        ]
      : []),
    ...(count > MOST_SENTENCES
      ? [
          findingAt(
            checked,
            { file, text },
            `Đoạn ${shown} có ${count} câu, nhiều nhất ${MOST_SENTENCES}.`,
          ),
        ]
      : []),
  ];
}

/** A goal is read first: two short sentences. */
function goalFindings(checked: Checked): readonly Finding[] {
  return checked.course.lessons.flatMap(({ id, goal }) => {
    const file = checked.files.get(id) ?? "";
    const sentences = goal.split(/(?<=[.!?…])\s+/u);
    const isShort = sentences.every((sentence) => syllables(sentence) <= LONGEST_GOAL);
    return sentences.length === 2 && isShort
      ? []
      : [
          findingAt(
            checked,
            { file, text: goal },
            `Mục goal cần hai câu, mỗi câu nhiều nhất ${LONGEST_GOAL} tiếng.`,
          ),
        ];
  });
}
