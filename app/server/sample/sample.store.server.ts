import type { Db } from "#app/db/index.server.ts";

interface Row {
  readonly who: string;
  readonly card_code: string;
  readonly full_name: string;
}

/** The first attestor, two learners of her village, promoter, official and provincial officer of a sample commune. */
export async function findSampleSignIns(
  db: Db,
  communeId: string,
): Promise<readonly { readonly who: string; readonly cardCode: string; readonly name: string }[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH people AS (
      SELECT p.id, p.village_id, p.full_name, p.created_at, a.card_code, o.role::text AS role
      FROM person p
      JOIN account a ON a.commune_id = p.commune_id AND a.person_id = p.id
      LEFT JOIN office o ON o.commune_id = p.commune_id AND o.person_id = p.id
      WHERE p.commune_id = ${communeId}::uuid AND p.sample
    ), attestor AS (
      SELECT * FROM people WHERE role = 'village_attestor' ORDER BY created_at LIMIT 1
    )
    (SELECT 'Người học' AS who, p.card_code, p.full_name FROM people p JOIN attestor USING (village_id)
     WHERE p.role IS NULL ORDER BY p.created_at LIMIT 2)
    UNION ALL
    SELECT 'Trưởng thôn', card_code, full_name FROM attestor
    UNION ALL
    (SELECT 'Người hướng dẫn', card_code, full_name FROM people WHERE role = 'promoter' LIMIT 1)
    UNION ALL
    (SELECT 'Cán bộ xã', card_code, full_name FROM people WHERE role = 'commune_official' LIMIT 1)
    UNION ALL
    (SELECT 'Cán bộ tỉnh', card_code, full_name FROM people WHERE role = 'provincial_officer' LIMIT 1)`;
  return rows.map((row) => ({ who: row.who, cardCode: row.card_code, name: row.full_name }));
}

const NAME = "sample-province";

/** Whether the sample was made to its end, or removed: either way it is not made again. */
export async function isSampleSettled(db: Db): Promise<boolean> {
  return (await db.loadedData.count({ where: { name: NAME } })) === 1;
}

export async function markSampleSettled(db: Db, sha256: string, now: Date): Promise<void> {
  await db.loadedData.create({ data: { name: NAME, sha256, loadedAt: now } });
}
