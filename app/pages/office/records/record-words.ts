import { formatNumber } from "#app/domain/kernel/index.ts";
import {
  type KnownVerb,
  knownVerbOf,
  lastPartOf,
  type NamedAgent,
  type Names,
  type StatementObject,
  type StatementParts,
  type StatementResult,
} from "#app/domain/record-office/index.ts";
import type { Words } from "#app/locales/index.ts";

import { shortId } from "./record-address.ts";

type RecordWords = Words["records"];

const TEXT_AT_MOST = 160;

/** A statement as one sentence: who, verb, what, and its result. */
export function sentenceOf(parts: StatementParts, names: Names, words: RecordWords): string {
  const { sentence } = words;
  const whole = sentence.whole(
    whoText(parts.actor, names, words),
    verbText(parts.verb, words),
    objectText(parts.object, names, words),
  );
  const result = resultText(parts, words);
  return result === "" ? whole : `${whole}: ${result}`;
}

/** A resident by her name; whoever another system names, by what it calls her. */
export function whoText(agent: NamedAgent, names: Names, { sentence }: RecordWords): string {
  const resident = agent.accountId === null ? undefined : names[agent.accountId];
  if (resident !== undefined) return resident.fullName;
  if (agent.group) return sentence.group(agent.label, agent.members.length);
  if (agent.accountId !== null) return sentence.stranger;
  return agent.label === "" ? sentence.nobody : short(agent.label);
}

export function verbText(verb: StatementParts["verb"], { verbs }: RecordWords): string {
  const known = knownVerbOf(verb.iri);
  return known === null ? short(verb.word ?? lastPartOf(verb.iri)) : verbs[known];
}

export function objectText(object: StatementObject, names: Names, words: RecordWords): string {
  const { sentence } = words;
  switch (object.kind) {
    case "activity":
      return sentence.activity(short(object.name));
    case "agent":
      return whoText(object.agent, names, words);
    case "statement":
      return sentence.statement(shortId(object.id));
    case "substatement":
      return sentence.planned(sentenceOf(object.parts, names, words));
  }
}

/** "đạt, 8/10 điểm"; "" when the statement says nothing of a result that its verb does not say. */
export function resultText(
  { verb, result }: Pick<StatementParts, "verb" | "result">,
  { sentence }: RecordWords,
): string {
  if (result === null) return "";
  const { success, completion, response } = result;
  const told = [
    successText(knownVerbOf(verb.iri), success, sentence),
    // Whoever passed has completed; only the other case says something more.
    completion === null || (completion && success !== null)
      ? null
      : completion
        ? sentence.completion.yes
        : sentence.completion.no,
    scoreText(result.score, sentence),
    response === null || response === "" ? null : sentence.response(short(response)),
  ];
  return told.filter((part) => part !== null).join(", ");
}

function successText(
  verb: KnownVerb | null,
  success: boolean | null,
  sentence: RecordWords["sentence"],
): string | null {
  if (success === null || verb === "passed" || verb === "failed") return null;
  const { yes, no } = verb === "answered" ? sentence.right : sentence.success;
  return success ? yes : no;
}

function scoreText(
  score: StatementResult["score"],
  sentence: RecordWords["sentence"],
): string | null {
  if (score === null) return null;
  const { raw, max, scaled } = score;
  if (raw !== null && max !== null) return sentence.score(formatNumber(raw), formatNumber(max));
  if (raw !== null) return sentence.scoreAlone(formatNumber(raw));
  return scaled === null ? null : sentence.scaled(formatNumber(Math.round(scaled * 1000) / 10));
}

function short(text: string): string {
  // A cut never leaves half a surrogate pair.
  const cut = text.slice(0, TEXT_AT_MOST).replace(/[\uD800-\uDBFF]$/u, "");
  return text.length <= TEXT_AT_MOST ? text : `${cut}…`;
}
