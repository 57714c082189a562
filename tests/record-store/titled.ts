/** Rows for `test.for(…)("%s", ([, row]) => …)`, whose names are sentences without quotes in them. */
export function titled<Row>(
  rows: readonly Row[],
  title: (row: Row) => string,
): readonly (readonly [string, Row])[] {
  return rows.map((row) => [title(row), row]);
}
