import type { Cycle } from "#app/domain/criteria/index.ts";
import { findLatestCycle } from "#app/domain/criteria/index.server.ts";
import type { CaseView } from "#app/domain/evaluation/index.ts";
import { findVillageCase } from "#app/domain/evaluation/index.server.ts";
import type { Actor, HeldOffice } from "#app/domain/identity/index.ts";
import type { PersonId } from "#app/domain/kernel/index.ts";
import type { Portfolio } from "#app/domain/portfolio/index.ts";
import { readPortfolio } from "#app/domain/portfolio/index.server.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";

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

/** A resident of a village that the actor answers for, read once; null for anybody else. */
export async function readVillagePerson(
  deps: Deps,
  actor: Actor,
  personId: PersonId,
): Promise<VillagePersonFile | null> {
  const villages = attestedVillages(actor);
  const own = personId === actor.personId;
  for (const { placeId: villageId } of villages) {
    // Nearly always one village; the next is asked only when nothing was handed in with it.
    // oxlint-disable-next-line no-await-in-loop
    const found = await findVillageCase(deps, actor, { villageId, personId });
    if (!found.ok) continue;
    const file = found.value;
    return { cycle: file.cycle, portfolio: file.now, file, own };
  }
  const cycle = await findLatestCycle(deps, actor);
  if (cycle === null) return null;
  const { year } = cycle;
  for (const communeId of new Set(villages.map((village) => village.communeId))) {
    // oxlint-disable-next-line no-await-in-loop
    const read = await readPortfolio(deps, actor, { communeId, personId, year });
    if (!read.ok) continue;
    const { villageId } = read.value.holder;
    const isOurs = villages.some(({ placeId }) => placeId === villageId);
    return isOurs ? { cycle, portfolio: read.value, file: null, own } : null;
  }
  return null;
}
