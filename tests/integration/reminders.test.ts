import { createECDH, randomBytes } from "node:crypto";
import { createServer } from "node:http";

import { expect, onTestFinished } from "vitest";

import type { Push } from "#app/domain/guidance/index.ts";
import {
  countReminded,
  forgetPlans,
  readMyPlan,
  sendReminders,
  subscribeReminders,
  unsubscribeReminders,
} from "#app/domain/guidance/index.server.ts";
import { openPush } from "#app/server/adapters/push.server.ts";
import { addPerson, addVillage, TA_VAN } from "#tests/setup/people.ts";
import { test, type TestDatabase } from "#tests/setup/test-with-db.ts";

import { guiding, learn, plan, THURSDAY } from "./guidance-factory.ts";

const TEXT = "Đến giờ học rồi.";

/** What a browser tells of itself. */
function browserKeys() {
  const curve = createECDH("prime256v1");
  curve.generateKeys();
  return {
    p256dh: curve.getPublicKey("base64url"),
    auth: randomBytes(16).toString("base64url"),
  };
}

/** A push service on this machine that answers with a status, and what it was sent. */
async function pushService(status = 201) {
  const taken: { readonly path: string; readonly headers: Readonly<Record<string, unknown>> }[] =
    [];
  const server = createServer((request, response) => {
    taken.push({ path: request.url ?? "", headers: request.headers });
    request.resume();
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { origin: `http://127.0.0.1:${address.port}`, taken };
}

function pushTo(loopback: boolean): Push {
  return openPush({
    secret: "x".repeat(40),
    policy: { privateHosts: [], loopback },
    contact: "mailto:xa@nep-hoc.example",
  });
}

async function remindable({ transact }: TestDatabase, status = 201) {
  const service = await pushService(status);
  const deps = { ...guiding(transact), push: pushTo(true) };
  const her = await addPerson(transact, { villageId: await addVillage(transact) });
  const subscribe = (path = "/may-cua-chi") =>
    subscribeReminders(deps, her, { endpoint: `${service.origin}${path}`, ...browserKeys() });
  return { ...service, deps, her, subscribe };
}

const minutesLater = (minutes: number) => new Date(THURSDAY.getTime() + minutes * 60_000);

test("she is reminded once at her hour, and the phone is told nothing of her", async ({
  database,
}) => {
  const { deps, her, subscribe, taken } = await remindable(database);
  await plan(deps, her);
  expect((await subscribe()).ok).toBe(true);

  expect(await sendReminders(deps, TEXT)).toEqual({ sent: 1, gone: 0, failed: 0 });
  deps.set(minutesLater(10));
  expect(await sendReminders(deps, TEXT)).toEqual({ sent: 0, gone: 0, failed: 0 });

  expect(taken).toHaveLength(1);
  expect(taken[0]?.headers).toMatchObject({
    "content-encoding": "aes128gcm",
    topic: "nhac-hoc",
    ttl: "10800",
  });
  expect(JSON.stringify(taken)).not.toContain(her.personId);
  expect(String(taken[0]?.headers["authorization"])).toMatch(/^vapid t=.+, k=/u);
});

test("next week she is reminded again", async ({ database }) => {
  const { deps, her, subscribe, taken } = await remindable(database);
  await plan(deps, her);
  await subscribe();
  await sendReminders(deps, TEXT);
  deps.set(minutesLater(7 * 24 * 60));
  await sendReminders(deps, TEXT);

  expect(taken).toHaveLength(2);
});

test("two products on one database remind once", async ({ database }) => {
  const { deps, her, subscribe, taken } = await remindable(database);
  await plan(deps, her);
  await subscribe();

  await Promise.all([sendReminders(deps, TEXT), sendReminders(deps, TEXT)]);

  expect(taken).toHaveLength(1);
});

test("nobody is reminded at another hour, in a week of rest, or when the week is done", async ({
  database,
}) => {
  const { deps, her, subscribe, taken } = await remindable(database);
  await subscribe();
  expect(await sendReminders(deps, TEXT)).toMatchObject({ sent: 0 });
  await plan(deps, her, { hour: "21:00" });
  await sendReminders(deps, TEXT);
  deps.set(minutesLater(1));
  await plan(deps, her, { restFrom: "18/11/2026", restUntil: "25/11/2026" });
  await sendReminders(deps, TEXT);
  deps.set(minutesLater(2));
  await plan(deps, her);
  await learn(deps, her);
  await sendReminders(deps, TEXT);

  expect(taken).toEqual([]);
});

test("an address that takes nothing any more is forgotten", async ({ database }) => {
  for (const status of [404, 410]) {
    const { deps, her, subscribe } = await remindable(database, status);
    await plan(deps, her);
    await subscribe();
    expect(await countReminded(deps, her)).toBe(1);

    expect(await sendReminders(deps, TEXT)).toEqual({ sent: 0, gone: 1, failed: 0 });
    expect(await countReminded(deps, her)).toBe(0);
  }
});

test("a service that fails is left alone until the next day", async ({ database }) => {
  const { deps, her, subscribe, taken } = await remindable(database, 503);
  await plan(deps, her);
  await subscribe();

  expect(await sendReminders(deps, TEXT)).toEqual({ sent: 0, gone: 0, failed: 1 });
  expect(await sendReminders(deps, TEXT)).toEqual({ sent: 0, gone: 0, failed: 0 });
  expect(taken).toHaveLength(1);
  expect(await countReminded(deps, her)).toBe(1);
});

test("one phone reminds whoever asked last, also of another commune", async ({ database }) => {
  const { deps, her, subscribe, origin } = await remindable(database);
  const guest = await addPerson(database.transact, {
    communeId: TA_VAN,
    villageId: await addVillage(database.transact, { communeId: TA_VAN }),
  });
  await subscribe("/chung");

  const sent = { endpoint: `${origin}/chung`, ...browserKeys() };
  expect((await subscribeReminders(deps, guest, sent)).ok).toBe(true);

  expect(await countReminded(deps, her)).toBe(0);
  expect(await countReminded(deps, guest)).toBe(1);
  await unsubscribeReminders(deps, guest, { endpoint: `${origin}/khac` });
  expect(await countReminded(deps, guest)).toBe(1);
  await unsubscribeReminders(deps, guest, { endpoint: null });
  expect(await countReminded(deps, guest)).toBe(0);
});

test("whoever is erased leaves neither a plan nor a phone to remind", async ({ database }) => {
  const { deps, her, subscribe } = await remindable(database);
  const { villageId } = her;
  const neighbour = await addPerson(database.transact, { villageId });
  await plan(deps, her);
  await plan(deps, neighbour);
  await subscribe();

  await database.transact([her.communeId], (db) => forgetPlans(db, her));

  expect(await readMyPlan(deps, her)).toBeNull();
  expect(await countReminded(deps, her)).toBe(0);
  expect(await readMyPlan(deps, neighbour)).not.toBeNull();
});

test("she has a few phones at most, the oldest goes", async ({ database }) => {
  const { deps, her, subscribe } = await remindable(database);
  for (const path of ["/1", "/2", "/3", "/4", "/5", "/6"]) await subscribe(path);

  expect(await countReminded(deps, her)).toBe(4);
});

test("reminders go to the public web by https alone", async ({ database }) => {
  const her = await addPerson(database.transact, {
    villageId: await addVillage(database.transact),
  });
  const deps = { ...guiding(database.transact), push: pushTo(false) };
  const refusalOf = async (endpoint: string, keys = browserKeys()) => {
    const result = await subscribeReminders(deps, her, { endpoint, ...keys });
    return result.ok ? null : result.refusal.code;
  };

  expect(await refusalOf("https://push.example/w/?token=abc")).toBeNull();
  for (const inside of [
    "http://push.example/1",
    "http://127.0.0.1:5432/",
    "https://127.0.0.1/",
    "https://localhost/",
    "https://10.0.0.8/",
    "https://169.254.169.254/latest",
    "https://[::1]/",
    "https://ai:mat-khau@push.example/",
  ]) {
    expect(await refusalOf(inside), inside).toBe("address-refused");
  }
  for (const odd of [
    "",
    "không phải",
    "file:///etc/passwd",
    `https://a.example/${"x".repeat(1000)}`,
  ]) {
    expect(["unreadable", "address-refused"], odd).toContain(await refusalOf(odd));
  }
  expect(await refusalOf("https://push.example/2", { p256dh: "ngắn", auth: "" })).toBe(
    "unreadable",
  );
});

test("a name that leads into a private network is not written to", async () => {
  const push = pushTo(false);
  const target = { endpoint: "https://localhost.localdomain/", ...browserKeys() };

  expect(["failed", "gone"]).toContain(await push.send(target, TEXT));
  expect(await push.send({ ...target, endpoint: "https://127.0.0.1/" }, TEXT)).toBe("gone");
});

test("keys that nothing can be sealed with are given up", async () => {
  const target = { endpoint: "http://127.0.0.1:9/", p256dh: "A".repeat(87), auth: "A".repeat(22) };

  expect(await pushTo(true).send(target, TEXT)).toBe("gone");
});

test("an installation's key stays the same as long as its secret does", () => {
  expect(pushTo(true).publicKey).toBe(pushTo(false).publicKey);
  expect(Buffer.from(pushTo(true).publicKey, "base64url")).toHaveLength(65);
});
