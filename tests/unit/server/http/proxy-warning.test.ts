import { expect, test } from "vitest";

import { proxyWarning } from "#app/server/http/proxy-warning.ts";

const THROUGH_A_PROXY = { headers: { "x-forwarded-for": "203.0.113.9" } };

test("a proxy that nobody counted is told of once", () => {
  const told: string[] = [];
  const look = proxyWarning(0, (text) => told.push(text));

  look({ headers: {} });
  expect(told).toEqual([]);
  look(THROUGH_A_PROXY);
  look(THROUGH_A_PROXY);
  expect(told).toEqual([expect.stringContaining("NEPHOC_PROXIES")]);
});

test("a proxy that is counted is nothing to tell of", () => {
  const told: string[] = [];
  proxyWarning(1, (text) => told.push(text))(THROUGH_A_PROXY);

  expect(told).toEqual([]);
});
