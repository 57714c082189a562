import { findCommune } from "./commune.store.server.ts";
import {
  type AttestationFact,
  type Cycle,
  type Process,
  processOf,
} from "#app/domain/criteria/index.ts";
import { openCycle } from "#app/domain/criteria/index.server.ts";
import type { Db } from "#app/db/index.server.ts";
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
import { findAttestations } from "#app/domain/portfolio/index.server.ts";

import { overseeingOffice } from "./access.ts";
import { findLearningFacts } from "./case-view.server.ts";
import type { EvaluationDeps } from "./deps.ts";
import {
  countByState,
  countByVillage,
  findQueued,
  type QueuedCase,
  type QueueQuestion,
} from "./queue.store.server.ts";
import type { Queue, QueueRow, QueueState } from "./view.ts";
import { findStandingRecords, isDiminished } from "./standing.store.server.ts";
import { type LearningFacts, weigh } from "./weigh.ts";

export type FindQueueRefusal =
  /** Neither the commune's official nor the province's officer. */
  { readonly code: "outside-commune" } | { readonly code: "no-cycle" };

export type FindVillageQueueRefusal =
  { readonly code: "outside-village" } | { readonly code: "no-cycle" };

/** What a reviewer asks of a queue. */
export interface QueueInput {
  /** Every state but drafts when none is named. */
  readonly state?: QueueState | undefined;
  /** Needs no diacritics. */
  readonly search?: string | undefined;
  /** From 1. */
  readonly page?: number | undefined;
  /** This one when none is named. */
  readonly year?: number | undefined;
}

const PAGE = 50;
const HANDED_IN: readonly QueueState[] = [
  "submitted",
  "returned",
  "endorsed",
  "verified",
  "refused",
  "recognised",
];

/** A commune's cases for its official or the province's officer, 50 a page by village and name. */
export function findQueue(
  deps: EvaluationDeps,
  actor: Actor,
  input: QueueInput & { readonly communeId: PlaceId; readonly villageId?: PlaceId | undefined },
): Promise<Result<Queue, FindQueueRefusal>> {
  const { communeId, villageId = null } = input;
  return deps.transact(actor.reach, async (db) => {
    const commune = await findCommune(db, communeId);
    if (commune === null || overseeingOffice(actor, commune) === null) {
      return refuse({ code: "outside-commune" });
    }
    const year = input.year ?? yearOf(dayOf(deps.now()));
    const cycle = await openCycle(db, deps.processes(), commune.provinceId, year);
    if (cycle === null) return refuse({ code: "no-cycle" });
    const within = { communeId, villageId, countedVillageId: null };
    return accept(await assembleQueue(deps, db, actor, { cycle, within, input }));
  });
}

/** A village's cases for its attestor. */
export function findVillageQueue(
  deps: EvaluationDeps,
  actor: Actor,
  input: QueueInput & { readonly villageId: PlaceId },
): Promise<Result<Queue, FindVillageQueueRefusal>> {
  const { villageId } = input;
  return deps.transact(actor.reach, async (db) => {
    const office = attestorOffice(actor, villageId);
    if (office?.role !== "village_attestor") return refuse({ code: "outside-village" });
    const year = input.year ?? yearOf(dayOf(deps.now()));
    const commune = await findCommune(db, office.communeId);
    const cycle =
      commune === null ? null : await openCycle(db, deps.processes(), commune.provinceId, year);
    if (cycle === null) return refuse({ code: "no-cycle" });
    const within = { communeId: office.communeId, villageId, countedVillageId: villageId };
    return accept(await assembleQueue(deps, db, actor, { cycle, within, input }));
  });
}

interface AskedQueue {
  readonly cycle: Cycle;
  readonly within: {
    readonly communeId: PlaceId;
    /** Whose cases are listed. */
    readonly villageId: PlaceId | null;
    /** Whose cases are counted by state. */
    readonly countedVillageId: PlaceId | null;
  };
  readonly input: QueueInput;
}

async function assembleQueue(
  deps: EvaluationDeps,
  db: Db,
  actor: Actor,
  { cycle, within, input }: AskedQueue,
): Promise<Queue> {
  const { communeId, villageId, countedVillageId } = within;
  const page = Math.max(1, input.page ?? 1);
  const question: QueueQuestion = {
    communeId,
    cycleId: cycle.id,
    states: input.state === undefined ? HANDED_IN : [input.state],
    villageId,
    search: input.search ?? "",
    limit: PAGE,
    offset: (page - 1) * PAGE,
  };
  const { cases, found } = await findQueued(db, question);
  const personIds = cases.map(({ personId }) => personId);
  const attestations = await findAttestations(db, communeId, personIds, cycle.year);
  const process = processOf(deps.processes(), cycle.year);
  const diminished = await findDiminished(deps, db, cycle, cases);
  const villages = await countByVillage(db, question);
  return {
    cycle,
    rows: cases.map((queued) => ({
      ...rowOf(queued, cycle, process, {
        attestations: attestations.get(queued.personId) ?? [],
        diminished: diminished.get(queued.personId) ?? null,
      }),
      communeId,
      own: queued.personId === actor.personId,
    })),
    page,
    pages: Math.max(1, Math.ceil(found / PAGE)),
    found,
    counts: await countByState(db, { ...question, villageId: countedVillageId }),
    villages: villages.filter(
      (village) => countedVillageId === null || village.villageId === countedVillageId,
    ),
  };
}

/** What those have now of whose learning part is gone since they handed in: nearly always nobody. */
async function findDiminished(
  deps: EvaluationDeps,
  db: Db,
  { year }: Cycle,
  cases: readonly QueuedCase[],
): Promise<ReadonlyMap<PersonId, LearningFacts>> {
  const [first] = cases;
  if (first === undefined) return new Map();
  const { communeId } = first.snapshot.person;
  const personIds = cases.map(({ personId }) => personId);
  const standing = await findStandingRecords(db, communeId, personIds, year);
  const found = new Map<PersonId, LearningFacts>();
  for (const { personId, snapshot } of cases) {
    const now = standing.get(personId) ?? { lessonsCompleted: 0, meetings: 0 };
    if (!isDiminished(snapshot, now)) continue;
    // oxlint-disable-next-line no-await-in-loop -- one connection holds the transaction
    found.set(personId, await findLearningFacts(deps, db, { communeId, personId, year }));
  }
  return found;
}

function rowOf(
  { snapshot, ...queued }: QueuedCase,
  cycle: Cycle,
  process: Process | undefined,
  now: {
    readonly attestations: readonly AttestationFact[];
    readonly diminished: LearningFacts | null;
  },
): Omit<QueueRow, "communeId" | "own"> {
  const weighed = weigh(cycle.criteria, snapshot, now.attestations, process, now.diminished);
  return {
    ...queued,
    selfTotal: snapshot.total,
    suggestedTotal: weighed.suggestedTotal,
    difference: snapshot.total - (weighed.suggestedTotal ?? 0),
    flags: weighed.flags,
  };
}
