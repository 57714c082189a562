import { formatNumber } from "#app/domain/kernel/index.ts";

/** "1 case", "3 cases"; a text is a number that was written already. */
export function counted(count: number | string, one: string, many = `${one}s`): string {
  const written = typeof count === "number" ? formatNumber(count) : count;
  return `${written} ${written === "1" ? one : many}`;
}

/** "indicator 3", "indicators 3, 5". */
export function indicators(codes: readonly string[]): string {
  return `${codes.length === 1 ? "indicator" : "indicators"} ${codes.join(", ")}`;
}
