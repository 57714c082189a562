import { inject } from "vitest";
import { expect, test } from "vitest";

import { ask, type Answer, authorization, newId, resultOf } from "./ask.ts";
import { post, put, SITE, statementWith } from "./statements.ts";

const WRITERS = 8;
const POLLERS = 3;
const ROUNDS = 120;
const LONG_BATCH = 400;
const LONG_ROUNDS = 12;
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

/** What is stored after a moment, until the one up to which the first answer was complete. */
async function readSince(verb: string, since: string) {
  const ids: unknown[] = [];
  let answer: Answer | null = await ask("GET", "/statements", {
    query: { verb, since, ascending: "true", limit: "500", format: "ids" },
  });
  const through = answer.headers.get(THROUGH) ?? "";
  for (let pages = 0; answer !== null && pages < 500; pages += 1) {
    expect(answer.status).toBe(200);
    const { statements } = resultOf(answer);
    ids.push(...statements.map(({ id }) => id));
    // What is later is read the next time, whether it is here or not.
    const last = statements.at(-1)?.["stored"];
    answer = typeof last === "string" && last < through ? await next(answer) : null;
  }
  return { ids, through };
}

/**
 * Writes singles, PUTs and batches of all sizes; what was acknowledged. The first two write batches that
 * take so long to store that singles with a later time are there before them.
 */
async function write(verb: { readonly id: string }, writer: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let round = 0; round < (writer < 2 ? LONG_ROUNDS : ROUNDS); round += 1) {
    const size = writer < 2 ? LONG_BATCH : 1 + ((round * (writer + 3)) % 30);
    const batch = Array.from({ length: size }, () => statementWith({ verb }));
    const [first] = batch;
    if (first === undefined) continue;
    const isPut = size % 5 === 1;
    const { status } = isPut ? await put("2.0.0", first) : await post("2.0.0", batch);
    expect(status).toBe(isPut ? 204 : 200);
    ids.push(...(isPut ? [first] : batch).map(({ id }) => id));
    // A moment of rest leaves the pollers room to look in between.
    await new Promise((resolve) => setTimeout(resolve, (round * (writer + 1)) % 17));
  }
  return ids;
}

test(
  "XAPI-00153 pollers that ask since the last Consistent-Through miss nothing while eight write",
  { timeout: 180_000 },
  async () => {
    const verb = { id: `${SITE}/verbs/${newId()}` };
    const state = { isWriting: true };
    const writers = Promise.all(
      Array.from({ length: WRITERS }, (_, writer) => write(verb, writer)),
    ).finally(() => {
      state.isWriting = false;
    });
    const poller = async () => {
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
      return written.filter((id) => !seen.has(id));
    };
    const missed = await Promise.all(Array.from({ length: POLLERS }, () => poller()));
    expect(missed.flat()).toEqual([]);
  },
);
