import type { CaseView, Cycle } from "#app/domain/evaluation/index.ts";
import {
  findCurrentCycle,
  findVillageQueue,
  readCase,
} from "#app/domain/evaluation/index.server.ts";
import type { Actor, HeldOffice } from "#app/domain/identity/index.ts";
import type { PersonId } from "#app/domain/kernel/index.ts";
import type { Portfolio } from "#app/domain/portfolio/index.ts";
import { readPortfolio } from "#app/domain/portfolio/index.server.ts";

import type { Deps } from "./deps.server.ts";

type VillageOffice = Extract<HeldOffice, { readonly communeId: unknown }>;

/** The offices by which somebody answers for a village. */
export function attestedVillages(actor: Actor): readonly VillageOffice[] {
  return actor.offices.flatMap((office) => (office.role === "village_attestor" ? [office] : []));
}

const MOST_PAGES = 10_000;

/** A page's number from an address; 1 when it is none. */
export function readPage(text: string | null): number {
  const page = /^\d{1,5}$/u.test(text ?? "") ? Number(text) : 1;
  return Math.min(Math.max(page, 1), MOST_PAGES);
}

/** What an attestor has before him when he speaks of one resident. */
export interface VillagePersonFile {
  readonly cycle: Cycle;
  readonly portfolio: Portfolio;
  /** What was handed in; null when nothing was. */
  readonly file: CaseView | null;
  /** Whether it is the attestor himself, of whom somebody else must speak. */
  readonly own: boolean;
}

/** A resident of a village that the actor answers for; null for anybody else. */
export async function readVillagePerson(
  deps: Deps,
  actor: Actor,
  personId: PersonId,
): Promise<VillagePersonFile | null> {
  const cycle = await findCurrentCycle(deps, actor);
  const villages = attestedVillages(actor);
  const communes = new Set(villages.map(({ communeId }) => communeId));
  if (cycle === null) return null;
  for (const communeId of communes) {
    const { criteria, year } = cycle;
    // Nearly always one commune; the next is asked only when the person is not there.
    // oxlint-disable-next-line no-await-in-loop
    const portfolio = await readPortfolio(deps, actor, { communeId, personId, criteria, year });
    if (!portfolio.ok) continue;
    const { villageId } = portfolio.value.holder;
    if (!villages.some(({ placeId }) => placeId === villageId)) return null;
    return {
      cycle,
      portfolio: portfolio.value,
      // oxlint-disable-next-line no-await-in-loop
      file: await findFile(deps, actor, portfolio.value),
      own: personId === actor.personId,
    };
  }
  return null;
}

async function findFile(deps: Deps, actor: Actor, { holder }: Portfolio): Promise<CaseView | null> {
  const { villageId, communeId, personId, fullName } = holder;
  const queue = await findVillageQueue(deps, actor, { villageId, search: fullName });
  if (!queue.ok) return null;
  const row = queue.value.rows.find((each) => each.personId === personId);
  if (row === undefined) return null;
  const { assessmentId } = row;
  const file = await readCase(deps, actor, { communeId, assessmentId });
  return file.ok ? file.value : null;
}
