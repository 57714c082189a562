import pg from "pg";
import { expect, inject, test } from "vitest";

import { ask, newId, VERSIONS } from "./ask.ts";
import { newPlace } from "./document-kinds.ts";
import { AGENT, something } from "./statements.ts";

/** While `work` goes on nobody reads a statement or a document: as a search that has too much to do. */
async function withoutProgress<Value>(work: () => Promise<Value>): Promise<Value> {
  const holder = new pg.Client({ connectionString: inject("recordStore").databaseUrl });
  await holder.connect();
  try {
    await holder.query("BEGIN");
    await holder.query(
      "LOCK TABLE xapi_statement, xapi_posting, xapi_statement_key, xapi_document IN ACCESS EXCLUSIVE MODE",
    );
    return await work();
  } finally {
    await holder.end();
  }
}

test("a reading that the database does not end in time is answered 503 with when to come again, never 500", async () => {
  const questions = VERSIONS.flatMap((version) =>
    (
      [
        ["GET", "/statements", {}],
        ["GET", "/statements", { agent: AGENT, related_agents: "true", limit: "1" }],
        ["GET", "/statements", { activity: something().id, attachments: "true" }],
        ["HEAD", "/statements", { since: "2026-01-01T00:00:00Z" }],
        ["GET", "/statements", { statementId: newId() }],
        ["GET", "/activities/state", newPlace("state")],
        ["GET", "/agents/profile", { agent: AGENT }],
      ] as const
    ).map(([method, path, query]) => ({ method, path, query, version })),
  );

  const answers = await withoutProgress(() =>
    Promise.all(questions.map(({ method, path, ...asked }) => ask(method, path, asked))),
  );

  for (const [index, { status, headers }] of answers.entries()) {
    const asked = JSON.stringify(questions[index]);
    expect(status, asked).toBe(503);
    expect(headers.get("retry-after"), asked).toMatch(/^\d+$/u);
  }
  expect((await ask("GET", "/statements", { query: { limit: "1" } })).status).toBe(200);
});
