import type { Words } from "#app/locales/index.ts";

import type { RefusedAttestation } from "./attest-forms.tsx";
import type { RefusedOpinion } from "./village-opinion.tsx";

type VillageWords = Words["village"];

interface Refused {
  readonly act: keyof VillageWords["done"];
  readonly indicator: string;
  readonly level: string;
  readonly words: string;
  readonly fault: keyof VillageWords["refusals"];
}

interface Faults {
  readonly summary: { readonly name?: string; readonly message: string } | null;
  readonly attestation: RefusedAttestation | undefined;
  readonly opinion: RefusedOpinion | undefined;
}

const ABOUT_WORDS = ["words-long", "reason-short", "reason-long"];
const ABOUT_LEVEL = ["level-missing", "unknown-level"];

/** What was not written down: a sentence for the top, and what each form gets back. */
export function villageFaults(refused: Refused | undefined, words: VillageWords): Faults {
  if (refused === undefined) {
    return { summary: null, attestation: undefined, opinion: undefined };
  }
  const { act, indicator, level, words: typed, fault } = refused;
  const message = words.refusals[fault];
  const wordsError = ABOUT_WORDS.includes(fault) ? message : undefined;
  const levelError = ABOUT_LEVEL.includes(fault) ? message : undefined;
  if (act === "xac-nhan") {
    const field = wordsError === undefined ? "level" : "words";
    return {
      summary: { name: `${field}-${indicator}`, message },
      attestation: { indicator, level, words: typed, levelError, wordsError },
      opinion: undefined,
    };
  }
  const name = act === "tra-lai" ? "reason" : "words";
  return {
    summary: wordsError === undefined ? { message } : { name, message },
    attestation: undefined,
    opinion: { act, words: typed, wordsError },
  };
}

/** Whether a text is the code of something a village does. */
export function isAct(text: string): text is keyof VillageWords["done"] {
  return text === "xac-nhan" || text === "dong-y" || text === "tra-lai";
}
