import { formatNumber } from "#app/domain/kernel/index.ts";

const KILOBYTE = 1000;
const MEGABYTE = 1000 * KILOBYTE;

/** "12 kB", "1,4 MB": never less than it is. */
export function fileSize(bytes: number): string {
  return bytes < MEGABYTE
    ? `${Math.ceil(bytes / KILOBYTE)} kB`
    : `${formatNumber(Math.ceil(bytes / (MEGABYTE / 10)) / 10)} MB`;
}

/** "0:34", "2:05". */
export function playingTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
