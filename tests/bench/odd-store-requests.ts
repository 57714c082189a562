import { createHash, randomUUID } from "node:crypto";

import fc from "fast-check";

import type { Asked } from "#tests/journeys/http.ts";
import { query } from "#tests/journeys/sample-people.ts";
import { oddText } from "#tests/journeys/odd-values.ts";

/** Makes a client of a province that may do everything, and answers what it is known by. */
export async function storeClient(databaseUrl: string): Promise<string> {
  const [id, secret] = [randomUUID(), randomUUID()];
  const hashed = createHash("sha256").update(secret).digest("hex");
  await query(
    databaseUrl,
    `INSERT INTO xapi_client
       (id, name, key, secret_hash, scopes, place_id, requests_per_minute, created_at, created_by)
     SELECT '${id}', 'thử', '${id}', '\\x${hashed}', '{all}', id, 100000000, now(), 'thử'
     FROM place WHERE kind = 'province' ORDER BY name LIMIT 1`,
  );
  return `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`;
}

const PATHS = [
  "/statements",
  "/statements/more/x",
  "/activities",
  "/activities/state",
  "/activities/profile",
  "/agents",
  "/agents/profile",
  "/about",
  "/khong-co",
];
const PARAMS = [
  "statementId",
  "voidedStatementId",
  "agent",
  "verb",
  "activity",
  "activityId",
  "registration",
  "stateId",
  "profileId",
  "since",
  "until",
  "limit",
  "format",
  "attachments",
  "ascending",
  "related_agents",
  "related_activities",
  "method",
];
const VALUES: readonly string[] = [
  "https://a.example/x",
  "https://a.example/%zz#a#b",
  '{"mbox":"mailto:my@a.example"}',
  '{"account":{"homePage":"https://a.example","name":"\\u0000"}}',
  '{"objectType":"Group","member":[]}',
  "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10",
  "2026-11-22t03:00:00z",
  "9999-12-31T23:59:59.999999999999+14:00",
  "0",
  "-1",
  "1e9",
  "true",
  "exact",
  "POST",
  "",
];
const HEADERS: readonly (readonly [string, string])[] = [
  ["x-experience-api-version", "2.0.0"],
  ["x-experience-api-version", "1.0.3"],
  ["x-experience-api-version", "0.95"],
  ["content-type", "application/json"],
  ["content-type", "application/json; charset=utf-16"],
  ["content-type", "multipart/mixed; boundary=x"],
  ["content-type", "application/octet-stream"],
  ["content-encoding", "gzip"],
  ["if-match", 'W/"a", *'],
  ["if-none-match", "*"],
  ["accept-language", "vi;q=x, *;q=1e9,,,"],
  ["authorization", "Basic AAAA"],
  ["authorization", "Bearer a.b.c"],
];
const BODIES: readonly string[] = [
  "",
  "{",
  "[]",
  "null",
  '{"actor":{"mbox":"mailto:my@a.example"},"verb":{"id":"https://a.example/v"},"object":{"id":"https://a.example/x"}}',
  '[{"actor":{"mbox":"mailto:my@a.example"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},"object":{"objectType":"StatementRef","id":"0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10"}}]',
  '{"id":"0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10","actor":{"objectType":"Group","member":[{"mbox":"mailto:a@b.example"}]},"verb":{"id":"https://a.example/v"},"object":{"objectType":"SubStatement"}}',
  '--x\r\nContent-Type: application/json\r\n\r\n{"attachments":[{"sha2":"0"}]}\r\n--x--',
  `${'{"a":'.repeat(300)}1${"}".repeat(300)}`,
  "Authorization=Basic&content=%7B%7D&X-Experience-API-Version=1.0.3",
];

/** Of a statement that may be there or not. */
const IDS = ["0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10"];

/** One request to the record store, odd in any number of ways. */
export function oddStoreRequest(authorization: string): fc.Arbitrary<Asked> {
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
    { weight: 1, arbitrary: oddText(IDS) },
  );
  return fc
    .record({
      method: fc.constantFrom("GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"),
      path: fc.constantFrom(...PATHS),
      params: fc.array(fc.tuple(fc.constantFrom(...PARAMS), value), { maxLength: 5 }),
      headers: fc.array(fc.constantFrom(...HEADERS), { maxLength: 4 }),
      body: fc.oneof(fc.constantFrom(...BODIES), fc.json(), oddText(IDS)),
    })
    .map(({ method, path, params, headers, body }) => ({
      method,
      path: `/xapi${path}?${new URLSearchParams(params).toString()}`,
      headers: {
        "x-experience-api-version": "2.0.0",
        authorization,
        ...Object.fromEntries(headers),
      },
      body: method === "GET" || method === "HEAD" ? null : Buffer.from(body),
    }));
}
