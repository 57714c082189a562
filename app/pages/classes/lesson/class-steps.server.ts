import { handsOptions, slidesOf, votesFirst } from "#app/domain/centres/index.ts";
import type { MeetingView } from "#app/domain/centres/index.server.ts";
import { publicQuestion, type Question, rightAnswerText } from "#app/domain/content/index.ts";

import { textOf } from "#app/server/http/form.server.ts";

type Found = NonNullable<MeetingView["found"]>;

/** How many pages a lesson has on the wall: its text, then its questions. */
export function countSteps({ lesson }: Found): number {
  return slidesOf(lesson).length + lesson.questions.length;
}

/** A number of a step from an address, held within the lesson; the first when it is none. */
export function readStep(text: string | null, steps: number): number {
  const step = /^\d{1,4}$/u.test(text ?? "") ? Number(text) : 1;
  return Math.min(Math.max(step, 1), Math.max(steps, 1));
}

/** The question that stands at a step, or null: text stands there. */
export function questionAt({ lesson }: Found, step: number): Question | null {
  return lesson.questions[step - 1 - slidesOf(lesson).length] ?? null;
}

/** What a step shows; of a question its answer only when it is asked for. */
export function stepView(
  { found, hands }: Pick<MeetingView, "hands"> & { readonly found: Found },
  step: number,
  revealed: boolean,
) {
  const question = questionAt(found, step);
  if (question === null) {
    const slide = slidesOf(found.lesson)[step - 1];
    return { kind: "text" as const, heading: slide?.heading ?? null, blocks: slide?.blocks ?? [] };
  }
  const first = votesFirst(question);
  return {
    kind: "question" as const,
    id: question.id,
    number: found.lesson.questions.indexOf(question) + 1,
    of: found.lesson.questions.length,
    asked: publicQuestion(question),
    votesFirst: first,
    revealed,
    // The right one goes out with the answer alone.
    options: handsOptions(question).map(({ key, label, right }) => ({
      key,
      label,
      right: revealed && right,
    })),
    hands: hands[question.id] ?? null,
    answer: revealed ? rightAnswerText(question) : "",
    explanation: revealed ? question.explanation : [],
  };
}

/** The rest of the next address: back to the same line after one more or less, else on to the answer. */
export function afterHands(form: FormData, question: Question): string {
  const changed = textOf(form, "them") || textOf(form, "bot");
  const line = handsOptions(question).find(({ key }) => key === changed);
  if (line === undefined) return "&xem=1";
  return `${votesFirst(question) ? "" : "&xem=1"}#tay.${line.key}`;
}
