import type { Db } from "#app/db/index.server.ts";
import { Day, PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import type { PersonOffice, VillageLine } from "./people.ts";

interface OfficeRow {
  readonly id: string;
  readonly role: PersonOffice["role"];
  readonly title: string;
  readonly place_id: string;
  readonly place_type: string;
  readonly place_name: string;
  readonly place_commune_id: string | null;
  readonly valid_from: string;
}

/** The offices that a resident of a commune holds on a day or will hold, wherever they are. */
export async function findOfficesOf(
  db: Db,
  person: { readonly communeId: PlaceId; readonly personId: PersonId },
  today: Day,
): Promise<readonly PersonOffice[]> {
  const rows = await db.$queryRaw<OfficeRow[]>`
    SELECT o.id, o.role::text AS role, o.title, o.place_id, pl.type AS place_type,
           pl.name AS place_name, o.valid_from::text AS valid_from,
           CASE pl.kind WHEN 'commune' THEN pl.id ELSE pl.commune_id END AS place_commune_id
    FROM office o JOIN place pl ON pl.id = o.place_id
    WHERE o.commune_id = ${person.communeId}::uuid AND o.person_id = ${person.personId}::uuid
      AND (o.valid_to IS NULL OR o.valid_to > ${today}::date)
    ORDER BY o.valid_from, o.id`;
  return rows.map((row) => ({
    officeId: row.id,
    role: row.role,
    title: row.title,
    placeId: PlaceId.parse(row.place_id),
    placeName: placeTitle({ type: row.place_type, name: row.place_name }),
    communeId: row.place_commune_id === null ? null : PlaceId.parse(row.place_commune_id),
    validFrom: Day.parse(row.valid_from),
  }));
}

/** Who answers for each village of a commune on a day, by village. */
export async function findAttestors(
  db: Db,
  communeId: PlaceId,
  today: Day,
): Promise<ReadonlyMap<string, VillageLine["attestors"]>> {
  const rows = await db.$queryRaw<
    { place_id: string; person_id: string; full_name: string; title: string }[]
  >`
    SELECT o.place_id, o.person_id, p.full_name, o.title
    FROM office o
    JOIN place v ON v.id = o.place_id
    JOIN person p ON p.commune_id = o.commune_id AND p.id = o.person_id
    WHERE v.commune_id = ${communeId}::uuid AND o.role = 'village_attestor'
      AND p.erased_at IS NULL AND o.valid_from <= ${today}::date
      AND (o.valid_to IS NULL OR o.valid_to > ${today}::date)
    ORDER BY given_name_first(p.full_name) COLLATE "vi-x-icu", o.id`;
  const attestors = new Map<string, VillageLine["attestors"]>();
  for (const { place_id, person_id, full_name, title } of rows) {
    const known = attestors.get(place_id) ?? [];
    const attestor = { personId: PersonId.parse(person_id), fullName: full_name, title };
    attestors.set(place_id, [...known, attestor]);
  }
  return attestors;
}

/** Holds a person's row until the transaction ends, so that offices change one after another. */
export async function holdPerson(
  db: Db,
  person: { readonly communeId: PlaceId; readonly personId: PersonId },
): Promise<void> {
  await db.$queryRaw`
    SELECT FROM person WHERE commune_id = ${person.communeId}::uuid
      AND id = ${person.personId}::uuid FOR NO KEY UPDATE`;
}

/** Whose office that is, ended or not; null when there is none in the commune. */
export async function findOffice(
  db: Db,
  communeId: PlaceId,
  officeId: string,
): Promise<{
  readonly personId: PersonId;
  readonly role: PersonOffice["role"];
  readonly placeId: PlaceId;
  readonly title: string;
  readonly ended: boolean;
} | null> {
  const row = await db.office.findUnique({ where: { communeId_id: { communeId, id: officeId } } });
  if (row === null) return null;
  return {
    personId: PersonId.parse(row.personId),
    role: row.role,
    placeId: PlaceId.parse(row.placeId),
    title: row.title,
    ended: row.validTo !== null,
  };
}

/** `validTo` is the first day on which the office is no longer held. */
export async function endOffice(
  db: Db,
  office: { readonly communeId: PlaceId; readonly officeId: string },
  validTo: Day,
): Promise<void> {
  await db.office.update({
    where: { communeId_id: { communeId: office.communeId, id: office.officeId } },
    data: { validTo: new Date(validTo) },
  });
}
