import { columnOfDay, dayOfColumn } from "#app/db/day-column.server.ts";
import type { Db } from "#app/db/index.server.ts";
import type { Day, PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import type { DecisionSummary } from "./view.ts";

/** A decision with the cycle it belongs to. */
export interface DecisionRecord extends DecisionSummary {
  readonly cycleId: string;
}

/**
 * The last number given in a commune's register, held until the transaction ends: lists are made
 * and numbers given by one at a time.
 */
export async function lockSeries(db: Db, communeId: PlaceId, series: string): Promise<number> {
  await db.$executeRaw`
    INSERT INTO register_counter (commune_id, series, last) VALUES (${communeId}::uuid, ${series}, 0)
    ON CONFLICT DO NOTHING`;
  const [counter] = await db.$queryRaw<{ last: number }[]>`
    SELECT last FROM register_counter
    WHERE commune_id = ${communeId}::uuid AND series = ${series} FOR UPDATE`;
  if (counter === undefined) throw new Error(`no register within reach for ${communeId}`);
  return counter.last;
}

export async function setLastNumber(
  db: Db,
  communeId: PlaceId,
  series: string,
  last: number,
): Promise<void> {
  await db.registerCounter.update({
    where: { communeId_series: { communeId, series } },
    data: { last },
  });
}

/** Which decision lists each assessment, draft or issued. */
export async function findListed(
  db: Db,
  communeId: PlaceId,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.decisionItem.findMany({
    where: { communeId, assessmentId: { in: [...assessmentIds] } },
  });
  return new Map(rows.map(({ assessmentId, decisionId }) => [assessmentId, decisionId]));
}

/** Ids of verified cases that no decision lists, by village and name in Vietnamese order. */
export async function findUnlisted(
  db: Db,
  communeId: PlaceId,
  cycleId: string,
): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id
    FROM assessment a
    JOIN person p ON p.commune_id = a.commune_id AND p.id = a.person_id AND p.erased_at IS NULL
    JOIN place v ON v.id = a.village_id
    WHERE a.commune_id = ${communeId}::uuid AND a.cycle_id = ${cycleId}::uuid AND a.state = 'verified'
      AND NOT EXISTS (SELECT FROM decision_item i
                      WHERE i.commune_id = a.commune_id AND i.assessment_id = a.id)
    ORDER BY v.name COLLATE "vi-x-icu", v.id, given_name_first(p.full_name) COLLATE "vi-x-icu", a.id`;
  return rows.map(({ id }) => id);
}

/** Keeps a draft with its list in the given order. */
export async function insertDraft(
  db: Db,
  draft: {
    readonly communeId: PlaceId;
    readonly id: string;
    readonly cycleId: string;
    readonly signerName: string;
    readonly signerTitle: string;
    readonly createdAt: Date;
  },
  listed: readonly { readonly id: string; readonly personId: PersonId }[],
): Promise<void> {
  await db.decision.create({ data: { ...draft, state: "draft" } });
  await db.decisionItem.createMany({
    data: listed.map(({ id, personId }, at) => ({
      communeId: draft.communeId,
      decisionId: draft.id,
      ordinal: at + 1,
      assessmentId: id,
      personId,
    })),
  });
}

export async function deleteDraft(db: Db, communeId: PlaceId, decisionId: string): Promise<void> {
  await db.decisionItem.deleteMany({ where: { communeId, decisionId } });
  await db.decision.delete({ where: { communeId_id: { communeId, id: decisionId } } });
}

/** Marks a held draft as issued. */
export async function markIssued(
  db: Db,
  communeId: PlaceId,
  decisionId: string,
  issued: { readonly number: string; readonly decidedOn: Day; readonly at: Date },
): Promise<void> {
  await db.decision.update({
    where: { communeId_id: { communeId, id: decisionId } },
    data: {
      state: "issued",
      number: issued.number,
      decidedOn: columnOfDay(issued.decidedOn),
      issuedAt: issued.at,
    },
  });
}

/** Holds a decision until the transaction ends; null when there is none within reach. */
export async function lockDecision(
  db: Db,
  communeId: PlaceId,
  decisionId: string,
): Promise<DecisionRecord | null> {
  await db.$queryRaw`
    SELECT 1 FROM decision WHERE commune_id = ${communeId}::uuid AND id = ${decisionId}::uuid
    FOR UPDATE`;
  const [decision] = await findDecisions(db, communeId, { id: decisionId });
  return decision ?? null;
}

/** Decisions of a commune, the newest first. */
export async function findDecisions(
  db: Db,
  communeId: PlaceId,
  where: { readonly id: string } | { readonly cycleId: string },
): Promise<readonly DecisionRecord[]> {
  const rows = await db.decision.findMany({
    where: { communeId, ...where },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const cycles = await db.cycle.findMany({ where: { id: { in: rows.map((row) => row.cycleId) } } });
  const years = new Map(cycles.map(({ id, year }) => [id, year]));
  const names = await db.decisionItem.groupBy({
    by: ["decisionId"],
    where: { communeId, decisionId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  const counts = new Map(names.map(({ decisionId, _count }) => [decisionId, _count]));
  return rows.map((row) => ({
    communeId,
    id: row.id,
    cycleId: row.cycleId,
    year: years.get(row.cycleId) ?? 0,
    state: row.state,
    number: row.number,
    decidedOn: row.decidedOn === null ? null : dayOfColumn(row.decidedOn),
    signerName: row.signerName,
    signerTitle: row.signerTitle,
    createdAt: row.createdAt,
    names: counts.get(row.id) ?? 0,
  }));
}

/** Whether the commune issued another decision of that number in that year. */
export async function isNumberUsed(
  db: Db,
  communeId: PlaceId,
  number: string,
  year: number,
): Promise<boolean> {
  const used = await db.decision.findFirst({
    where: {
      communeId,
      number,
      decidedOn: { gte: new Date(Date.UTC(year, 0, 1)), lt: new Date(Date.UTC(year + 1, 0, 1)) },
    },
  });
  return used !== null;
}

/** Somebody on a decision's list, as now. */
export interface ListedPerson {
  readonly ordinal: number;
  readonly assessmentId: string;
  readonly personId: PersonId;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly villageName: string;
  readonly sample: boolean;
  readonly erased: boolean;
}

interface ListedRow {
  readonly ordinal: number;
  readonly assessment_id: string;
  readonly person_id: PersonId;
  readonly full_name: string;
  readonly birth_year: number | null;
  readonly village_type: string;
  readonly village_name: string;
  readonly sample: boolean;
  readonly erased: boolean;
}

/** A decision's list in its order, with names as they are now. */
export async function findListedPeople(
  db: Db,
  communeId: PlaceId,
  decisionId: string,
): Promise<readonly ListedPerson[]> {
  const rows = await db.$queryRaw<ListedRow[]>`
    SELECT i.ordinal, i.assessment_id, i.person_id, p.full_name, p.sample,
           extract(year FROM p.birth_date)::int AS birth_year, p.erased_at IS NOT NULL AS erased,
           v.type AS village_type, v.name AS village_name
    FROM decision_item i
    JOIN assessment a ON a.commune_id = i.commune_id AND a.id = i.assessment_id
    JOIN person p ON p.commune_id = i.commune_id AND p.id = i.person_id
    JOIN place v ON v.id = a.village_id
    WHERE i.commune_id = ${communeId}::uuid AND i.decision_id = ${decisionId}::uuid
    ORDER BY i.ordinal`;
  return rows.map((row) => ({
    ordinal: row.ordinal,
    assessmentId: row.assessment_id,
    personId: row.person_id,
    fullName: row.full_name,
    birthYear: row.birth_year,
    villageName: placeTitle({ type: row.village_type, name: row.village_name }),
    sample: row.sample,
    erased: row.erased,
  }));
}
