import { readFile } from "node:fs/promises";

import { expect, test } from "vitest";

test("every change of the schema has its migration", async () => {
  const schema = await readFile("prisma/schema.prisma", "utf8");
  const applied = await readFile("prisma/migrations/applied.prisma", "utf8");

  expect(applied).toBe(schema);
});
