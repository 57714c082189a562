import type { Db } from "#app/db/index.server.ts";
import { findCommune } from "./commune.store.server.ts";
import { latestCycle, openCycle } from "#app/domain/criteria/index.server.ts";
import { attestorOffice, type Actor } from "#app/domain/identity/index.ts";
import {
  accept,
  dayOf,
  refuse,
  yearOf,
  type PersonId,
  type PlaceId,
  type Result,
} from "#app/domain/kernel/index.ts";
import { findHolder } from "#app/domain/portfolio/index.server.ts";

import { findOwn } from "./assessment.store.server.ts";
import { caseRight, openCase } from "./case-view.server.ts";
import type { EvaluationDeps } from "./deps.ts";
import type { CaseView } from "./view.ts";

/** Of the year that is asked for; else of this year or, where none is open yet, the last one there was. */
function cycleOf(deps: EvaluationDeps, db: Db, provinceId: PlaceId, year: number | undefined) {
  return year === undefined
    ? latestCycle(db, deps.processes(), provinceId, yearOf(dayOf(deps.now())))
    : openCycle(db, deps.processes(), provinceId, year);
}

export type FindVillageCaseRefusal =
  | { readonly code: "outside-village" }
  | { readonly code: "no-cycle" }
  /** Nobody of that id handed anything in with this village; a draft is its owner's alone. */
  | { readonly code: "not-submitted" };

/** What one person handed in with a village, for its attestor; one entry of the log for one look. */
export function findVillageCase(
  deps: EvaluationDeps,
  actor: Actor,
  input: {
    readonly villageId: PlaceId;
    readonly personId: PersonId;
    /** This one, or the last that was open, when none is named. */
    readonly year?: number | undefined;
  },
): Promise<Result<CaseView, FindVillageCaseRefusal>> {
  const { villageId, personId } = input;
  return deps.transact(actor.reach, async (db) => {
    const office = attestorOffice(actor, villageId);
    if (office?.role !== "village_attestor") return refuse({ code: "outside-village" });
    const { communeId } = office;
    const commune = await findCommune(db, communeId);
    const cycle = commune === null ? null : await cycleOf(deps, db, commune.provinceId, input.year);
    if (cycle === null) return refuse({ code: "no-cycle" });
    const record = await findOwn(db, { communeId, personId }, cycle.id);
    const holder = record === null ? null : await findHolder(db, communeId, personId);
    if (record === null || holder === null || record.villageId !== villageId) {
      return refuse({ code: "not-submitted" });
    }
    const right = caseRight(actor, record, holder);
    const file = right === null ? null : await openCase(deps, db, actor, { record, holder, right });
    return file === null ? refuse({ code: "not-submitted" }) : accept(file);
  });
}
