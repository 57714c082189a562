import { findCurrentCycle } from "#app/domain/criteria/index.server.ts";
import {
  endorseInVillage,
  returnFromVillage,
  type ReviewRefusal,
} from "#app/domain/evaluation/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type PersonId, type Result } from "#app/domain/kernel/index.ts";
import type { AttestationFault } from "#app/domain/portfolio/index.ts";
import { attestIndicator } from "#app/domain/portfolio/index.server.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";
import { textOf } from "#app/server/http/form.server.ts";
import {
  attestationForm,
  endorsementForm,
  isAct,
  type RefusedAct,
  returnForm,
  type VillageAct,
} from "./form.ts";

/** Nobody and nothing that this person answers for. */
type Unknown = "unknown";

type Said = Promise<Result<VillageAct, RefusedAct | Unknown>>;

/** Reads one of the attestor's forms and has it written down. */
export function submitVillageReview(
  deps: Deps,
  actor: Actor,
  personId: PersonId,
  form: FormData,
): Said {
  const asked = textOf(form, "act");
  const act = isAct(asked) ? asked : "xac-nhan";
  switch (act) {
    case "xac-nhan":
      return attest(deps, actor, personId, form);
    case "dong-y":
      return endorse(deps, actor, form);
    case "tra-lai":
      return giveBack(deps, actor, form);
  }
}

async function attest(deps: Deps, actor: Actor, personId: PersonId, form: FormData): Said {
  const act = "xac-nhan";
  const indicator = textOf(form, "indicator").slice(0, 10);
  const { typed, value, faults } = attestationForm.read(form, { indicator });
  const refused = (wrong: readonly AttestationFault[]) =>
    refuse({ act, indicator, typed, faults: wrong } as const);

  if (value === null) return refused(faults);
  const cycle = await findCurrentCycle(deps, actor);
  if (cycle === null) return refused(["closed"]);
  const said = await attestIndicator(deps, actor, { ...value, personId, year: cycle.year });
  if (said.ok) return accept(act);
  switch (said.refusal.code) {
    case "outside-village":
      return refuse("unknown");
    case "no-cycle":
      return refused(["closed"]);
    case "not-social":
    case "own-indicator":
    case "unknown-level":
      return refused([said.refusal.code]);
  }
}

async function endorse(deps: Deps, actor: Actor, form: FormData): Said {
  const act = "dong-y";
  const { typed, value, faults } = endorsementForm.read(form, seenIn(form));
  if (value === null) return refuse({ act, typed, faults });
  const fault = faultOf(await endorseInVillage(deps, actor, value));
  if (fault === null) return accept(act);
  return refuse(fault === "unknown" ? fault : { act, typed, faults: [fault] });
}

async function giveBack(deps: Deps, actor: Actor, form: FormData): Said {
  const act = "tra-lai";
  const { typed, value, faults } = returnForm.read(form, seenIn(form));
  if (value === null) return refuse({ act, typed, faults });
  const fault = faultOf(await returnFromVillage(deps, actor, value));
  if (fault === null) return accept(act);
  return refuse(fault === "unknown" ? fault : { act, typed, faults: [fault] });
}

/** The case as the attestor saw it. */
function seenIn(form: FormData) {
  return {
    communeId: textOf(form, "communeId"),
    assessmentId: textOf(form, "assessmentId"),
    revision: textOf(form, "revision"),
  };
}

function faultOf(said: Result<unknown, ReviewRefusal>) {
  if (said.ok) return null;
  return said.refusal.code === "not-yours" ? "unknown" : said.refusal.code;
}
