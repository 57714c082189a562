import type { IncomingMessage } from "node:http";

import { BodyRefused, type BodyReservation } from "./body-budget.server.ts";

/** How slowly a body may come: a phone at the edge of a village has 5 kB a second. */
export interface Patience {
  /** Before the first bytes have to be there. */
  readonly graceMilliseconds: number;
  readonly bytesPerSecond: number;
}

const PATIENCE: Patience = { graceMilliseconds: 20_000, bytesPerSecond: 2_000 };

/**
 * The pieces of a body as they come, counted in what all bodies hold. Refused with 408 when they come
 * too slowly. Wherever the reading ends, the line stays open for the answer.
 */
export async function* readChunks(
  message: IncomingMessage,
  intake: BodyReservation,
  patience = PATIENCE,
): AsyncGenerator<Buffer, undefined> {
  const begun = performance.now();
  const chunks: AsyncIterator<Buffer> = message.iterator({ destroyOnReturn: false });
  let received = 0;
  try {
    for (;;) {
      const earned = patience.graceMilliseconds + (received * 1000) / patience.bytesPerSecond;
      const next = await inTime(chunks.next(), begun + earned - performance.now());
      if (next.done === true) return;
      received += next.value.length;
      intake.take(next.value.length);
      yield next.value;
    }
  } finally {
    // Not waited for: after 408 it would wait for what never comes.
    void chunks.return?.();
  }
}

async function inTime<Value>(work: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new BodyRefused(408)), Math.max(0, milliseconds));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // Whoever waits no longer is not told that the line broke.
    work.catch(() => undefined);
  }
}
