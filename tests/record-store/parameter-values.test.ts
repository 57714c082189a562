import { expect, test } from "vitest";

import { VERSIONS } from "./ask.ts";

import { get, put, statementWith } from "./statements.ts";

test.for(VERSIONS)(
  "XAPI-00012 a parameter is held to the standards of its type in statements (%s)",
  async (version) => {
    const wrong = {
      statementId: ["", "5", "{0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10}"],
      voidedStatementId: ["", "0192f0a4"],
      agent: ["", "my", "{}", "[]", '{"mbox":"my@a.example"}', '{"mbox":["mailto:a@b.example"]}'],
      verb: ["", "tried", "hoc.example/tried"],
      activity: ["", "bai-1"],
      registration: ["", "class", "0192f0a45b7e7c319d526f1f0c1d7a10"],
      related_agents: ["", "yes", "1", "True"],
      related_activities: ["", "no", "FALSE"],
      since: ["", "yesterday", "2026-13-01T00:00:00Z", "1700000000"],
      until: ["", "today"],
      limit: ["", "-1", "1.5", "many", "1e3", "0x10"],
      format: ["", "IDS", "short"],
      attachments: ["", "on"],
      ascending: ["", "up"],
    };
    const taken: string[] = [];
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) {
        const { status, text } = await get(version, { [name]: value });
        if (status !== 400 || text === "") taken.push(`${name}=${value}: ${status}`);
      }
    }
    expect(taken).toEqual([]);
    const statement = statementWith();
    const wrongId = await put(version, statement, "not-a-uuid");
    expect(wrongId.status).toBe(400);
  },
);
