import { columnOfDay, dayOfColumn } from "#app/db/day-column.server.ts";
import { CriteriaSet } from "#app/domain/criteria/index.ts";
import type { Db } from "#app/db/index.server.ts";
import { dayOf, PersonId, PlaceId, type Day } from "#app/domain/kernel/index.ts";

import type { ShownRecognition } from "./recognition.ts";
import type { RegisterEntryView, RevocationView } from "./view.ts";

/** A recognition to be entered, with the names as they are that day. */
export interface NewRegisterEntry extends ShownRecognition {
  readonly communeId: PlaceId;
  readonly id: string;
  readonly series: string;
  readonly number: number;
  readonly publicCode: string;
  readonly decisionId: string;
  readonly assessmentId: string;
  readonly personId: PersonId;
  readonly birthYear: number | null;
  readonly villageName: string;
  readonly criteriaSetId: string;
  /** Points. */
  readonly total: number;
  readonly signerName: string;
  readonly signerTitle: string;
  readonly issuedAt: Date;
}

export async function insertEntries(db: Db, entries: readonly NewRegisterEntry[]): Promise<void> {
  await db.registerEntry.createMany({
    data: entries.map((entry) => ({
      ...entry,
      decidedOn: columnOfDay(entry.decidedOn),
      validFrom: columnOfDay(entry.validFrom),
      validTo: columnOfDay(entry.validTo),
    })),
  });
}

type Row = Awaited<ReturnType<Db["registerEntry"]["findMany"]>>[number];

function shownOf(row: Row): ShownRecognition {
  return {
    fullName: row.fullName,
    year: row.year,
    communeName: row.communeName,
    provinceName: row.provinceName,
    registerNumber: row.registerNumber,
    decisionNumber: row.decisionNumber,
    decidedOn: dayOfColumn(row.decidedOn),
    validFrom: dayOfColumn(row.validFrom),
    validTo: dayOfColumn(row.validTo),
  };
}

async function viewOf(db: Db, row: Row): Promise<RegisterEntryView> {
  const communeId = PlaceId.parse(row.communeId);
  const criteria = await db.criteriaSet.findUniqueOrThrow({ where: { id: row.criteriaSetId } });
  const { decision, title } = CriteriaSet.parse(criteria.definition);
  const person = await db.person.findUnique({
    where: { communeId_id: { communeId, id: row.personId } },
    select: { sample: true },
  });
  return {
    ...shownOf(row),
    communeId,
    id: row.id,
    personId: PersonId.parse(row.personId),
    publicCode: row.publicCode,
    birthYear: row.birthYear,
    villageName: row.villageName,
    total: row.total,
    criteriaSetId: row.criteriaSetId,
    criteria: `Bộ tiêu chí “${title}”, Quyết định số ${decision.number} năm ${decision.year}`,
    signerName: row.signerName,
    signerTitle: row.signerTitle,
    decisionId: row.decisionId,
    revocation: await findRevocation(db, communeId, row.id),
    sample: person?.sample ?? false,
  };
}

/** One entry of any of the communes; null when there is none within reach. */
export async function findEntry(
  db: Db,
  communeIds: readonly PlaceId[],
  id: string,
): Promise<RegisterEntryView | null> {
  const row = await db.registerEntry.findFirst({
    where: { communeId: { in: [...communeIds] }, id },
  });
  return row === null ? null : viewOf(db, row);
}

/** What came of an assessment; null when it is not recognised. */
export async function findEntryOfAssessment(
  db: Db,
  communeId: PlaceId,
  assessmentId: string,
): Promise<RegisterEntryView | null> {
  const row = await db.registerEntry.findUnique({
    where: { communeId_assessmentId: { communeId, assessmentId } },
  });
  return row === null ? null : viewOf(db, row);
}

/** An entry as a decision's list has it. */
export interface EnteredName {
  readonly id: string;
  readonly assessmentId: string;
  readonly registerNumber: string;
  readonly publicCode: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly villageName: string;
  readonly total: number;
  readonly revoked: boolean;
}

/** What a decision entered, in the order of the register. */
export async function findEntriesOfDecision(
  db: Db,
  communeId: PlaceId,
  decisionId: string,
): Promise<readonly EnteredName[]> {
  const rows = await db.registerEntry.findMany({
    where: { communeId, decisionId },
    orderBy: { number: "asc" },
  });
  const revocations = await db.revocation.findMany({
    where: { communeId, registerEntryId: { in: rows.map(({ id }) => id) } },
    select: { registerEntryId: true },
  });
  const revoked = new Set(revocations.map(({ registerEntryId }) => registerEntryId));
  return rows.map((row) => ({
    id: row.id,
    assessmentId: row.assessmentId,
    registerNumber: row.registerNumber,
    publicCode: row.publicCode,
    fullName: row.fullName,
    birthYear: row.birthYear,
    villageName: row.villageName,
    total: row.total,
    revoked: revoked.has(row.id),
  }));
}

/** A recognition by its public code, and when it was revoked; for anyone who holds the code. */
export async function findShown(
  db: Db,
  publicCode: string,
): Promise<{ readonly recognition: ShownRecognition; readonly revokedOn: Day | null } | null> {
  const row = await db.registerEntry.findUnique({ where: { publicCode } });
  if (row === null) return null;
  const revocation = await findRevocation(db, PlaceId.parse(row.communeId), row.id);
  return { recognition: shownOf(row), revokedOn: revocation?.revokedOn ?? null };
}

async function findRevocation(
  db: Db,
  communeId: PlaceId,
  registerEntryId: string,
): Promise<RevocationView | null> {
  const row = await db.revocation.findUnique({
    where: { communeId_registerEntryId: { communeId, registerEntryId } },
  });
  if (row === null) return null;
  return {
    reason: row.reason,
    words: row.legalBasis,
    revokerName: row.revokerName,
    revokerOffice: row.revokerOffice,
    revokedOn: dayOf(row.revokedAt),
  };
}

/** Revokes an entry; false when it was revoked before. */
export async function insertRevocation(
  db: Db,
  revocation: {
    readonly communeId: PlaceId;
    readonly id: string;
    readonly registerEntryId: string;
    readonly reason: string;
    /** The official's words, which name the paper that it rests on. */
    readonly legalBasis: string;
    readonly revokerName: string;
    readonly revokerOffice: string;
    readonly revokedAt: Date;
  },
): Promise<boolean> {
  const { count } = await db.revocation.createMany({ data: [revocation], skipDuplicates: true });
  return count === 1;
}
