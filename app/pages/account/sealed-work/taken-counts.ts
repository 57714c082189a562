import type { EnvelopeReceipt } from "#app/domain/phones/index.ts";

/** How many envelopes met which end; lines that were no envelope count as unreadable. */
export function countsOf(
  receipts: readonly EnvelopeReceipt[],
  broken: number,
): Record<EnvelopeReceipt["outcome"], number> {
  const counts = {
    recorded: 0,
    same: 0,
    "already-judged": 0,
    "set-aside": 0,
    closed: 0,
    unreadable: broken,
    later: 0,
  };
  for (const { outcome } of receipts) counts[outcome] += 1;
  return counts;
}
