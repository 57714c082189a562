import type { ComponentProps } from "react";

import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { DataTable } from "#app/kit/data-table.tsx";

interface NumberedTableProps extends ComponentProps<typeof DataTable> {
  /** Rows on the pages before this one. */
  readonly before?: number | undefined;
}

/** A table with "STT" before its first column; on a phone, where each row is a card, without it. */
export function NumberedTable({ before = 0, columns, rows, ...rest }: NumberedTableProps) {
  const { ordinal } = useWords().desk.table;
  const [first] = columns;
  return (
    <div className="[@media_screen_and_(max-width:47.99rem)]:[&_td:has(.row-number)]:hidden">
      <DataTable
        rowHeader={first?.key}
        {...rest}
        columns={[{ key: "ordinal", label: ordinal, align: "right" }, ...columns]}
        rows={rows.map(({ id, cells }, index) => ({
          id,
          cells: {
            ...cells,
            ordinal: <span className="row-number">{formatNumber(before + index + 1)}</span>,
          },
        }))}
      />
    </div>
  );
}
