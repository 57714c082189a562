import fc from "fast-check";
import { expect, test } from "vitest";

import { ask, authorization, newId, queryText } from "./ask.ts";
import { newPlace, pathOf } from "./document-kinds.ts";
import { attachmentSection, multipartOf, sha256, statementsSection } from "./multipart.ts";
import { requestBytes, sendRaw } from "./raw-http.ts";
import { AGENT, SITE, statementWith, VERB } from "./statements.ts";

const statement = () =>
  statementWith({
    actor: { objectType: "Group", member: [AGENT, { account: { homePage: SITE, name: "Mỷ" } }] },
    verb: { ...VERB, display: { vi: "học 🙂" } },
    result: {
      score: { scaled: 0.5 },
      duration: "PT1.5S",
      extensions: { [`${SITE}/x`]: [null, 1e-7] },
    },
    context: { registration: newId(), contextActivities: { parent: [{ id: `${SITE}/p` }] } },
    timestamp: "2026-11-22T03:00:00.123+07:00",
  });

function multipart(): Buffer {
  const content = "Bài viết";
  const attachment = {
    usageType: `${SITE}/paper`,
    display: { vi: "Bài" },
    contentType: "text/plain",
    length: Buffer.from(content).length,
    sha2: sha256(content),
  };
  return multipartOf([
    statementsSection({ ...statement(), attachments: [attachment] }),
    attachmentSection(content),
  ]);
}

/** Valid requests, as they go over the wire. */
const REQUESTS: Readonly<Record<string, () => Buffer>> = {
  post: () =>
    requestBytes(
      "POST /xapi/statements",
      { Authorization: authorization(), "Content-Type": "application/json" },
      JSON.stringify([statement(), statement()]),
    ),
  multipart: () =>
    requestBytes(
      "POST /xapi/statements",
      {
        Authorization: authorization(),
        "Content-Type": "multipart/mixed; boundary=ranh-gioi",
      },
      multipart(),
    ),
  query: () =>
    requestBytes(
      `GET /xapi/statements${queryText({ agent: AGENT, verb: VERB.id, limit: "3", since: "2026-11-22T03:00:00Z", format: "canonical" })}`,
      { Authorization: authorization(), "Accept-Language": "vi, en;q=0.5" },
    ),
  document: () =>
    requestBytes(
      `POST /xapi${pathOf("state")}${queryText(newPlace("state"))}`,
      { Authorization: authorization(), "Content-Type": "application/json" },
      '{"x":{"y":[1,2]},"z":"ý"}',
    ),
  alternate: () =>
    requestBytes(
      "POST /xapi/statements?method=PUT",
      { "Content-Type": "application/x-www-form-urlencoded", "X-Experience-API-Version": "1.0.3" },
      new URLSearchParams({
        Authorization: authorization(),
        statementId: newId(),
        "Content-Type": "application/json",
        content: JSON.stringify({ ...statement(), id: undefined }),
      }).toString(),
    ),
};

type Change = readonly [kind: "set" | "cut" | "repeat" | "insert", where: number, value: number];

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom("set" as const, "cut" as const, "repeat" as const, "insert" as const),
  fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  fc.oneof(
    fc.nat(255),
    fc.constantFrom(
      0,
      0x22,
      0x5c,
      0x7b,
      0x7d,
      0x5b,
      0x2c,
      0x0d,
      0x0a,
      0x25,
      0x26,
      0x80,
      0xff,
      0xed,
    ),
  ),
);

/** The length in the head is put right afterwards, so that what is behind it is read. */
function changed(bytes: Buffer, changes: readonly Change[]): Buffer {
  const end = bytes.indexOf("\r\n\r\n") + 4;
  let head = bytes.subarray(0, end);
  let body = bytes.subarray(end);
  for (const [kind, where, value] of changes) {
    const inBody = body.length > 0 && value % 4 !== 0;
    if (inBody) body = mutate(body, kind, where, value);
    else head = mutate(head, kind, where, value);
  }
  const length = `$1${body.length}`;
  const headText = head.toString("latin1").replace(/(content-length:\s*)\d+/iu, length);
  return Buffer.concat([Buffer.from(headText, "latin1"), body]);
}

function mutate(bytes: Buffer, kind: Change[0], where: number, value: number): Buffer {
  const at = Math.floor(where * bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (kind) {
    case "set":
      return Buffer.concat([before, Buffer.from([value]), after.subarray(1)]);
    case "cut":
      return Buffer.concat([before, after.subarray(1 + (value % 16))]);
    case "repeat":
      return Buffer.concat([before, after.subarray(0, 20), after]);
    case "insert":
      return Buffer.concat([before, Buffer.alloc(1 + (value % 5), value), after]);
  }
}

test.for(Object.keys(REQUESTS))(
  "a %s request with any bytes changed is never a fault of the store",
  { timeout: 180_000 },
  async (name) => {
    const request = REQUESTS[name];
    if (request === undefined) throw new Error(name);
    const whole = await sendRaw(request());
    expect(whole.status, whole.text).toBeLessThan(300);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        // What was cut from the head may leave a request that waits for more: its end is sent as well.
        const bytes = Buffer.concat([changed(request(), changes), Buffer.from("\r\n\r\n")]);
        const { status, text, waited } = await sendRaw(bytes);
        expect(waited || status !== null, text).toBe(true);
        expect(status ?? 0, text).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
    expect((await ask("GET", "/statements", { query: { limit: "1" } })).status).toBe(200);
  },
);
