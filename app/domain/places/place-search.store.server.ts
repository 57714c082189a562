import type { Db } from "#app/db/index.server.ts";

import type { NamedCommune } from "./place-hits.ts";
import { type PlaceQuery, wordPatterns } from "./place-query.ts";

/** More names than any page shows; a single letter fits thousands. */
const MOST_NAMES = 1000;

/**
 * Names, own and old, that hold every word of the query, the best first.
 * Ranks: 0 the whole name with its kind word, 1 the whole name, 2 its beginning, 3 all its words.
 */
export async function findNames(
  db: Db,
  { full, bare }: PlaceQuery,
): Promise<readonly NamedCommune[]> {
  return db.$queryRaw<NamedCommune[]>`
    WITH named AS (
      SELECT id, search_name, NULL AS old_name, NULL AS old_district, NULL AS old_province, NULL AS how
      FROM place
      WHERE kind = 'commune'
      UNION ALL
      SELECT commune_id, old_search_name, old_name, old_district, old_province, how
      FROM place_predecessor
    ), fitting AS (
      SELECT *, regexp_replace(search_name, '^(xa|phuong|thi tran|dac khu) ', '') AS bare_name
      FROM named
      WHERE ' ' || search_name LIKE ALL (${wordPatterns(bare)}::text[])
    )
    SELECT
      c.id, c.type, c.name, p.type AS "provinceType", p.name AS "provinceName",
      coalesce(code.code, '') AS code,
      f.old_name AS "oldName", f.old_district AS "oldDistrict", f.old_province AS "oldProvince", f.how,
      CASE
        WHEN f.search_name = ${full} THEN 0
        WHEN f.bare_name IN (${bare}, ${full}) THEN 1
        WHEN f.bare_name LIKE ANY (${[`${bare}%`, `${full}%`]}::text[]) THEN 2
        ELSE 3
      END AS rank
    FROM fitting f
    JOIN place c ON c.id = f.id AND c.valid_to IS NULL
    JOIN place p ON p.id = c.province_id
    LEFT JOIN place_code code
      ON code.place_id = c.id AND code.system = 'gso' AND code.valid_to IS NULL
    WHERE ' ' || f.bare_name LIKE ALL (${wordPatterns(bare)}::text[])
    ORDER BY rank, f.old_name IS NOT NULL, c.search_name, c.id
    LIMIT ${MOST_NAMES}`;
}
