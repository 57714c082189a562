import type { Answers } from "#app/domain/learning/index.ts";

import { readForm, textOf, textsOf } from "#app/server/http/form.server.ts";

/** What a page of questions sends, and what is to be done with it. */
export interface QuizSent {
  readonly token: string;
  readonly answers: Answers;
  readonly task: "next" | "previous" | "later" | "send";
  /** Which question the page showed, from 1; null: all. */
  readonly number: number | null;
}

const TASKS = { tiep: "next", truoc: "previous", luu: "later" } as const;
const FIELD = "answer.";
const FIELDS_AT_MOST = 200;

export async function readQuizForm(request: Request): Promise<QuizSent> {
  const form = await readForm(request);
  const names = [...new Set(form.keys())].filter((name) => name.startsWith(FIELD));
  const button = textOf(form, "viec");
  return {
    token: textOf(form, "token"),
    answers: Object.fromEntries(
      names
        .slice(0, FIELDS_AT_MOST)
        .map((name) => [name.slice(FIELD.length), textsOf(form, name)] as const),
    ),
    task: button === "tiep" || button === "truoc" || button === "luu" ? TASKS[button] : "send",
    number: questionNumber(textOf(form, "cau")),
  };
}

/** The number of a question as an address or a form has it; null when it is none. */
export function questionNumber(text: string | null): number | null {
  return text !== null && /^[1-9]\d?$/u.test(text) ? Number(text) : null;
}
