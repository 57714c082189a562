import type { Scope, Transact } from "#app/db/index.server.ts";
import {
  type KeptStatement,
  type Position,
  type StatementQuery,
  statementText,
} from "#app/domain/xapi/index.ts";
import { consistentThrough, findStatements } from "#app/domain/xapi/index.server.ts";

const PAGE = 500;

/** Statements page by page, each page in a transaction of its own; what is stored after the start is left out. */
export async function* statementPages(
  transact: Transact,
  scope: Scope,
  query: StatementQuery,
): AsyncGenerator<readonly KeptStatement[]> {
  const through = await transact(scope, (db) => consistentThrough(db));
  const until = query.until !== undefined && query.until < through ? query.until : through;
  let after: Position | undefined;
  do {
    const position = after;
    // A page is asked for when the one before has been taken, so memory holds one.
    // oxlint-disable-next-line no-await-in-loop
    const page = await transact(scope, (db) =>
      findStatements(db, { ...query, until }, { limit: PAGE, after: position }),
    );
    yield page.statements;
    after = page.more ?? undefined;
  } while (after !== undefined);
}

export interface ExportedPage {
  /** Each a statement as the store gives it out, on one line with its end. */
  readonly lines: string;
  readonly statements: number;
  /** Lawfully erased: nothing of them is left to export. */
  readonly erased: number;
}

/**
 * Every statement in reach in the order of storing, voided ones and their voiders too, as JSON lines.
 * For whoever runs the server; a person's right to see them is not asked.
 */
export async function* exportStatements(
  transact: Transact,
  asked: {
    readonly scope: Scope;
    readonly since?: Date | undefined;
    readonly until?: Date | undefined;
  },
): AsyncGenerator<ExportedPage> {
  const { scope, since, until } = asked;
  const query: StatementQuery = {
    ascending: true,
    includeAll: true,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
  for await (const page of statementPages(transact, scope, query)) {
    const lines = page.flatMap(({ payload, ...kept }) =>
      payload === null ? [] : [`${oneLine(statementText({ ...kept, payload }))}\n`],
    );
    yield { lines: lines.join(""), statements: lines.length, erased: page.length - lines.length };
  }
}

/** Line breaks stand in JSON between its parts only; inside of a text they are written `\n`. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/gu, " ");
}
