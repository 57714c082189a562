import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

export interface DataColumn {
  readonly key: string;
  readonly label: string;
  readonly align?: "left" | "right" | "center" | undefined;
  /** An empty column that only paper shows, with room for a signature. */
  readonly signature?: boolean | undefined;
  /** Of no use on paper: ticks, buttons. */
  readonly screenOnly?: boolean | undefined;
}

export interface DataRow {
  /** Unique in the table. */
  readonly id: string;
  /** By the column's key. */
  readonly cells: Readonly<Record<string, ReactNode>>;
}

interface DataTableProps {
  readonly caption: string;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  /** The column that names the row; the first when not given. */
  readonly rowHeader?: string | undefined;
  /** Where the same words stand above the table already; still read out. */
  readonly captionHidden?: boolean | undefined;
}

/** A table on a wide screen and on paper; on a phone each row is a card. */
export function DataTable(props: DataTableProps) {
  const { caption, columns, rows, rowHeader, captionHidden = false } = props;
  const { empty } = useWords().common.table;
  const header = rowHeader ?? columns[0]?.key;
  return (
    <table className="data cards">
      <caption className={captionHidden ? "sr-only" : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classOf(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 ? (
          <tr>
            <td colSpan={columns.length}>{empty}</td>
          </tr>
        ) : null}
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map((column) =>
              column.key === header ? (
                <th key={column.key} scope="row" className={classOf(column)}>
                  {row.cells[column.key]}
                </th>
              ) : (
                <td key={column.key} className={classOf(column)} data-label={column.label}>
                  {column.signature === true ? null : <span>{row.cells[column.key]}</span>}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classOf({ align, signature, screenOnly }: DataColumn): string | undefined {
  if (signature === true) return "sign";
  if (screenOnly === true) return "no-print";
  return align === undefined || align === "left" ? undefined : `at-${align}`;
}

interface RowCheckProps {
  readonly name: string;
  readonly value: string;
  /** Whom or what the tick chooses: "Chọn Giàng Thị Mỷ". */
  readonly label: string;
  readonly defaultChecked?: boolean | undefined;
}

/** A tick in a row, with room for a thick finger. */
export function RowCheck({ name, value, label, defaultChecked }: RowCheckProps) {
  return (
    <label className="row-check">
      <input type="checkbox" {...{ name, value, defaultChecked }} />
      <span className="sr-only">{label}</span>
    </label>
  );
}
