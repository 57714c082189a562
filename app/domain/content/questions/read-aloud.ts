import type { Sound } from "../block.ts";
import { attribute } from "../fence.ts";
import type { Fence, Reading } from "../markdown.ts";
import { soundAt } from "../media-at.ts";
import { soundMedia } from "../media-part.ts";
import { commonOf, languageOf, type Parts } from "../question-parts.ts";
import { isTasks } from "./choice.ts";
import {
  isSame,
  joinedResponse,
  type QuestionBase,
  type QuestionKind,
  type QuestionReader,
} from "./kind.ts";

/** `text` is said aloud, and compared with the model by whoever said it. */
export interface ReadAloudQuestion extends QuestionBase {
  readonly type: "read-aloud";
  readonly lang: string;
  readonly text: string;
  readonly sound: Sound | null;
}

/** What is answered by whoever has said it like the model, and by whoever has not. */
const SAME = "same";
const AGAIN = "again";

export const readAloudKind: QuestionKind<ReadAloudQuestion> = {
  isRight: (_, response) => isSame([SAME], response),
  right: () => [SAME],
  rightText: ({ text }) => text,
  text: (_, [response]) => {
    if (response === SAME) return "đọc giống mẫu";
    return response === AGAIN ? "chưa giống, cần đọc lại" : "";
  },
  shown: ({ lang, text, sound }) => ({ lang, text, ...(sound === null ? {} : { sound }) }),
  interaction: () => ({ interactionType: "other", correctResponsesPattern: [SAME] }),
  told: joinedResponse,
  words: ({ text, lang }) => [{ text: [{ type: "text", text }], lang }],
  media: ({ sound }) => soundMedia(sound),
};

export const readAloudReader: QuestionReader<ReadAloudQuestion> = {
  attributes: ["text", "lang", "sound"],
  holdsAnswers: isTasks,
  read: readAloudQuestion,
};

function readAloudQuestion(parts: Parts, reading: Reading, node: Fence): ReadAloudQuestion | null {
  const text = attribute(node, "text").trim();
  const file = attribute(node, "sound");
  if (text === "" || parts.answer !== null) {
    reading.complain(
      parts.line,
      `Câu hỏi “${parts.id}” cần lời để đọc, như text="How much is this?"; không có ô - [ ].`,
    );
    return null;
  }
  const sound = file === "" ? null : soundAt(file, parts.line, reading);
  if (file !== "" && sound === null) return null;
  return { ...commonOf(parts), type: "read-aloud", lang: languageOf(node, reading), text, sound };
}
