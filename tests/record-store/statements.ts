import { z } from "zod";

import { type Answer, ask, idsOf, newId, type Part, type Version } from "./ask.ts";

export const SITE = "https://hoc.example";
export const VERB = { id: `${SITE}/verbs/tried` };
export const VOIDED = { id: "http://adlnet.gov/expapi/verbs/voided" };
export const AGENT = { mbox: "mailto:my@ban-pho.example" };
export const ACCOUNT = { homePage: SITE, name: "my" };
export const ACTIVITY = { id: `${SITE}/bai/1` };
export const GROUP = { objectType: "Group", member: [AGENT] };
export const UUID = "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10";
export const REF = { objectType: "StatementRef", id: UUID };
export const SHA1 = "a".repeat(40);
export const SHA2 = "a".repeat(64);

/** Somebody whom no other test knows. */
export function somebody(name = newId()) {
  return { account: { homePage: SITE, name } };
}

/** An activity that no other test knows. */
export const something = (): { readonly id: string } => ({ id: `${SITE}/${newId()}` });

/** Its id is a text, but where a test says otherwise. */
const SentStatement = z.custom<Sent>((value) => typeof value === "object" && value !== null);
export type Sent = Part & { readonly id: string };

/** "She tried lesson 1", with an id of its own; a part that is undefined is left out. */
export function statementWith(parts: Part = {}): Sent {
  const whole = { id: newId(), actor: AGENT, verb: VERB, object: ACTIVITY, ...parts };
  const present = Object.entries(whole).filter(([, part]) => part !== undefined);
  return SentStatement.parse(Object.fromEntries(present));
}

/** The same as something that is only planned. */
export function planned(parts: Part = {}): Sent {
  const { id: _id, ...inner } = statementWith(parts);
  return statementWith({ object: { objectType: "SubStatement", ...inner } });
}

export const voiding = (id: string, parts: Part = {}): Sent =>
  statementWith({ verb: VOIDED, object: { objectType: "StatementRef", id }, ...parts });

export const referring = (id: string, parts: Part = {}): Sent =>
  statementWith({ object: { objectType: "StatementRef", id }, ...parts });

export const definedAs = (definition: unknown): Part => ({ object: { ...ACTIVITY, definition } });

export function post(version: Version, json: unknown): Promise<Answer> {
  return ask("POST", "/statements", { version, json });
}

export function put(version: Version, statement: Sent, statementId = statement.id) {
  return ask("PUT", "/statements", { version, query: { statementId }, json: statement });
}

/** Sends what must be stored for the test to go on. */
export async function stored(version: Version, ...statements: readonly Sent[]): Promise<void> {
  const answer = await post(version, statements);
  if (answer.status !== 200) throw new Error(`not stored: ${answer.status} ${answer.text}`);
}

export function get(version: Version, query: Readonly<Record<string, unknown>>): Promise<Answer> {
  return ask("GET", "/statements", { version, query });
}

export async function foundIds(version: Version, query: Readonly<Record<string, unknown>>) {
  const answer = await get(version, query);
  if (answer.status !== 200) throw new Error(`not found: ${answer.status} ${answer.text}`);
  return idsOf(answer);
}

export const isKept = async (version: Version, statementId: string): Promise<boolean> =>
  (await get(version, { statementId })).status === 200;
