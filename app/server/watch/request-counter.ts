import type { RequestCounts } from "./open-metrics.ts";

const BOUNDS_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, Infinity];

/** Counts what a process answered, in memory. */
export class RequestCounter {
  readonly #byStatus = new Map<string, number>();
  readonly #buckets = BOUNDS_SECONDS.map(() => 0);
  #seconds = 0;

  add(status: number, milliseconds: number): void {
    const kind = `${Math.floor(status / 100)}xx`;
    this.#byStatus.set(kind, (this.#byStatus.get(kind) ?? 0) + 1);
    const seconds = milliseconds / 1000;
    this.#seconds += seconds;
    for (const [at, bound] of BOUNDS_SECONDS.entries()) {
      if (seconds <= bound) this.#buckets[at] = (this.#buckets[at] ?? 0) + 1;
    }
  }

  counts(): RequestCounts {
    return {
      byStatus: this.#byStatus,
      seconds: this.#seconds,
      buckets: BOUNDS_SECONDS.map((bound, at) => [bound, this.#buckets[at] ?? 0] as const),
    };
  }
}
