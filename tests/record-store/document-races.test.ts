import fc from "fast-check";
import { expect, test } from "vitest";

import { type Answer, type Method, objectOf, VERSIONS } from "./ask.ts";
import { etagOf, KINDS, NEW, newPlace, onDocument, putNew } from "./document-kinds.ts";

const LONG = { timeout: 180_000 };
const kind = fc.constantFrom(...KINDS);
const version = fc.constantFrom(...VERSIONS);
const clients = fc.integer({ min: 2, max: 12 });
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

const winnersOf = (answers: readonly Answer[]) =>
  answers.flatMap(({ status }, index) => (status === 204 ? [index] : []));

const othersOf = (answers: readonly Answer[]) =>
  answers.map(({ status }) => status).filter((status) => status !== 204);

test("XAPI-00322 of many that put a new document at once, exactly one does", LONG, async () => {
  await fc.assert(
    fc.asyncProperty(kind, version, clients, async (what, spoken, count) => {
      const place = newPlace(what);
      const answers = await Promise.all(
        numbers(count).map((x) =>
          onDocument(spoken, "PUT", what, place, { json: { x }, headers: NEW }),
        ),
      );
      const winners = winnersOf(answers);
      expect(winners.length).toBe(1);
      expect(othersOf(answers)).toEqual(Array.from({ length: count - 1 }, () => 412));
      const kept = await onDocument(spoken, "GET", what, place);
      expect(JSON.parse(kept.text)).toEqual({ x: winners[0] });
    }),
    { numRuns: 40 },
  );
});

test(
  "XAPI-00322 of many that change one document from one ETag, exactly one does",
  LONG,
  async () => {
    const method = fc.constantFrom<Method>("PUT", "POST", "DELETE");
    await fc.assert(
      fc.asyncProperty(
        kind,
        version,
        fc.array(method, { minLength: 2, maxLength: 12 }),
        async (what, spoken, methods) => {
          const place = newPlace(what);
          await putNew(spoken, what, place, { start: true });
          const headers = { "if-match": await etagOf(spoken, what, place) };
          const answers = await Promise.all(
            methods.map((way, x) =>
              onDocument(spoken, way, what, place, {
                headers,
                ...(way === "DELETE" ? {} : { json: { x } }),
              }),
            ),
          );
          const winners = winnersOf(answers);
          expect(winners.length, methods.join()).toBe(1);
          for (const status of othersOf(answers)) expect([412, 404]).toContain(status);
          const winner = winners[0] ?? 0;
          const kept = await onDocument(spoken, "GET", what, place);
          const start = methods[winner] === "POST" ? { start: true } : {};
          const isGone = methods[winner] === "DELETE";
          const there: unknown = isGone ? kept.status : JSON.parse(kept.text);
          expect(there).toEqual(isGone ? 404 : { ...start, x: winner });
        },
      ),
      { numRuns: 60 },
    );
  },
);

test(
  "2.0 §4.1.4 of many that put with neither header, one makes it and the rest are told of it",
  LONG,
  async () => {
    await fc.assert(
      fc.asyncProperty(kind, clients, async (what, count) => {
        const place = newPlace(what);
        const answers = await Promise.all(
          numbers(count).map((x) => onDocument("2.0.0", "PUT", what, place, { json: { x } })),
        );
        expect(winnersOf(answers).length).toBe(1);
        expect(othersOf(answers)).toEqual(Array.from({ length: count - 1 }, () => 409));
      }),
      { numRuns: 30 },
    );
  },
);

test(
  "XAPI-00184 many merges at once lose nothing, from a document or from none",
  LONG,
  async () => {
    await fc.assert(
      fc.asyncProperty(
        kind,
        version,
        clients,
        fc.boolean(),
        async (what, spoken, count, isThere) => {
          const place = newPlace(what);
          if (isThere) await putNew(spoken, what, place, { start: true });
          const answers = await Promise.all(
            numbers(count).map((index) =>
              onDocument(spoken, "POST", what, place, { json: { [`key ${index}`]: index } }),
            ),
          );
          expect(othersOf(answers)).toEqual([]);
          const kept = await onDocument(spoken, "GET", what, place);
          expect(JSON.parse(kept.text)).toEqual({
            ...(isThere ? { start: true } : {}),
            ...Object.fromEntries(numbers(count).map((index) => [`key ${index}`, index])),
          });
        },
      ),
      { numRuns: 60 },
    );
  },
);

test(
  "XAPI-00322 counting up by reading, If-Match and trying again loses no step",
  LONG,
  async () => {
    const place = newPlace("agent profile");
    await putNew("2.0.0", "agent profile", place, { count: 0 });
    const step = async (): Promise<void> => {
      for (let tries = 0; tries < 200; tries += 1) {
        const read = await onDocument("2.0.0", "GET", "agent profile", place);
        const count = Number(objectOf(read)["count"]);
        const answer = await onDocument("2.0.0", "PUT", "agent profile", place, {
          json: { count: count + 1 },
          headers: { "if-match": read.headers.get("etag") ?? "" },
        });
        if (answer.status === 204) return;
        expect(answer.status).toBe(412);
      }
      throw new Error("two hundred tries were not enough");
    };
    await Promise.all(
      numbers(6).map(async () => {
        for (let steps = 0; steps < 10; steps += 1) await step();
      }),
    );
    const kept = await onDocument("2.0.0", "GET", "agent profile", place);
    expect(JSON.parse(kept.text)).toEqual({ count: 60 });
  },
);
