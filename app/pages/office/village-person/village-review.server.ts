import { findCurrentCycle } from "#app/domain/criteria/index.server.ts";
import { EndorsementForm, ReasonForm } from "#app/domain/evaluation/index.ts";
import {
  endorseInVillage,
  returnFromVillage,
  type ReviewRefusal,
} from "#app/domain/evaluation/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type PersonId, type Result } from "#app/domain/kernel/index.ts";
import { AttestationForm } from "#app/domain/portfolio/index.ts";
import {
  attestIndicator,
  type AttestIndicatorRefusal,
} from "#app/domain/portfolio/index.server.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";
import { textOf } from "#app/server/http/form.server.ts";

/** What a village may say of a resident, as the forms name it. */
export type VillageAct = "xac-nhan" | "dong-y" | "tra-lai";

export type VillageFault =
  | Exclude<AttestIndicatorRefusal["code"], "outside-village" | "no-cycle">
  | Exclude<ReviewRefusal["code"], "not-yours">
  | "level-missing"
  | "words-long"
  | "reason-short"
  | "reason-long"
  | "no-case";

/** Nobody and nothing that this person answers for. */
type Unknown = "unknown";

/** What was not written down, with everything that was typed. */
export interface RefusedWord {
  readonly act: VillageAct;
  readonly indicator: string;
  readonly level: string;
  readonly words: string;
  readonly fault: VillageFault;
}

/** Reads one of the attestor's forms and has it written down. */
export async function submitVillageReview(
  deps: Deps,
  actor: Actor,
  personId: PersonId,
  form: FormData,
): Promise<Result<VillageAct, RefusedWord | Unknown>> {
  const typed = {
    indicator: textOf(form, "indicator").slice(0, 10),
    level: textOf(form, "level").slice(0, 40),
    words: textOf(form, "words").slice(0, 5000),
  };
  const act = actOf(textOf(form, "act"));
  const fault =
    act === "xac-nhan"
      ? await attest(deps, actor, personId, typed)
      : await review(deps, actor, act, {
          communeId: textOf(form, "communeId"),
          assessmentId: textOf(form, "assessmentId"),
          revision: textOf(form, "revision"),
          words: typed.words,
        });
  if (fault === null) return accept(act);
  return refuse(fault === "unknown" ? fault : { act, ...typed, fault });
}

function actOf(text: string): VillageAct {
  if (text === "dong-y" || text === "tra-lai") return text;
  return "xac-nhan";
}

async function attest(
  deps: Deps,
  actor: Actor,
  personId: PersonId,
  typed: { readonly indicator: string; readonly level: string; readonly words: string },
): Promise<VillageFault | Unknown | null> {
  if (typed.level === "") return "level-missing";
  const input = AttestationForm.safeParse(typed);
  if (!input.success) {
    const long = input.error.issues.some(({ message }) => message === "words-long");
    return long ? "words-long" : "unknown-level";
  }
  const cycle = await findCurrentCycle(deps, actor);
  if (cycle === null) return "closed";
  const { year } = cycle;
  const said = await attestIndicator(deps, actor, { ...input.data, personId, year });
  if (said.ok) return null;
  switch (said.refusal.code) {
    case "outside-village":
      return "unknown";
    case "no-cycle":
      return "closed";
    case "not-social":
    case "own-indicator":
    case "unknown-level":
      return said.refusal.code;
  }
}

async function review(
  deps: Deps,
  actor: Actor,
  act: Exclude<VillageAct, "xac-nhan">,
  typed: {
    readonly communeId: string;
    readonly assessmentId: string;
    readonly revision: string;
    readonly words: string;
  },
): Promise<VillageFault | Unknown | null> {
  if (act === "dong-y") {
    const input = EndorsementForm.safeParse(typed);
    if (!input.success) return reviewFault(input.error.issues.map(({ message }) => message));
    return outcome(await endorseInVillage(deps, actor, input.data));
  }
  const input = ReasonForm.safeParse({ ...typed, reason: typed.words });
  if (!input.success) return reviewFault(input.error.issues.map(({ message }) => message));
  return outcome(await returnFromVillage(deps, actor, input.data));
}

function reviewFault(messages: readonly string[]): VillageFault {
  const known = ["words-long", "reason-short", "reason-long"] as const;
  return known.find((code) => messages.includes(code)) ?? "no-case";
}

function outcome(said: Result<unknown, ReviewRefusal>): VillageFault | Unknown | null {
  if (said.ok) return null;
  return said.refusal.code === "not-yours" ? "unknown" : said.refusal.code;
}
