import type { Db, Transact } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import {
  type Actor,
  auditActor,
  communeOffice,
  type HeldOffice,
  provincialOffice,
} from "#app/domain/identity/index.ts";
import {
  accept,
  type Clock,
  type Day,
  type PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";
import type { KeptStatement, StatementQuery } from "#app/domain/xapi/index.ts";

import { statementPages } from "./export-statements.server.ts";
import { placesWithin } from "./forward.store.server.ts";
import { findHolders, findPlaceNames } from "./holder.store.server.ts";
import { SHEET_ROWS, type SheetForm } from "./sheet.ts";
import { ownAccount, sheetRow, type SheetRow } from "./sheet-row.ts";
import { readFields } from "./statement-fields.ts";

export type TakeSheetRefusal =
  | { readonly code: "not-officer" }
  /** More than one file of that kind may hold. */
  | { readonly code: "too-many"; readonly most: number };

/** Rows as they are read, a page at a time. */
export type SheetPages = AsyncGenerator<readonly SheetRow[]>;

interface SheetDeps extends Clock {
  readonly transact: Transact;
  readonly baseIri: string;
}

interface SheetInput {
  /** A commune, or a province with all its communes. */
  readonly placeId: PlaceId;
  readonly form: SheetForm;
}

/**
 * A table of the statements of a place, for whoever holds office there, with the names of the people
 * in that reach; voided and erased ones are left out. That it was taken is logged before the first row.
 */
export async function takeSheet(
  deps: SheetDeps,
  actor: Actor,
  input: SheetInput,
): Promise<Result<SheetPages, TakeSheetRefusal>> {
  const counted = await countSheet(deps, actor, input);
  if (!counted.ok) return counted;
  const { office, scope, rows } = counted.value;
  const { placeId, form } = input;
  await deps.transact(actor.reach, (db) =>
    appendAudit(db, [
      {
        communeId: placeId,
        at: deps.now(),
        actor: auditActor(actor, office),
        action: "statements.taken",
        subjectKind: "place",
        subjectId: placeId,
        detail: { ...form, rows },
      },
    ]),
  );
  return accept(sheetPages(deps, scope, form));
}

/** How many rows a table would have, at most as many as one may have; refused when there are more. */
export async function countSheet(
  deps: SheetDeps,
  actor: Actor,
  { placeId, form }: SheetInput,
): Promise<
  Result<
    { readonly office: HeldOffice; readonly scope: readonly string[]; readonly rows: number },
    TakeSheetRefusal
  >
> {
  const office = communeOffice(actor, placeId) ?? provincialOffice(actor, placeId);
  if (office === null) return refuse({ code: "not-officer" });
  const scope = await deps.transact(actor.reach, (db) => placesWithin(db, placeId));
  const most = SHEET_ROWS[form.kind];
  let rows = 0;
  for await (const page of statementPages(deps.transact, scope, queryOf(form))) {
    rows += page.length;
    if (rows > most) return refuse({ code: "too-many", most });
  }
  return accept({ office, scope, rows });
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const startOf = (day: Day) => new Date(`${day}T00:00:00+07:00`);

function queryOf({ from, to, verb, activity }: SheetForm): StatementQuery {
  return {
    ascending: true,
    since: new Date(startOf(from).getTime() - 1),
    until: new Date(startOf(to).getTime() + DAY_MILLISECONDS - 1),
    ...(verb === "" ? {} : { verb }),
    ...(activity === "" ? {} : { activity, relatedActivities: true }),
  };
}

async function* sheetPages(
  { transact, baseIri }: SheetDeps,
  scope: readonly string[],
  form: SheetForm,
): SheetPages {
  let left = SHEET_ROWS[form.kind];
  for await (const page of statementPages(transact, scope, queryOf(form))) {
    const rows = await transact(scope, (db) => rowsOf(db, page.slice(0, left), baseIri));
    yield rows;
    left -= rows.length;
    if (left <= 0) return;
  }
}

async function rowsOf(
  db: Db,
  page: readonly KeptStatement[],
  baseIri: string,
): Promise<readonly SheetRow[]> {
  const read = page.flatMap(({ payload, ...kept }) =>
    payload === null ? [] : [{ kept, statement: readFields(payload) }],
  );
  const accounts = read.flatMap(({ statement }) => ownAccount(statement, baseIri) ?? []);
  const holders = await findHolders(db, accounts);
  const places = await findPlaceNames(db, [...new Set(read.map(({ kept }) => kept.communeId))]);
  return read.map(({ kept, statement }) =>
    sheetRow(statement, {
      at: kept.timestamp,
      communeName: places.get(kept.communeId) ?? "",
      authority: readFields(kept.authority),
      baseIri,
      holders,
    }),
  );
}
