import { expect, test } from "vitest";

import { product } from "#tests/setup/journey-product.ts";

import { ask, get } from "./http.ts";
import { databaseIn, enter } from "./sample-people.ts";

test("where there is no such course, she keeps her name and the places to go", async () => {
  const { promoter } = product;
  const cookie = await enter(databaseIn(product.dataFolder), promoter);
  for (const path of ["/hoc/khong-co-khoa-nay", "/hoc/khong-co-khoa-nay/bai"]) {
    const answer = await ask(product.origin, get(path, cookie));
    if (typeof answer === "string") throw new Error(answer);
    const html = answer.body.toString();
    expect(answer.status, path).toBe(404);
    expect(html, path).toContain(promoter.name);
    expect(html, path).toContain('class="places"');
  }
});
