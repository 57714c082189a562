import { expect, test } from "vitest";

import { keptStatement, readStatements } from "#app/domain/xapi/index.ts";

test("what was kept before a rule was made is refused when it comes today, and read all the same", () => {
  const kept = {
    id: "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10",
    actor: { mbox: "mailto:mailto:my@ban-pho.example" },
    verb: { id: "https://a.example/%zz" },
    object: { id: "https://a.example/#a#b" },
  };
  const newId = () => kept.id;

  expect(readStatements(JSON.stringify(kept), { newId, version: "2.0.0" }).ok).toBe(false);
  expect(keptStatement(kept)).toEqual(kept);
});
