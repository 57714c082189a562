import { setImmediate as turn } from "node:timers/promises";

import fc from "fast-check";
import { expect, test } from "vitest";

import { batchInserts } from "#app/domain/xapi/index.server.ts";

interface Sent {
  readonly name: string;
  readonly id: string;
  readonly item: number;
}

test("everybody is answered once and with his own, however the requests come together", async () => {
  const request = fc.record({
    name: fc.constantFrom("trường", "trạm"),
    id: fc.constantFrom("a", "b", "c", "d"),
    pause: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(request, { maxLength: 40 }), async (requests) => {
      const gather = batchInserts<Sent, number>();
      const served: number[] = [];
      const work = async (items: readonly Sent[]) => {
        await turn();
        expect(new Set(items.map(({ name }) => name)).size).toBe(1);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        served.push(...items.map(({ item }) => item));
        return items.map(({ item }) => item * 2);
      };
      const answers: Promise<number>[] = [];
      for (const [item, { name, id, pause }] of requests.entries()) {
        answers.push(gather(name, id, { name, id, item }, work));
        if (pause) await turn();
      }
      expect(await Promise.all(answers)).toEqual(requests.map((_, item) => item * 2));
      expect(served.toSorted((a, b) => a - b)).toEqual(requests.map((_, item) => item));
    }),
  );
});

async function servesNoThree(items: readonly number[]): Promise<readonly number[]> {
  await turn();
  if (items.includes(3)) throw new Error("ba");
  return items;
}

test("one that cannot be served fails alone", async () => {
  const gather = batchInserts<number, number>();
  const answers = await Promise.allSettled(
    [1, 2, 3, 4, 5].map((item) => gather("trường", String(item), item, servesNoThree)),
  );
  expect(answers.map(({ status }) => status)).toEqual([
    "fulfilled",
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
  ]);
});
