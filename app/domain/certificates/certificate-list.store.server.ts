import type { Db } from "#app/db/index.server.ts";
import { compareVietnamese, type PlaceId, searchPatterns } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import type { CertificateLine, CertificatePage } from "./certificate.ts";

interface Question {
  readonly communeIds: readonly PlaceId[];
  /** As typed; "" for everybody. */
  readonly name: string;
  /** A whole code, or null. */
  readonly code: string | null;
  readonly courseId: string | null;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
}

interface Row {
  readonly id: string;
  readonly holder_name: string;
  readonly place_type: string;
  readonly place_name: string;
  readonly course_title: string;
  readonly code: string;
  readonly issued_at: Date;
  readonly revoked: boolean;
  readonly found: number;
}

/**
 * One page of certificates, the newest first, the last page when a later is asked for.
 */
export async function findLines(
  db: Db,
  asked: Question,
): Promise<{ readonly lines: readonly CertificateLine[]; readonly found: number }> {
  const { communeIds, code, courseId, page, perPage } = asked;
  const patterns = searchPatterns(asked.name);
  const rows = await db.$queryRaw<Row[]>`
    WITH searchable AS (
      SELECT commune_id, id, issued_at, status_index,
             CASE WHEN ${patterns}::text[] = '{}' THEN '' ELSE ' ' || search_key(holder_name) END AS words
      FROM course_certificate
      WHERE commune_id = ANY (${[...communeIds]}::uuid[])
        AND (${courseId}::text IS NULL OR course_id = ${courseId}::text)
        AND (${code}::text IS NULL OR code = ${code}::text)
    ), fitting AS (
      SELECT commune_id, id, count(*) OVER ()::int AS found,
             (row_number() OVER (ORDER BY issued_at DESC, status_index DESC) - 1)::int AS before
      FROM searchable WHERE words LIKE ALL (${patterns}::text[])
    ), page AS (
      SELECT commune_id, id, found FROM fitting
      WHERE before / ${perPage}::int = least(${page}::int - 1, (found - 1) / ${perPage}::int)
    )
    SELECT c.id, c.holder_name, c.course_title, c.code, c.issued_at, page.found,
           pl.type AS place_type, pl.name AS place_name,
           EXISTS (SELECT FROM course_certificate_revocation r
                   WHERE r.commune_id = c.commune_id AND r.certificate_id = c.id) AS revoked
    FROM page
    JOIN course_certificate c ON c.commune_id = page.commune_id AND c.id = page.id
    JOIN place pl ON pl.id = c.commune_id
    ORDER BY c.issued_at DESC, c.status_index DESC`;
  return {
    found: rows[0]?.found ?? 0,
    lines: rows.map((row) => ({
      id: row.id,
      holderName: row.holder_name,
      communeName: placeTitle({ type: row.place_type, name: row.place_name }),
      courseTitle: row.course_title,
      code: row.code,
      issuedAt: row.issued_at,
      revoked: row.revoked,
    })),
  };
}

/** Every course that certificates there are of; by the title that the newest of them bears. */
export async function findCertifiedCourses(
  db: Db,
  communeIds: readonly PlaceId[],
): Promise<CertificatePage["courses"]> {
  const rows = await db.$queryRaw<{ course_id: string; course_title: string }[]>`
    SELECT DISTINCT ON (course_id) course_id, course_title FROM course_certificate
    WHERE commune_id = ANY (${[...communeIds]}::uuid[])
    ORDER BY course_id, status_index DESC`;
  return rows
    .map((row) => ({ courseId: row.course_id, title: row.course_title }))
    .toSorted((a, b) => compareVietnamese(a.title, b.title));
}
