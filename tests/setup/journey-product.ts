import { inject } from "vitest";

/** The product that the journeys of this worker walk: no other worker changes anything in it. */
export const product = productOfWorker(Number(process.env["VITEST_POOL_ID"]));

function productOfWorker(worker: number) {
  const found = inject("products")[worker - 1];
  if (found === undefined) throw new Error(`no product for worker ${worker}`);
  return found;
}
