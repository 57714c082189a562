import { inject } from "vitest";
import { expect, test } from "vitest";

import { ask, type Answer, authorization, idsOf, newId, resultOf } from "./ask.ts";
import { post, put, SITE, statementWith } from "./statements.ts";

const WRITERS = 8;
const ROUNDS = 40;
const THROUGH = "x-experience-api-consistent-through";

async function next(answer: Answer): Promise<Answer | null> {
  const { more = "" } = resultOf(answer);
  if (more === "") return null;
  const url = new URL(more, inject("recordStore").baseUrl);
  const response = await fetch(url, {
    headers: { authorization: authorization(), "x-experience-api-version": "2.0.0" },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  return { status: response.status, headers: response.headers, bytes, text };
}

/** All that is stored after a moment, and the moment up to which the first answer was complete. */
async function readSince(verb: string, since: string) {
  const ids: unknown[] = [];
  let answer: Answer | null = await ask("GET", "/statements", {
    query: { verb, since, ascending: "true", limit: "25" },
  });
  const through = answer.headers.get(THROUGH) ?? "";
  for (let pages = 0; answer !== null && pages < 200; pages += 1) {
    expect(answer.status).toBe(200);
    ids.push(...idsOf(answer));
    answer = await next(answer);
  }
  return { ids, through };
}

/** Writes singles, batches of all sizes and PUTs; what was acknowledged. */
async function write(verb: { readonly id: string }, writer: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const size = 1 + ((round * (writer + 3)) % 30);
    const batch = Array.from({ length: size }, () => statementWith({ verb }));
    const [first] = batch;
    if (first === undefined) continue;
    const answer = size % 5 === 1 ? await put("2.0.0", first) : await post("2.0.0", batch);
    expect([200, 204]).toContain(answer.status);
    ids.push(...(answer.status === 204 ? [first] : batch).map(({ id }) => id));
  }
  return ids;
}

test(
  "XAPI-00153 a poller that asks since the last Consistent-Through misses nothing while eight write",
  { timeout: 180_000 },
  async () => {
    const verb = { id: `${SITE}/verbs/${newId()}` };
    const state = { isWriting: true };
    const writers = Promise.all(
      Array.from({ length: WRITERS }, (_, writer) => write(verb, writer)),
    ).finally(() => {
      state.isWriting = false;
    });
    const seen = new Set<unknown>();
    let since = "2001-01-01T00:00:00.000Z";
    const poll = async () => {
      const { ids, through } = await readSince(verb.id, since);
      for (const id of ids) seen.add(id);
      // Never backwards: what a clock says now must not undo what it said before.
      expect(through >= since).toBe(true);
      since = through;
    };
    for (let polls = 0; state.isWriting && polls < 10_000; polls += 1) await poll();
    const written = (await writers).flat();
    // The last writes are within a moment of now; a poller comes again.
    for (let polls = 0; polls < 50 && seen.size < written.length; polls += 1) await poll();
    expect(written.filter((id) => !seen.has(id))).toEqual([]);
    expect(seen.size).toBe(written.length);
  },
);
