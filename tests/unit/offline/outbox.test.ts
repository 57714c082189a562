import fc from "fast-check";
import { expect, test } from "vitest";

import { event, history } from "./histories.ts";
import { newWorld, ServerModel } from "./two-phones.ts";

const HISTORIES = 10_000;

function histories(variant: { readonly idempotent: boolean; readonly trusting: boolean }) {
  return fc.asyncProperty(fc.array(event, { maxLength: 24, size: "max" }), async (events) => {
    const server = new ServerModel(variant.idempotent);
    await history(await newWorld(server, undefined, variant.trusting), events);
  });
}

test("whatever happens to phones, clocks, network and content, no answer is lost and none counts twice", async () => {
  const lost = await fc.check(histories({ idempotent: true, trusting: false }), {
    numRuns: HISTORIES,
    seed: 20_261_126,
  });
  expect(lost.counterexample, String(lost.errorInstance)).toBeNull();
  expect(lost.numRuns).toBe(HISTORIES);
}, 240_000);

test("the histories find a phone that takes any end of a post for a receipt", async () => {
  const found = await fc.check(histories({ idempotent: true, trusting: true }), { numRuns: 500 });
  expect(found.failed).toBe(true);
  expect(String(found.errorInstance)).toContain("left without receipt");
});

test("the histories find a server that counts what comes twice", async () => {
  const found = await fc.check(histories({ idempotent: false, trusting: false }), { numRuns: 500 });
  expect(found.failed).toBe(true);
  expect(String(found.errorInstance)).toContain("counted twice");
});
