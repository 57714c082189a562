import type { Db } from "#app/db/index.server.ts";
import type { KeptStatement } from "#app/domain/xapi/index.ts";

import type { Names, RecordLine } from "./records.ts";
import { findNames } from "./resident.store.server.ts";
import { agentsNamedBy, partsOf } from "./statement-parts.ts";

/** Statements as a list shows them, the residents whom it names, and how many people it names at all. */
export async function linesOf(
  db: Db,
  baseIri: string,
  places: ReadonlyMap<string, string>,
  statements: readonly KeptStatement[],
): Promise<{
  readonly lines: readonly RecordLine[];
  readonly names: Names;
  readonly persons: number;
}> {
  const lines = statements.map((kept): RecordLine => lineOf(kept, baseIri, places));
  const agents = lines.flatMap(({ parts }) => (parts === null ? [] : agentsNamedBy(parts)));
  const accountIds = new Set(agents.flatMap(({ accountId }) => accountId ?? []));
  return {
    lines,
    names: await findNames(db, [...accountIds]),
    persons: new Set(agents.map(({ key }) => key)).size,
  };
}

export function lineOf(
  kept: KeptStatement,
  baseIri: string,
  places: ReadonlyMap<string, string>,
): RecordLine {
  return {
    statementId: kept.id,
    stored: kept.stored,
    timestamp: kept.timestamp,
    placeName: places.get(kept.communeId) ?? "",
    voided: kept.voided,
    parts: kept.payload === null ? null : partsOf(JSON.parse(kept.payload), baseIri),
  };
}
