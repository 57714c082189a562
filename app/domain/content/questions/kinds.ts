import {
  choiceKind,
  type ChoiceQuestion,
  choiceReader,
  listenKind,
  listenReader,
  pictureKind,
  pictureReader,
} from "./choice.ts";
import type { QuestionKind, QuestionReader } from "./kind.ts";
import { matchKind, type MatchQuestion, matchReader } from "./match.ts";
import { numberKind, type NumberQuestion, numberReader } from "./number.ts";
import { orderKind, type OrderQuestion, orderReader } from "./order.ts";
import { readAloudKind, type ReadAloudQuestion, readAloudReader } from "./read-aloud.ts";
import { sortKind, type SortQuestion, sortReader } from "./sort.ts";
import { wordKind, type WordQuestion, wordReader } from "./word.ts";

/** Every type of question; `lang`: of what is not Vietnamese in it, "" when all is. */
export type Question =
  | ChoiceQuestion
  | NumberQuestion
  | WordQuestion
  | OrderQuestion
  | MatchQuestion
  | SortQuestion
  | ReadAloudQuestion;

export type QuestionType = Question["type"];

const KINDS: Readonly<Record<QuestionType, QuestionKind<Question>>> = {
  one: choiceKind,
  several: choiceKind,
  "true-false": choiceKind,
  picture: pictureKind,
  listen: listenKind,
  number: numberKind,
  word: wordKind,
  order: orderKind,
  match: matchKind,
  sort: sortKind,
  "read-aloud": readAloudKind,
};

/** How each is written. Apart from `KINDS`: a phone reads no Markdown. */
export const READERS: Readonly<Record<QuestionType, QuestionReader<Question>>> = {
  one: choiceReader("one"),
  several: choiceReader("several"),
  "true-false": choiceReader("true-false"),
  picture: pictureReader,
  listen: listenReader,
  number: numberReader,
  word: wordReader,
  order: orderReader,
  match: matchReader,
  sort: sortReader,
  "read-aloud": readAloudReader,
};

export function kindOf({ type }: Question): QuestionKind<Question> {
  return KINDS[type];
}
