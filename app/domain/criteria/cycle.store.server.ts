import { columnOfDay, dayOfColumn } from "#app/db/day-column.server.ts";
import type { Db } from "#app/db/index.server.ts";
import { PlaceId } from "#app/domain/kernel/index.ts";

import { CriteriaSet } from "./criteria-set.ts";
import { processOf, type Process } from "./process.ts";
import type { Cycle } from "./cycle.ts";

/**
 * Keeps a criteria set as its file has it. A set that an assessment or attestation went by is never
 * changed: the same id with another hash throws. Needs the scope "everywhere", to see every use.
 */
export async function keepCriteriaSet(
  db: Db,
  criteria: CriteriaSet,
  sha256: string,
  now: Date,
): Promise<void> {
  const kept = await db.criteriaSet.findUnique({ where: { id: criteria.id } });
  if (kept?.sha256 === sha256) return;
  if (kept !== null && (await isUsed(db, criteria.id))) {
    throw new Error(
      `criteria set ${criteria.id} is in use and must not change; give the new text a file of its own`,
    );
  }
  const data = {
    sha256,
    validFrom: columnOfDay(criteria.validFrom),
    validTo: criteria.validTo === null ? null : columnOfDay(criteria.validTo),
    definition: criteria,
    loadedAt: now,
  };
  await db.criteriaSet.upsert({
    where: { id: criteria.id },
    create: { id: criteria.id, ...data },
    update: data,
  });
}

async function isUsed(db: Db, criteriaSetId: string): Promise<boolean> {
  const [answer] = await db.$queryRaw<{ everywhere: boolean; used: boolean }[]>`
    SELECT app_everywhere() AS everywhere,
      EXISTS (SELECT FROM attestation WHERE criteria_set_id = ${criteriaSetId})
      OR EXISTS (SELECT FROM assessment a JOIN cycle c ON c.id = a.cycle_id
                 WHERE c.criteria_set_id = ${criteriaSetId}) AS used`;
  if (answer?.everywhere !== true) throw new Error("criteria are loaded with the scope everywhere");
  return answer.used;
}

/** Provinces in which somebody is registered. */
export async function findProvincesWithPeople(db: Db): Promise<readonly PlaceId[]> {
  const rows = await db.$queryRaw<{ province_id: PlaceId }[]>`
    SELECT c.province_id FROM place c
    WHERE c.kind = 'commune' AND EXISTS (SELECT FROM person p WHERE p.commune_id = c.id)
    GROUP BY c.province_id`;
  return rows.map(({ province_id }) => province_id);
}

/**
 * Opens a province's cycle of a process's year, or brings its last days up to date. The database
 * makes its id, so that two starts at once open one.
 */
export async function ensureCycle(db: Db, process: Process, provinceId: PlaceId): Promise<void> {
  await db.$executeRaw`
    INSERT INTO cycle (id, province_id, year, criteria_set_id, submit_until, decide_until)
    VALUES (gen_random_uuid(), ${provinceId}::uuid, ${process.year}, ${process.criteria},
            ${process.submitUntil}::date, ${process.decideUntil}::date)
    ON CONFLICT (province_id, year) DO UPDATE
    SET submit_until = excluded.submit_until, decide_until = excluded.decide_until
    WHERE (cycle.submit_until, cycle.decide_until) <> (excluded.submit_until, excluded.decide_until)`;
}

/** Sets that were read, by id and hash; a set in use never changes, so each is parsed once a process. */
const parsed = new Map<string, CriteriaSet>();

async function findCriteriaSet(db: Db, id: string): Promise<CriteriaSet> {
  const { sha256 } = await db.criteriaSet.findUniqueOrThrow({
    where: { id },
    select: { sha256: true },
  });
  const key = `${id} ${sha256}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const { definition } = await db.criteriaSet.findUniqueOrThrow({ where: { id } });
  const criteria = CriteriaSet.parse(definition);
  parsed.set(key, criteria);
  return criteria;
}

async function findCycle(
  db: Db,
  where: { readonly provinceId: PlaceId; readonly year: number } | { readonly id: string },
): Promise<Cycle | null> {
  const row = await db.cycle.findFirst({ where });
  if (row === null) return null;
  return {
    id: row.id,
    provinceId: PlaceId.parse(row.provinceId),
    year: row.year,
    criteria: await findCriteriaSet(db, row.criteriaSetId),
    submitUntil: dayOfColumn(row.submitUntil),
    decideUntil: dayOfColumn(row.decideUntil),
  };
}

/** The cycle of a year in a province, opened now when a process of that year is known. */
export async function openCycle(
  db: Db,
  processes: readonly Process[],
  provinceId: PlaceId,
  year: number,
): Promise<Cycle | null> {
  const open = await findCycle(db, { provinceId, year });
  if (open !== null) return open;
  const process = processOf(processes, year);
  if (process === undefined) return null;
  await ensureCycle(db, process, provinceId);
  return findCycle(db, { provinceId, year });
}

/** The cycle of a year, opened as by `openCycle`; without a process of that year the last one before it. */
export async function latestCycle(
  db: Db,
  processes: readonly Process[],
  provinceId: PlaceId,
  year: number,
): Promise<Cycle | null> {
  const open = await openCycle(db, processes, provinceId, year);
  if (open !== null) return open;
  const last = await db.cycle.findFirst({
    where: { provinceId, year: { lt: year } },
    orderBy: { year: "desc" },
    select: { id: true },
  });
  return last === null ? null : findCycle(db, last);
}

/** A cycle that an assessment names. */
export async function cycleById(db: Db, id: string): Promise<Cycle> {
  const cycle = await findCycle(db, { id });
  if (cycle === null) throw new Error(`no cycle ${id}`);
  return cycle;
}
