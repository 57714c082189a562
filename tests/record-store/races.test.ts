import fc from "fast-check";
import { expect, test } from "vitest";

import { type Answer, at, newId, objectOf, type Version, VERSIONS } from "./ask.ts";
import {
  foundIds,
  get,
  post,
  put,
  referring,
  type Sent,
  SITE,
  somebody,
  statementWith,
  stored,
  voiding,
} from "./statements.ts";

const LONG = { timeout: 180_000 };
const version = fc.constantFrom(...VERSIONS);
const statusOf = ({ status }: Answer) => status;

async function keptResponse(statementId: string): Promise<unknown> {
  const answer = await get("2.0.0", { statementId });
  return answer.status === 200 ? at(objectOf(answer), "result", "response") : answer.status;
}

/** How one of several clients sends the statement that all of them have. */
const sending = fc.record({
  version,
  how: fc.constantFrom("put" as const, "post" as const, "batch" as const),
  response: fc.constantFrom("một", "hai"),
  /** Where in a batch it stands, among statements of its own. */
  place: fc.nat(3),
});

test(
  "XAPI-00142 of many that send one id at once, one content is kept, and each is told so",
  LONG,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sending, { minLength: 2, maxLength: 10 }), async (sendings) => {
        const [id, actor] = [newId(), somebody()];
        const outcomes = await Promise.all(
          sendings.map(async ({ version: spoken, how, response, place }) => {
            const statement = statementWith({ id, actor, result: { response } });
            const others = Array.from({ length: 4 }, () => statementWith({ actor: somebody() }));
            const batch = others.toSpliced(place, 0, statement);
            const answer =
              how === "put"
                ? await put(spoken, statement)
                : await post(spoken, how === "post" ? statement : batch);
            return { response, others: how === "batch" ? others : [], status: answer.status };
          }),
        );
        const winner = await keptResponse(id);
        expect(sendings.map(({ response }) => response)).toContain(winner);
        expect(await foundIds("2.0.0", { agent: actor })).toEqual([id]);
        for (const { response, status, others } of outcomes) {
          expect([200, 204, 409], response).toContain(status);
          expect(status === 409, `${response} against ${String(winner)}`).toBe(response !== winner);
          const kept = await Promise.all(
            others.map(async (one) => statusOf(await get("2.0.0", { statementId: one.id }))),
          );
          expect(kept).toEqual(others.map(() => (status === 409 ? 404 : 200)));
        }
      }),
      { numRuns: 40 },
    );
  },
);

test(
  "XAPI-00326 batches that share ids in any order never hang, fail or store a part",
  LONG,
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 2 }), {
          minLength: 2,
          maxLength: 8,
        }),
        fc.boolean(),
        async (orders, differ) => {
          const shared = Array.from({ length: 8 }, () => statementWith());
          const answers = await Promise.all(
            orders.map((order, client) => {
              const result = differ ? { result: { response: String(client) } } : {};
              return post(
                "2.0.0",
                order.map((index) => ({ ...shared[index], ...result })),
              );
            }),
          );
          const outcomes = answers.map(statusOf);
          for (const status of outcomes) expect(differ ? [200, 409] : [200]).toContain(status);
          const kept = await Promise.all(shared.map(({ id }) => keptResponse(id)));
          for (const [index, response] of kept.entries()) {
            const owners = orders.flatMap((order, client) =>
              outcomes[client] === 200 && order.includes(index) ? [client] : [],
            );
            const expected = differ ? String(owners[0]) : undefined;
            expect(response).toBe(owners.length === 0 ? 404 : expected);
          }
        },
      ),
      { numRuns: 40 },
    );
  },
);

interface Voiding {
  readonly spoken: Version;
  readonly delay: number;
}

const voidings = fc.array(fc.record({ spoken: version, delay: fc.nat(6) }), {
  minLength: 1,
  maxLength: 4,
});
const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test(
  "XAPI-00018 a statement is voided whether its voiding comes before, after or at once",
  LONG,
  async () => {
    await fc.assert(
      fc.asyncProperty(voidings, fc.nat(6), fc.boolean(), async (sendings, delay, asBatch) => {
        const actor = somebody();
        const target = statementWith({ actor });
        const voiders = sendings.map(({ spoken, delay: wait }: Voiding) => ({
          spoken,
          wait,
          statement: voiding(target.id, { actor: somebody() }),
        }));
        const [, ...answers] = await Promise.all([
          after(delay).then(() =>
            stored("2.0.0", ...(asBatch ? [statementWith(), target, statementWith()] : [target])),
          ),
          ...voiders.map(async ({ spoken, wait, statement }) => {
            await after(wait);
            return { id: statement.id, status: (await post(spoken, statement)).status };
          }),
        ]);
        expect(statusOf(await get("2.0.0", { statementId: target.id }))).toBe(404);
        expect(statusOf(await get("1.0.3", { voidedStatementId: target.id }))).toBe(200);
        // A second voiding may be refused, or stored and found as well.
        const kept = answers.filter(({ status }) => status === 200).map(({ id }) => id);
        expect(kept.length).toBeGreaterThan(0);
        const found = await foundIds("2.0.0", { agent: actor });
        expect(found.toSorted()).toEqual(kept.toSorted());
      }),
      { numRuns: 60 },
    );
  },
);

/** A tree of references: each statement but the first refers to one before it. */
const trees = fc
  .array(fc.nat(), { minLength: 2, maxLength: 9 })
  .map((numbers) => numbers.map((number, index) => number % (index + 1)));

test(
  "2.0 §4.1.6.1 statements that refer to each other, sent at once in any order, are all found",
  LONG,
  async () => {
    await fc.assert(
      fc.asyncProperty(
        trees,
        fc.infiniteStream(fc.nat(8)),
        fc.boolean(),
        async (parents, delays, pairs) => {
          const [actor, verb] = [somebody(), { id: `${SITE}/verbs/${newId()}` }];
          const statements: Sent[] = [statementWith({ actor, verb })];
          for (const parent of parents) {
            statements.push(referring(statements[parent]?.id ?? "", { actor: somebody() }));
          }
          const groups = pairs
            ? statements.flatMap((one, index) =>
                index % 2 === 0 ? [statements.slice(index, index + 2).toReversed()] : [],
              )
            : statements.map((one) => [one]);
          await Promise.all(
            groups.map(async (group) => {
              await after(delays.next().value ?? 0);
              await stored("2.0.0", ...group);
            }),
          );
          const expected = statements.map(({ id }) => id).toSorted();
          for (const query of [
            { agent: actor },
            { verb: verb.id },
            { agent: actor, verb: verb.id },
          ]) {
            const found = await foundIds("2.0.0", query);
            expect(found.toSorted(), JSON.stringify(parents)).toEqual(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  },
);
