import { formatNumber } from "#app/domain/kernel/index.ts";

const KILOBYTE = 1000;

/** "240 kB", "1,5 MB": what a learner pays for in data. */
export function byteText(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE));
  return kilobytes < KILOBYTE
    ? `${kilobytes} kB`
    : `${formatNumber(Math.round(kilobytes / 100) / 10)} MB`;
}
