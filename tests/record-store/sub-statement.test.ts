import { expect, test } from "vitest";

import { type Part, VERSIONS } from "./ask.ts";
import { testRequirements } from "./requirements.ts";
import {
  ACTIVITY,
  AGENT,
  isKept,
  planned,
  post,
  REF,
  statementWith,
  UUID,
  VERB,
  VOIDED,
  voiding,
} from "./statements.ts";

const inner = { actor: AGENT, verb: VERB, object: ACTIVITY };
const planning = (parts: Part): Part => ({
  object: { objectType: "SubStatement", ...inner, ...parts },
});

testRequirements(
  (
    [
      {
        number: "XAPI-00066",
        says: "a SubStatement is validated as a statement",
        takes: { "a plan": planning({ timestamp: "2030-01-01T00:00:00Z" }) },
        refuses: {
          "no actor": planning({ actor: undefined }),
          "no verb": planning({ verb: undefined }),
          "no object": planning({ object: undefined }),
          "a bad score": planning({ result: { score: { scaled: 2 } } }),
          "another key": planning({ note: "x" }),
          "no type": { object: inner },
        },
      },
      ["XAPI-00067", "authority", AGENT],
      ["XAPI-00068", "version", "1.0.0"],
      ["XAPI-00069", "stored", "2026-11-22T03:00:00Z"],
      ["XAPI-00070", "id", UUID],
      {
        number: "XAPI-00071",
        says: "a SubStatement has no SubStatement",
        refuses: { nested: planning(planning({})) },
      },
    ] as const
  ).map((row) =>
    "number" in row
      ? { ...row, wholeAlone: true as const }
      : {
          number: row[0],
          says: `a SubStatement has no ${row[1]}`,
          refuses: { [row[1]]: planning({ [row[1]]: row[2] }) },
          wholeAlone: true as const,
        },
  ),
);

test.for(VERSIONS)(
  "XAPI-00019 a statement voids by its verb alone; a planned one voids nothing (%s)",
  async (version) => {
    const target = statementWith();
    expect((await post(version, target)).status).toBe(200);
    const plan = planned({ verb: VOIDED, object: { ...REF, id: target.id } });
    const other = statementWith({
      verb: { id: "https://hoc.example/verbs/voided" },
      object: { ...REF, id: target.id },
    });
    expect((await post(version, [plan, other])).status).toBe(200);
    expect(await isKept(version, target.id)).toBe(true);
    expect((await post(version, voiding(target.id))).status).toBe(200);
    expect(await isKept(version, target.id)).toBe(false);
  },
);
