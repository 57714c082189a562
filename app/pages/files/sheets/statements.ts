import type { SheetLayout } from "#app/domain/documents/index.ts";
import type { SheetRow, SheetScore } from "#app/domain/exchange/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { vi } from "#app/locales/index.ts";

const words = vi.exchange.sheet;

/** Who learned what, statement by statement. */
export const statements: SheetLayout<SheetRow> = {
  tab: words.tab,
  columns: [
    { header: "Thời điểm", type: "moment", width: 18, value: ({ at }) => at },
    { header: "Xã", type: "name", width: 20, value: ({ communeName }) => communeName },
    { header: "Thôn", type: "name", width: 20, value: ({ villageName }) => villageName },
    { header: "Họ và tên", type: "name", width: 26, value: ({ personName }) => personName },
    { header: "Việc", type: "text", width: 14, value: ({ verb }) => verb },
    { header: "Nội dung", type: "text", width: 50, value: ({ object }) => object },
    {
      header: "Kết quả",
      type: "text",
      width: 24,
      value: ({ outcome, response }) => words.outcome(outcome, response),
    },
    { header: "Điểm", type: "code", width: 10, value: ({ score }) => scoreText(score) },
    { header: "Ghi nhận bởi", type: "name", width: 20, value: ({ authority }) => authority },
  ],
};

function scoreText(score: SheetScore | null): string {
  if (score === null) return "";
  if (score.kind === "scaled") return `${formatNumber(score.scaled * 100)}%`;
  const { raw, max } = score;
  // Not "8/10": Excel would make the eighth of October of it.
  return max === null ? formatNumber(raw) : words.scoreOf(formatNumber(raw), formatNumber(max));
}
