import type { AttestationFact } from "#app/domain/criteria/index.ts";
import type { Db } from "#app/db/index.server.ts";
import { dayOf, type PersonId, type PlaceId } from "#app/domain/kernel/index.ts";

interface AttestationRow {
  readonly id: string;
  readonly person_id: PersonId;
  readonly indicator: string;
  readonly level: string;
  readonly words: string;
  readonly attestor_person_id: PersonId;
  readonly attestor_name: string;
  readonly attestor_office: string;
  readonly attested_at: Date;
}

/** What counts of several people in a year: the newest of each attestor for each indicator. */
export async function findAttestations(
  db: Db,
  communeId: PlaceId,
  personIds: readonly PersonId[],
  year: number,
): Promise<ReadonlyMap<PersonId, readonly AttestationFact[]>> {
  const rows = await db.$queryRaw<AttestationRow[]>`
    SELECT DISTINCT ON (person_id, indicator, attestor_person_id)
           id, person_id, indicator, level, words, attestor_person_id, attestor_name,
           attestor_office, attested_at
    FROM attestation
    WHERE commune_id = ${communeId}::uuid AND person_id = ANY (${personIds}::uuid[]) AND year = ${year}
    ORDER BY person_id, indicator, attestor_person_id, attested_at DESC, id DESC`;
  const facts = new Map<PersonId, AttestationFact[]>();
  for (const row of rows) {
    facts.set(row.person_id, [...(facts.get(row.person_id) ?? []), factOf(row)]);
  }
  return facts;
}

function factOf(row: AttestationRow): AttestationFact {
  return {
    id: row.id,
    indicator: row.indicator,
    level: row.level,
    words: row.words,
    attestorPersonId: row.attestor_person_id,
    attestorName: row.attestor_name,
    attestorOffice: row.attestor_office,
    attestedOn: dayOf(row.attested_at),
  };
}

/** An attestation to be written. */
export interface NewAttestation extends Omit<AttestationFact, "attestedOn"> {
  readonly communeId: PlaceId;
  readonly personId: PersonId;
  readonly year: number;
  readonly criteriaSetId: string;
  readonly officeId: string;
  readonly attestedAt: Date;
}

export async function insertAttestation(db: Db, attestation: NewAttestation): Promise<void> {
  await db.attestation.create({ data: attestation });
}
