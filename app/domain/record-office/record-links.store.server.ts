import type { Db } from "#app/db/index.server.ts";

const REFERRERS_AT_MOST = 50;

/** How a statement hangs together with others, and what became of it. */
export interface RecordLinks {
  readonly refersTo: { readonly statementId: string; readonly within: boolean } | null;
  readonly referredBy: readonly { readonly statementId: string; readonly voids: boolean }[];
  /** SHA-256 of the text that was erased, hex; null while the text is there. */
  readonly erasedHash: string | null;
  readonly erasure: { readonly at: Date; readonly basis: string } | null;
  readonly sealedAt: Date | null;
}

/** All of it within the transaction's scope; what lies beyond is told of by its id alone. */
export async function findLinks(
  db: Db,
  kept: { readonly id: string; readonly stored: Date; readonly sequence: bigint },
): Promise<RecordLinks> {
  const [row] = await db.$queryRaw<
    {
      readonly refers_to: string | null;
      readonly within: boolean;
      readonly hash: string | null;
      readonly at: Date | null;
      readonly basis: string | null;
      readonly sealed_at: Date | null;
    }[]
  >`
    SELECT s.refers_to, encode(s.payload_hash, 'hex') AS hash, e.at, e.basis, seal.sealed_at,
           EXISTS (SELECT FROM xapi_statement_key k
                   JOIN xapi_statement t ON t.stored = k.stored AND t.sequence = k.sequence
                   WHERE k.id = s.refers_to) AS within
    FROM xapi_statement s
    LEFT JOIN xapi_erasure e ON e.commune_id = s.commune_id AND e.id = s.erasure_id
    LEFT JOIN xapi_seal seal ON seal.commune_id = s.commune_id
      AND seal.day = (s.stored AT TIME ZONE 'UTC')::date
    WHERE s.stored = ${kept.stored}::timestamptz AND s.sequence = ${kept.sequence}::bigint`;
  const referrers = await db.xapiStatement.findMany({
    where: { refersTo: kept.id },
    orderBy: [{ stored: "desc" }, { sequence: "desc" }],
    take: REFERRERS_AT_MOST,
    select: { id: true, voids: true },
  });
  if (row === undefined) throw new Error(`statement ${kept.id} is not where it was found`);
  const { refers_to: refersTo, within, hash, at, basis } = row;
  return {
    refersTo: refersTo === null ? null : { statementId: refersTo, within },
    referredBy: referrers.map(({ id, voids }) => ({ statementId: id, voids })),
    erasedHash: hash,
    erasure: at === null || basis === null ? null : { at, basis },
    sealedAt: row.sealed_at,
  };
}
