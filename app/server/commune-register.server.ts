import { type Process, processOf, type RegisterEntryView } from "#app/domain/evaluation/index.ts";
import {
  listDecisions,
  readDecision,
  readRegisterEntry,
} from "#app/domain/evaluation/index.server.ts";
import { compareVietnamese, type Day } from "#app/domain/kernel/index.ts";

import type { CommuneDesk } from "./commune-desk.server.ts";
import type { Deps } from "./deps.server.ts";

/** One line of a commune's register. */
export interface RegisterLine {
  readonly entryId: string;
  readonly registerNumber: string;
  readonly publicCode: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly villageName: string;
  readonly decisionId: string;
  readonly decisionNumber: string;
  readonly decidedOn: Day;
  readonly revoked: boolean;
}

/** Everybody whom a commune's decisions of a year entered, by register number. */
export async function readRegister(
  deps: Deps,
  { actor, communeId }: CommuneDesk,
  year: number,
): Promise<readonly RegisterLine[]> {
  const listed = await listDecisions(deps, actor, { communeId, year });
  if (!listed.ok) return [];
  const lines: RegisterLine[] = [];
  for (const { id } of listed.value.filter(({ state }) => state === "issued")) {
    // A commune issues a few decisions a year.
    // oxlint-disable-next-line no-await-in-loop
    const decision = await readDecision(deps, actor, { communeId, decisionId: id });
    if (!decision.ok) continue;
    const { number, decidedOn, rows } = decision.value;
    for (const row of rows) {
      const { registerEntryId, registerNumber, publicCode } = row;
      if (number === null || decidedOn === null) continue;
      if (registerEntryId === null || registerNumber === null || publicCode === null) continue;
      lines.push({
        entryId: registerEntryId,
        registerNumber,
        publicCode,
        fullName: row.fullName,
        birthYear: row.birthYear,
        villageName: row.villageName,
        decisionId: id,
        decisionNumber: number,
        decidedOn,
        revoked: row.revoked,
      });
    }
  }
  return lines.toSorted((a, b) => compareVietnamese(a.registerNumber, b.registerNumber));
}

/** One entry, with the reasons for which its year's procedure lets it be revoked; null when unknown. */
export async function openEntry(
  deps: Deps,
  { actor, communeId }: CommuneDesk,
  registerEntryId: string | null,
): Promise<{
  readonly entry: RegisterEntryView;
  readonly reasons: Process["revocationReasons"];
} | null> {
  if (registerEntryId === null) return null;
  const read = await readRegisterEntry(deps, actor, { communeId, registerEntryId });
  if (!read.ok) return null;
  const reasons = processOf(deps.processes(), read.value.year)?.revocationReasons ?? [];
  return { entry: read.value, reasons };
}
