// Learners and attestors at work; each notes what it sent and what was promised.
import { setTimeout as sleep } from "node:timers/promises";

import { v7 as uuidv7 } from "uuid";

import { type Catalogue, type Lesson, type Question, rightResponse } from "#app/domain/content/index.ts";
import { idOf } from "#app/domain/learning/learning-statements.ts";
import type { Dice } from "#app/server/sample/dice.ts";

import type { Ledger } from "./kill-rounds-ledger.ts";
import {
  type Fields,
  hiddenFields,
  insist,
  offered,
  readForms,
  signIn,
  type Visitor,
} from "./kill-rounds-visitor.ts";

export interface Person {
  readonly cardCode: string;
  readonly pin: string;
  readonly accountId: string;
  readonly personId: string;
}

/** One person at work. */
export interface Worker {
  readonly visitor: Visitor;
  readonly person: Person;
  readonly dice: Dice;
  readonly ledger: Ledger;
}

const MS_TO_THINK_AT_MOST = 200;

/** Does one thing after another until it is told to stop. */
export async function keepActing(
  { dice }: Worker,
  hasEnded: () => boolean,
  act: () => Promise<void>,
): Promise<void> {
  while (!hasEnded()) {
    await act();
    await sleep(dice.roll(MS_TO_THINK_AT_MOST));
  }
}

/** Opens a lesson, answers its questions, and now and then presses twice or signs in again. */
export async function learn(worker: Worker, catalogue: Catalogue): Promise<void> {
  const { visitor, person, dice, ledger } = worker;
  if (dice.chance(3)) {
    await signIn(visitor, person.cardCode, person.pin);
    ledger.signIns += 1;
  }
  const course = dice.pick(catalogue);
  const lesson = dice.pick([...course.lessons, course.final]);
  const address = `/hoc/${course.id}/${lesson.id}`;
  const page = await insist(() => visitor.get(address));
  if (page.status !== 200) throw new Error(`${address} answered ${page.status}`);
  ledger.opened.add(idOf(person.accountId, course.id, lesson.id, "opened"));

  const quiz = await insist(() => visitor.get(`${address}/cau-hoi`));
  const [token] = offered(quiz.body, "token");
  if (token === undefined) {
    // All tries of the day are used up.
    if (quiz.status === 200) return;
    throw new Error(`${address}/cau-hoi has no token: ${quiz.status}`);
  }
  const attemptId = idOf(person.accountId, "attempt", token);
  const questions = askedOf(lesson, quiz.body);
  ledger.sentAttempts.set(attemptId, {
    answered: questions.map(({ id }) => idOf(attemptId, "answered", id)),
    judged: idOf(attemptId, "attempted"),
  });
  const fields = [["token", token] as const, ...answersTo(questions, dice)];
  const send = () => insist(() => visitor.post(`${address}/cau-hoi`, fields));
  for (const sent of await Promise.all(dice.chance(10) ? [send(), send()] : [send()])) {
    const told = sent.location.split("/").at(-1);
    if (sent.status !== 303 || told !== attemptId) {
      throw new Error(`${address}/cau-hoi answered ${sent.status} ${sent.location}`);
    }
    ledger.attempts.add(attemptId);
  }
  // The page that the answer led to; whether its attempt stands is for the books to say.
  if (dice.chance(20)) await insist(() => visitor.get(`${address}/ket-qua/${attemptId}`));
}

/** The questions that were drawn; where each has a page of its own, all are. */
function askedOf({ questions }: Lesson, html: string): readonly Question[] {
  const shown = questions.filter(({ id }) => html.includes(`name="answer.${id}"`));
  return shown.length > 1 ? shown : questions;
}

/** Right for the most part, and always something. */
function answersTo(questions: readonly Question[], dice: Dice): Fields {
  return questions.flatMap((question) => {
    const responses = dice.chance(85) ? rightResponse(question) : ["0"];
    return responses.map((response) => [`answer.${question.id}`, response] as const);
  });
}

/** Confirms an indicator of a resident in words of its own, or agrees to a file. */
export async function attest(worker: Worker): Promise<void> {
  const { visitor, dice, ledger } = worker;
  const list = await insist(() => visitor.get("/xac-nhan"));
  const people = [...list.body.matchAll(/href="(\/xac-nhan\/[0-9a-f-]{36})"/gu)].flatMap(
    ([, address]) => address ?? [],
  );
  const address = dice.pick(people);
  const page = await insist(() => visitor.get(address));
  const forms = readForms(page.body);
  const agreeing = forms.find((form) => form.some(({ value }) => value === "dong-y"));
  const confirming = forms.filter((form) => form.some(({ value }) => value === "xac-nhan"));
  if (agreeing !== undefined && dice.chance(30)) {
    await say(worker, address, [...hiddenFields(agreeing), ["act", "dong-y"], ["words", ""]]);
    ledger.endorsed.add(agreeing.find(({ name }) => name === "assessmentId")?.value ?? "");
  } else if (confirming.length > 0) {
    const form = dice.pick(confirming);
    const level = dice.pick(form.filter(({ name }) => name === "level")).value;
    const words = `Lượt ${uuidv7()}`;
    await say(worker, address, [...hiddenFields(form), ["level", level], ["words", words]]);
    ledger.attested.add(words);
  }
}

async function say({ visitor }: Worker, address: string, fields: Fields): Promise<void> {
  const said = await insist(() => visitor.post(address, fields));
  if (said.status !== 303) throw new Error(`${address} answered ${said.status}`);
}
