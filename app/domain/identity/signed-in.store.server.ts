import type { Db } from "#app/db/index.server.ts";
import { dayOf } from "#app/domain/kernel/index.ts";

export interface SignedInOfficial {
  readonly officeId: string;
  readonly name: string;
  readonly title: string;
  readonly placeName: string;
  /** On how many phones and computers. */
  readonly sessions: number;
  readonly lastSignIn: Date;
}

/** Of the communes in reach. */
export async function findSignedInOfficials(
  db: Db,
  now: Date,
): Promise<readonly SignedInOfficial[]> {
  const today = dayOf(now);
  return db.$queryRaw<SignedInOfficial[]>`
    SELECT o.id AS "officeId", p.full_name AS name, o.title,
      upper(left(pl.type, 1)) || substr(pl.type, 2) || ' ' || pl.name AS "placeName",
      count(*)::int AS sessions, max(s.created_at) AS "lastSignIn"
    FROM session s
      JOIN account a ON a.commune_id = s.commune_id AND a.id = s.account_id
      JOIN person p ON p.commune_id = a.commune_id AND p.id = a.person_id
      JOIN office o ON o.commune_id = p.commune_id AND o.person_id = p.id
        AND o.role <> 'promoter' AND o.valid_from <= ${today}::date
        AND (o.valid_to IS NULL OR o.valid_to > ${today}::date)
      JOIN place pl ON pl.id = o.place_id
    WHERE s.expires_at > ${now}
    GROUP BY o.id, p.full_name, o.title, pl.type, pl.name
    ORDER BY max(s.created_at) DESC, o.id LIMIT 200`;
}
