import { gzipSync } from "node:zlib";

import { expect, test } from "vitest";

import { ask, newId, objectOf, VERSIONS } from "./ask.ts";
import { newPlace, onDocument } from "./document-kinds.ts";
import { get, post, statementWith, stored } from "./statements.ts";

test.for(VERSIONS)(
  "RFC 9110 §15.5.16 what is compressed is refused with what would be taken, and not kept as if it were plain (%s)",
  async (version) => {
    const place = newPlace("state");
    for (const encoding of ["gzip", "br", "deflate, gzip", "x-something"]) {
      const headers = { "content-type": "application/octet-stream", "content-encoding": encoding };
      const body = new Uint8Array(gzipSync("Bài của Mỷ"));
      const answer = await onDocument(version, "POST", "state", place, { headers, body });
      expect([answer.status, answer.headers.get("accept-encoding")]).toEqual([415, "identity"]);
    }
    expect((await onDocument(version, "GET", "state", place)).status).toBe(404);
    const statement = statementWith({ id: newId() });
    const sent = await ask("POST", "/statements", {
      version,
      headers: { "content-type": "application/json", "content-encoding": "gzip" },
      body: new Uint8Array(gzipSync(JSON.stringify(statement))),
    });
    expect(sent.status).toBe(415);
    expect((await get(version, { statementId: statement.id })).status).toBe(404);
  },
);

test("what says that it comes as it is comes as it is", async () => {
  const place = newPlace("state");
  const headers = { "content-encoding": "identity", "if-none-match": "*" };
  const answer = await onDocument("2.0.0", "PUT", "state", place, { headers, json: { x: 1 } });
  expect(answer.status).toBe(204);
});

const score = (parts: object) => post("2.0.0", statementWith({ result: { score: parts } }));

test("the refusal of a score says which of its rules was broken", async () => {
  expect((await score({ min: 5, max: 5 })).text).toContain("min must be less than max");
  expect((await score({ raw: 9, min: 1, max: 5 })).text).toContain("raw must lie between");
});

test("2.0 §4.2.7 times come back in UTC, with the capitals of ISO 8601, however they were written", async () => {
  for (const timestamp of [
    "2026-11-22T10:00:00+07:00",
    "2026-11-22t10:00:00+07:00",
    "2026-11-22t03:00:00z",
    "2026-11-22T03:00:00z",
  ]) {
    const statement = statementWith({ timestamp });
    await stored("2.0.0", statement);
    const back = objectOf(await get("2.0.0", { statementId: statement.id }));
    expect(String(back["timestamp"]), timestamp).toMatch(/^2026-11-22T03:00:00(\.0+)?Z$/u);
  }
});
