import type { Transact } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import { accept, type Clock, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";
import { findPlace } from "#app/domain/places/index.server.ts";
import { storeStatementTexts, type StoreOutcome } from "#app/domain/xapi/index.server.ts";

import type { Line } from "./json-lines.ts";

export type ImportStatementsRefusal = { readonly code: "commune-unknown" };

export interface ImportFault {
  /** From 1. */
  readonly line: number;
  readonly kind: "conflict" | "invalid";
  readonly id: string | null;
  /** In English, as the store says it; "" for a conflict. */
  readonly said: string;
}

export interface ImportReport {
  readonly lines: number;
  readonly stored: number;
  readonly same: number;
  readonly conflict: number;
  readonly invalid: number;
  /** The first ones. */
  readonly faults: readonly ImportFault[];
}

const BATCH = 500;
const FAULTS_SHOWN = 20;
const NOBODY: ImportReport = { lines: 0, stored: 0, same: 0, conflict: 0, invalid: 0, faults: [] };

/**
 * Stores statements of another record store in a commune. Whoever imports vouches for them: their
 * authority is the importing office of that commune, and what they named as theirs stays in the text
 * that is kept. Each batch stands with its audit entry in one transaction; an import that was broken
 * off is run again from the start, and finds what it stored before to be the same.
 */
export async function importStatements(
  deps: Clock & { readonly transact: Transact; readonly baseIri: string },
  input: {
    readonly communeId: PlaceId;
    /** The paper or the agreement by which they may be taken in. */
    readonly basis: string;
    readonly lines: AsyncIterable<Line>;
    readonly progress: (report: ImportReport) => void;
  },
): Promise<Result<ImportReport, ImportStatementsRefusal>> {
  const { communeId, lines, progress } = input;
  const place = await deps.transact([communeId], (db) => findPlace(db, communeId));
  if (place?.kind !== "commune") return refuse({ code: "commune-unknown" });
  const authority = {
    objectType: "Agent" as const,
    name: placeTitle(place),
    account: { homePage: deps.baseIri, name: `import:${communeId}` },
  };

  let report = NOBODY;
  let batch: Line[] = [];
  const flush = async () => {
    const outcomes = await storeBatch(deps, { ...input, authority, batch });
    report = added(report, batch, outcomes);
    batch = [];
    progress(report);
  };
  for await (const line of lines) {
    batch.push(line);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return accept(report);
}

function storeBatch(
  deps: Clock & { readonly transact: Transact },
  input: {
    readonly communeId: PlaceId;
    readonly basis: string;
    readonly authority: Parameters<typeof storeStatementTexts>[1]["authority"];
    readonly batch: readonly Line[];
  },
): Promise<readonly StoreOutcome[]> {
  const { communeId, basis, authority, batch } = input;
  return deps.transact([communeId], async (db) => {
    const outcomes = await storeStatementTexts(db, {
      communeId,
      authority,
      // It may take back what it brought, in this commune.
      voiding: { reach: [communeId], ofOthers: true },
      texts: batch.map(({ text }) => text),
    });
    const stored = outcomes.filter(({ outcome }) => outcome === "stored").length;
    if (stored > 0) {
      await appendAudit(db, [
        {
          communeId,
          at: deps.now(),
          actor: { personId: null, name: "Người quản trị máy chủ", office: "" },
          action: "statements.imported",
          subjectKind: "commune",
          subjectId: communeId,
          detail: {
            basis,
            stored,
            fromLine: batch[0]?.number ?? 0,
            toLine: batch.at(-1)?.number ?? 0,
          },
        },
      ]);
    }
    return outcomes;
  });
}

function added(
  report: ImportReport,
  batch: readonly Line[],
  outcomes: readonly StoreOutcome[],
): ImportReport {
  const count = (kind: StoreOutcome["outcome"]) =>
    outcomes.filter(({ outcome }) => outcome === kind).length;
  const faults = outcomes.flatMap((outcome, at): ImportFault[] => {
    const { number = 0, fault = null } = batch[at] ?? {};
    if (outcome.outcome === "conflict") {
      return [{ line: number, kind: "conflict", id: outcome.id, said: "" }];
    }
    if (outcome.outcome !== "invalid") return [];
    return [{ line: number, kind: "invalid", id: outcome.id, said: fault ?? outcome.fault }];
  });
  return {
    lines: report.lines + batch.length,
    stored: report.stored + count("stored"),
    same: report.same + count("same"),
    conflict: report.conflict + count("conflict"),
    invalid: report.invalid + count("invalid"),
    faults: [...report.faults, ...faults].slice(0, FAULTS_SHOWN),
  };
}
