import fc from "fast-check";
import { expect, test } from "vitest";

import { deliver } from "#app/domain/exchange/deliver.ts";
import { faultOf } from "#app/domain/exchange/fault.ts";
import type { Delivery, Outgoing, RemoteStore } from "#app/domain/exchange/remote-store.ts";

const options = {
  version: "2.0.0" as const,
  isSame: (ours: string, theirs: string) => ours === theirs,
  mayGoOn: () => true,
};
const statementsOf = (texts: readonly string[]): readonly Outgoing[] =>
  texts.map((text, at) => ({ id: String(at), text, files: [] }));

/** Another store, and every request it saw. */
function storeThat(
  answer: (batch: readonly Outgoing[]) => Delivery,
  more: Partial<RemoteStore> = {},
): { readonly remote: RemoteStore; readonly asked: string[][] } {
  const asked: string[][] = [];
  const remote: RemoteStore = {
    send: async (batch) => {
      asked.push(batch.map(({ id }) => id));
      return answer(batch);
    },
    find: async () => ({ kind: "unread" }),
    versions: async () => ["2.0.0", "1.0.3"],
    ...more,
  };
  return { remote, asked };
}

const away = { kind: "away", fault: faultOf("broken", 503), retryAfterSeconds: null } as const;

test("a store that takes everything is asked once", async () => {
  const { remote, asked } = storeThat(() => ({ kind: "stored" }));

  expect(await deliver(remote, statementsOf(["a", "b", "c"]), options)).toEqual({
    done: 3,
    sent: 3,
    dead: [],
    halt: null,
  });
  expect(asked).toEqual([["0", "1", "2"]]);
});

test("bad statements become dead letters, and all others arrive in their order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 60 }), async (bad) => {
      const arrived: string[] = [];
      const { remote } = storeThat((batch) => {
        if (batch.some(({ text }) => text === "true")) {
          return { kind: "refused", fault: faultOf("refused", 400) };
        }
        arrived.push(...batch.map(({ id }) => id));
        return { kind: "stored" };
      });

      const delivered = await deliver(remote, statementsOf(bad.map(String)), options);

      const indexes = bad.map((_, at) => String(at));
      expect(arrived).toEqual(indexes.filter((at) => bad[Number(at)] === false));
      expect(delivered.dead.map(({ id }) => id)).toEqual(indexes.filter((at) => bad[Number(at)]));
      expect(delivered).toMatchObject({ done: bad.length, sent: arrived.length, halt: null });
    }),
  );
});

test("one bad statement among a hundred costs no more than fifteen requests", async () => {
  const { remote, asked } = storeThat((batch) =>
    batch.some(({ id }) => id === "37")
      ? { kind: "refused", fault: faultOf("refused", 400) }
      : { kind: "stored" },
  );

  await deliver(remote, statementsOf(Array.from({ length: 100 }, () => "x")), options);

  expect(asked.length).toBeLessThanOrEqual(15);
});

test("what was done before the store went away is told, so that it is not begun anew", async () => {
  let left = 3;
  const { remote } = storeThat((batch) => {
    if (batch.length > 1) return { kind: "refused", fault: faultOf("too-large", 413) };
    left -= 1;
    return left < 0 ? away : { kind: "stored" };
  });

  const delivered = await deliver(remote, statementsOf(["a", "b", "c", "d", "e"]), options);

  expect(delivered).toEqual({ done: 3, sent: 3, dead: [], halt: away });
});

test("409 with the same content is as good as stored, with another it is a dead letter", async () => {
  const { remote } = storeThat(() => ({ kind: "refused", fault: faultOf("conflict", 409) }), {
    find: async (id) => (id === "2" ? { kind: "unread" } : { kind: "found", text: "same" }),
  });

  const delivered = await deliver(remote, statementsOf(["same", "other", "hidden"]), options);

  expect(delivered.sent).toBe(1);
  expect(delivered.dead.map(({ id, fault }) => `${id} ${fault.code}`)).toEqual([
    "1 conflict",
    "2 conflict-unread",
  ]);
});

test("a store of another version is waited for, and buries nothing", async () => {
  const { remote } = storeThat(() => ({ kind: "refused", fault: faultOf("refused", 400) }), {
    versions: async () => ["1.0.3", "1.0.2"],
  });

  const delivered = await deliver(remote, statementsOf(["a", "b"]), options);

  expect(delivered).toMatchObject({ done: 0, dead: [], halt: { fault: { code: "version" } } });
});
