import { EventEmitter, once } from "node:events";

import { expect } from "vitest";

import { forwardStep, listForwards } from "#app/domain/exchange/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { storeStatements } from "#app/domain/xapi/index.server.ts";
import { BAC_HA, LAO_CAI, TA_VAN } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import {
  fakeRemote,
  keep,
  learned,
  openExchange,
  PRODUCT,
  VOIDED,
  voiding,
} from "./exchange-factory.ts";

test("what was learned before and what is learned from now on arrives, each once and in order", async ({
  database: { transact },
}) => {
  const remote = fakeRemote();
  const { forward, drain } = await openExchange(transact, remote);
  const before = await keep(
    transact,
    Array.from({ length: 230 }, () => learned()),
  );
  await forward();
  await drain();
  expect(remote.ids()).toEqual(before);

  const later = await keep(transact, [learned(), learned()], TA_VAN);
  await drain();
  expect(remote.ids()).toEqual([...before, ...later]);
  expect(JSON.parse(remote.arrived[0]?.text ?? "")).toMatchObject({
    id: before[0],
    authority: { account: { name: "nep-hoc" } },
    stored: expect.any(String),
  });
});

test("what is stored first and committed last is not overlooked", async ({
  database: { transact },
}) => {
  const remote = fakeRemote();
  const { forward, drain } = await openExchange(transact, remote);
  // The first one that an authority vouches for makes the next wait until it is committed.
  const known = await keep(transact, [learned()]);
  await forward();
  const [slow, fast] = [learned(), learned()];
  const gate = new EventEmitter();
  const opened = once(gate, "commit");
  const storing = new Promise<void>((resolve) => {
    void transact([BAC_HA], async (db) => {
      await storeStatements(db, { communeId: BAC_HA, authority: PRODUCT, statements: [slow] });
      resolve();
      await opened;
    });
  });
  await storing;
  await keep(transact, [fast]);
  await drain();
  expect(remote.ids()).toEqual(known);

  gate.emit("commit");
  await drain();
  expect(remote.ids()).toEqual([...known, slow.id, fast.id]);
});

test("from now on means: nothing of what was learned before", async ({
  database: { transact },
}) => {
  const remote = fakeRemote();
  const { forward, drain } = await openExchange(transact, remote);
  await keep(transact, [learned()]);
  await new Promise((resolve) => {
    setTimeout(resolve, 10);
  });
  await forward({ start: { kind: "now", day: "" } });
  const later = await keep(transact, [learned()]);
  await drain();

  expect(remote.ids()).toEqual(later);
});

test("another province's statements stay at home", async ({ database: { transact } }) => {
  const remote = fakeRemote();
  const { forward, drain } = await openExchange(transact, remote);
  const elsewhere = await transact("everywhere", async (db) => {
    const place = await db.place.findFirstOrThrow({
      where: { kind: "commune", provinceId: { not: LAO_CAI }, validTo: null },
    });
    return place.id;
  });
  await keep(transact, [learned()], elsewhere);
  const ours = await keep(transact, [learned()]);
  await forward();
  await drain();

  expect(remote.ids()).toEqual(ours);
});

test("only what was chosen goes on, and what is voided there is what is voided here", async ({
  database: { transact },
}) => {
  const remote = fakeRemote();
  const { forward, drain } = await openExchange(transact, remote);
  const wanted = learned();
  const unwanted = learned({ verb: { id: "http://adlnet.gov/expapi/verbs/answered" } });
  const [takesBack, notSent] = [voiding(wanted.id), voiding(unwanted.id)];
  await keep(transact, [wanted, unwanted]);
  await keep(transact, [takesBack, notSent]);
  await forward({ verbs: ["http://adlnet.gov/expapi/verbs/completed"] });
  await drain();

  expect(remote.ids()).toEqual([wanted.id, takesBack.id]);
  expect(JSON.parse(remote.arrived[1]?.text ?? "")).toMatchObject({ verb: { id: VOIDED } });
});

test("without persons, one person is the same pseudonym in every statement of a forward", async ({
  database: { transact },
}) => {
  const [one, two] = [fakeRemote(), fakeRemote()];
  const exchange = await openExchange(transact, one);
  const { name } = learned().actor.account;
  await keep(transact, [learned({ actor: { ...learned().actor, name: "Mỷ" } }), learned()]);
  await exchange.forward({ persons: "pseudonyms" });
  await exchange.drain();
  const other = await openExchange(transact, two);
  await other.forward({ persons: "pseudonyms" });
  await other.drain();

  const sent = [...one.arrived, ...two.arrived].map(({ text }) => text);
  for (const text of sent) expect(text).not.toMatch(new RegExp(`Mỷ|${name}`, "u"));
  const names = sent.map((text) => /"actor":\{"account":\{[^}]*"name":"(\w{32})"/u.exec(text)?.[1]);
  expect(names[0]).toBe(names[1]);
  expect(names[0]).not.toBe(names[2]);
});

test("a store that is away is tried again later and later, and the officer reads why", async ({
  database: { transact },
}) => {
  const moods = ["away", "away", "busy"] as const;
  let asked = 0;
  const remote = fakeRemote({
    mood: () => {
      asked += 1;
      return moods[asked - 1] ?? "well";
    },
  });
  const { deps, officer, forward, drain, pass } = await openExchange(transact, remote);
  await keep(transact, [learned()]);
  await forward();
  await drain();
  const state = async () => {
    const [one] = valueOf(await listForwards(deps, officer, { provinceId: LAO_CAI }));
    return { ...one, asked };
  };

  expect(await state()).toMatchObject({
    asked: 1,
    state: { failures: 1, fault: { code: "unreachable" } },
  });
  await drain();
  expect(await state()).toMatchObject({ asked: 1 });
  pass(5000);
  await drain();
  expect(await state()).toMatchObject({ asked: 2, state: { failures: 2 } });
  pass(10_000);
  await drain();
  expect(await state()).toMatchObject({
    asked: 3,
    state: { failures: 3, fault: { code: "busy" } },
  });
  pass(27_000);
  await drain();
  expect(await state()).toMatchObject({ asked: 3 });
  pass(1000);
  await drain();
  expect(await state()).toMatchObject({
    asked: 4,
    sent: 1,
    lagSeconds: 0,
    state: { state: "running" },
  });
});

test("what two workers have in hand, two workers do not send twice", async ({
  database: { transact },
}) => {
  let sending = 0;
  const remote = fakeRemote({
    mood: () => {
      sending += 1;
      return "slow";
    },
    meanwhile: () =>
      new Promise((resolve) => {
        setTimeout(resolve, 50);
      }),
  });
  const { deps, forward } = await openExchange(transact, remote);
  await keep(transact, [learned()]);
  await forward();
  await new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => forwardStep(deps)));

  expect(sending).toBe(1);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([
    ...Array.from({ length: 5 }, () => "idle"),
    "worked",
  ]);
});
