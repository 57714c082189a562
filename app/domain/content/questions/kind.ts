import type { Block, Inline, Picture, Sound } from "../block.ts";
import type { BlockNode, Fence, Reading } from "../markdown.ts";
import type { MediaPart } from "../media-part.ts";
import type { Parts } from "../question-parts.ts";

export interface QuestionBase {
  /** Unique in the lesson; never changes. */
  readonly id: string;
  readonly prompt: readonly Block[];
  /** Why the right answer is right. */
  readonly explanation: readonly Block[];
}

type Text = readonly Inline[];

/** What of a question goes to a learner beside its prompt: nothing in it tells the answer. */
export interface ShownQuestion {
  /** In the order in which they are shown; a response names them by place, from "0". */
  readonly choices?: readonly Text[];
  /** Of `picture`: one for each choice. */
  readonly pictures?: readonly Picture[];
  /** What a choice is found for. */
  readonly left?: readonly Text[];
  /** Of `listen`, and of `read-aloud` where there is one. */
  readonly sound?: Sound;
  /** Of `read-aloud`: what is said. */
  readonly text?: string;
  /** Of what is not Vietnamese in it. */
  readonly lang?: string;
  /** Of a `number`: "đồng", "kg"… or "". */
  readonly unit?: string;
}

/**
 * A question in the interaction types of xAPI 1.0.3 §4.1.4.1 (2.0 §4.2.2.3); components are named by
 * their place, from "0".
 */
export interface Interaction {
  readonly interactionType: "choice" | "fill-in" | "matching" | "numeric" | "other" | "sequencing";
  readonly correctResponsesPattern: readonly string[];
  readonly choices?: readonly Text[];
  readonly source?: readonly Text[];
  readonly target?: readonly Text[];
}

/** Words of a question that stand together; `lang`: "" when they are Vietnamese. */
export interface QuestionWords {
  readonly text: Text;
  readonly lang: string;
}

/**
 * All that the product asks of a type of question, beside how it is drawn. It runs on a phone without
 * signal too.
 */
export interface QuestionKind<Q extends QuestionBase> {
  /** Refuses nothing: what is no answer is simply not right. */
  isRight(question: Q, response: readonly string[]): boolean;
  /** A response that is right. */
  right(question: Q): readonly string[];
  rightText(question: Q): string;
  /** What was answered, in words; "" when nothing was. Places that name nothing are passed over. */
  text(question: Q, response: readonly string[]): string;
  shown(question: Q): ShownQuestion;
  interaction(question: Q): Interaction;
  /** A response in the form of its interaction type. */
  told(response: readonly string[]): string;
  /** Words beside the prompt and the explanation. */
  words(question: Q): readonly QuestionWords[];
  /** Files beside those of the prompt and the explanation. */
  media(question: Q): readonly MediaPart[];
}

/** How authors write a type of question. */
export interface QuestionReader<Q extends QuestionBase> {
  /** What its fence takes beside `id` and `type`. */
  readonly attributes: readonly string[];
  /** Whether this holds the answers. */
  holdsAnswers(node: BlockNode): boolean;
  /** Null when an author must mend it first (complained of). */
  read(parts: Parts, reading: Reading, node: Fence): Q | null;
}

export function isSame(right: readonly string[], response: readonly string[]): boolean {
  return response.length === right.length && right.every((place, at) => place === response[at]);
}

export function joinedResponse(response: readonly string[]): string {
  return response.join("[,]");
}

/** For each source, by place, the target that it was given. */
export function matchedResponse(response: readonly string[]): string {
  return response.map((target, source) => `${source}[.]${target}`).join("[,]");
}

export function noMedia(): readonly MediaPart[] {
  return [];
}

export function noWords(): readonly QuestionWords[] {
  return [];
}

export function inVietnamese(text: Text): QuestionWords {
  return { text, lang: "" };
}
