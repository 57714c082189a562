import { expect, test } from "vitest";

import { openBodyBudget } from "#app/server/http/body-budget.server.ts";

const MEBIBYTE = 1024 * 1024;

test("large bodies share a budget, and somebody's form still gets in beside them", () => {
  const bodies = openBodyBudget();
  const first = bodies();
  const second = bodies();
  first.take(10 * MEBIBYTE);

  expect(() => second.take(10 * MEBIBYTE)).toThrow(expect.objectContaining({ status: 503 }));
  expect(() => bodies().take(60 * 1024)).not.toThrow();
});

test("forms alone cannot take more than there is either", () => {
  const bodies = openBodyBudget();
  const form = () => bodies().take(64 * 1024);
  const most = (24 * MEBIBYTE) / (64 * 1024);
  for (let count = 0; count < most; count += 1) form();

  expect(form).toThrow(expect.objectContaining({ status: 503 }));
});

test("whoever comes alone may have more, and what is written to disk is held no longer", () => {
  const bodies = openBodyBudget();
  const alone = bodies();
  alone.take(30 * MEBIBYTE);
  alone.giveBack(30 * MEBIBYTE);
  const next = bodies();
  next.take(12 * MEBIBYTE);
  next.close();

  expect(() => bodies().take(16 * MEBIBYTE)).not.toThrow();
});
