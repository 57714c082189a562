import { createHash } from "node:crypto";

import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import { dayOf, valueOf } from "#app/domain/kernel/index.ts";
import { ClientLimits } from "#app/domain/record-office/index.ts";
import {
  findCommunes,
  limitClient,
  listClients,
  makeClient,
  readClient,
  revokeClient,
} from "#app/domain/record-office/index.server.ts";
import { verifyAudit } from "#app/domain/audit/index.server.ts";
import { openCredentials } from "#app/domain/xapi/index.server.ts";
import { openSql } from "#app/db/index.server.ts";
import { BAC_HA, LAO_CAI, NOW, TA_VAN } from "#tests/setup/people.ts";

import {
  authorityOf,
  BASE_IRI,
  chainOf,
  did,
  givenClient,
  store,
  test,
  TUYEN_QUANG,
  typedClient,
} from "./record-office-factory.ts";

const limits = (typed: Readonly<Record<string, unknown>> = {}) =>
  ClientLimits.parse({ scopes: ["all/read"], lastDay: "", requestsPerMinute: "60", ...typed });

test("a program is let in with a key and a secret that is kept as its hash alone", async ({
  database: { transact },
  office,
}) => {
  const made = await givenClient(office);

  expect(Buffer.from(made.key, "base64url")).toHaveLength(16);
  expect(Buffer.from(made.secret ?? "", "base64url")).toHaveLength(32);
  const row = await transact([], (db) =>
    db.xapiClient.findUnique({ where: { id: made.clientId } }),
  );
  const hash = createHash("sha256")
    .update(made.secret ?? "")
    .digest("hex");
  expect(Buffer.from(row?.secretHash ?? []).toString("hex")).toBe(hash);
  expect(row).toMatchObject({
    expiresAt: new Date("2027-12-31T17:00:00Z"),
    requestsPerMinute: 6000,
    createdBy: "Nguyễn Thị Hòa, Chuyên viên, Tỉnh Lào Cai",
  });
  const chain = await chainOf(transact, LAO_CAI);
  expect(chain).toMatchObject([
    { action: "client.made", actorName: "Nguyễn Thị Hòa", subjectId: made.clientId },
  ]);
  expect(JSON.stringify(chain)).not.toContain(made.secret);
  expect(valueOf(await listClients(office.deps, office.officer, { provinceId: LAO_CAI }))).toEqual([
    {
      clientId: made.clientId,
      name: "Trường THPT số 1",
      key: made.key,
      entry: "secret",
      scopes: ["statements/write", "state"],
      placeId: LAO_CAI,
      placeName: "Tỉnh Lào Cai",
      requestsPerMinute: 6000,
      createdAt: NOW,
      createdBy: "Nguyễn Thị Hòa, Chuyên viên, Tỉnh Lào Cai",
      lastDay: "2027-12-31",
      lastUsedAt: null,
      revokedAt: null,
      state: "valid",
    },
  ]);
});

test("what was let in opens the record store until it is revoked", async ({
  database: { url },
  office,
}) => {
  const sql = openSql(url, { role: "nephoc_app" });
  const signIn = async ({ key, secret }: { key: string; secret: string | null }) => {
    const pair = Buffer.from(`${key}:${secret}`).toString("base64");
    // Each time anew: a running store remembers whom it admitted for two seconds.
    const find = openCredentials({
      sql,
      now: () => NOW,
      baseIri: BASE_IRI,
      readToken: null,
      findSession: null,
    });
    return find(`Basic ${pair}`);
  };
  const made = await givenClient(office, { placeId: BAC_HA });

  expect(await signIn(made)).toMatchObject({
    authority: authorityOf(made),
    reach: [BAC_HA],
    requestsPerMinute: 6000,
    scopes: new Set(["statements/write", "state"]),
  });
  expect(await signIn({ ...made, secret: "x" })).toBeNull();
  const client = { provinceId: LAO_CAI, clientId: made.clientId };
  const { deps, officer } = office;
  expect(await limitClient(deps, officer, { ...client, limits: limits() })).toMatchObject({
    ok: true,
  });
  expect(await signIn(made)).toMatchObject({
    scopes: new Set(["all/read"]),
    requestsPerMinute: 60,
  });
  expect(await revokeClient(deps, officer, client)).toMatchObject({ ok: true });
  expect(await signIn(made)).toBeNull();
  await sql.close();
});

test("a form pressed twice, even at once, makes one program and shows one secret", async ({
  office: { deps, officer },
}) => {
  const input = { provinceId: LAO_CAI, clientId: uuidv7(), form: typedClient() };
  const forms = [input, ...Array.from({ length: 19 }, () => ({ ...input, clientId: uuidv7() }))];
  const pressed = await Promise.all(
    forms.map((form) => Promise.all([1, 2, 3].map(() => makeClient(deps, officer, form)))),
  );
  const later = await makeClient(deps, officer, input);
  const anew = { ...input, form: typedClient({ name: "Ứng dụng khác" }) };

  expect(pressed.map((answers) => answers.filter(({ ok }) => ok).length)).toEqual(
    forms.map(() => 1),
  );
  expect(later).toMatchObject({ refusal: { code: "already-made", clientId: input.clientId } });
  expect(valueOf(await makeClient(deps, officer, anew)).clientId).not.toBe(input.clientId);
  expect(valueOf(await listClients(deps, officer, { provinceId: LAO_CAI }))).toHaveLength(21);
});

test("a program with tokens of the issuer has no secret, and its name there is taken once", async ({
  office,
}) => {
  const token = { entry: { kind: "token", clientId: "truong-hoc" } };
  const { deps, officer } = office;

  expect(await givenClient(office, token)).toMatchObject({ key: "truong-hoc", secret: null });
  expect(
    await makeClient(deps, officer, {
      provinceId: LAO_CAI,
      clientId: uuidv7(),
      form: typedClient({ ...token, name: "Khác" }),
    }),
  ).toMatchObject({ refusal: { code: "key-taken" } });
});

test("what cannot be is refused: a day gone by, a place of another province", async ({
  office: { deps, officer },
}) => {
  const make = (typed: Readonly<Record<string, unknown>>) =>
    makeClient(deps, officer, {
      provinceId: LAO_CAI,
      clientId: uuidv7(),
      form: typedClient(typed),
    });

  expect(await make({ lastDay: "21/11/2026" })).toMatchObject({
    refusal: { code: "expiry-past" },
  });
  expect(await make({ lastDay: "22/11/2026" })).toMatchObject({ ok: true });
  expect(await make({ placeId: TUYEN_QUANG })).toMatchObject({
    refusal: { code: "place-unknown" },
  });
  expect(await make({ placeId: uuidv7() })).toMatchObject({ refusal: { code: "place-unknown" } });
});

test("a commune is found by name without marks, by its old name, and only in the province", async ({
  office: { deps, officer },
}) => {
  const find = async (typed: string) =>
    valueOf(await findCommunes(deps, officer, { provinceId: LAO_CAI, typed }));

  expect((await find("bac ha")).meant).toEqual({ communeId: BAC_HA, communeName: "Xã Bắc Hà" });
  expect((await find("xã tả van")).meant?.communeId).toBe(TA_VAN);
  expect((await find("hoàn kiếm")).communes).toEqual([]);
  expect((await find("")).communes).toEqual([]);
});

test("limits are changed and written down with what they were; a revoked key stays as it was", async ({
  database: { transact },
  office,
}) => {
  const { deps, officer } = office;
  const { clientId } = await givenClient(office);
  const client = { provinceId: LAO_CAI, clientId };
  const stand = async () =>
    valueOf(await listClients(deps, officer, client)).find((each) => each.clientId === clientId);

  await limitClient(deps, officer, { ...client, limits: limits({ lastDay: "1/11/2026" }) });
  expect(await stand()).toMatchObject({
    state: "expired",
    scopes: ["all/read"],
    requestsPerMinute: 60,
    lastDay: "2026-11-01",
  });
  expect(await revokeClient(deps, officer, client)).toMatchObject({ ok: true });
  expect(await revokeClient(deps, officer, client)).toMatchObject({ ok: true });
  expect(await limitClient(deps, officer, { ...client, limits: limits() })).toMatchObject({
    refusal: { code: "client-revoked" },
  });
  expect(await stand()).toMatchObject({ state: "revoked", revokedAt: NOW });
  expect(
    (await chainOf(transact, LAO_CAI)).map(({ action, detail }) => ({ action, detail })),
  ).toEqual([
    expect.objectContaining({ action: "client.made" }),
    {
      action: "client.limited",
      detail: {
        before: {
          scopes: ["statements/write", "state"],
          lastDay: "2027-12-31",
          requestsPerMinute: 6000,
        },
        after: { scopes: ["all/read"], lastDay: "2026-11-01", requestsPerMinute: 60 },
      },
    },
    { action: "client.revoked", detail: { name: "Trường THPT số 1" } },
  ]);
  expect((await transact("everywhere", (db) => verifyAudit(db))).faults).toEqual([]);
});

test("nobody but the province's own officer sees, makes, limits or revokes its programs", async ({
  database: { transact },
  office,
}) => {
  const { deps, otherOfficer, official, my } = office;
  const { clientId } = await givenClient(office);
  const client = { provinceId: LAO_CAI, clientId };
  const made = { ...client, clientId: uuidv7(), form: typedClient() };
  const refused = { ok: false, refusal: { code: "not-officer" } };

  for (const actor of [otherOfficer, official, my]) {
    expect(await listClients(deps, actor, client)).toEqual(refused);
    expect(await makeClient(deps, actor, made)).toEqual(refused);
    expect(await limitClient(deps, actor, { ...client, limits: limits() })).toEqual(refused);
    expect(await revokeClient(deps, actor, client)).toEqual(refused);
    expect(await readClient(deps, actor, client)).toEqual(refused);
    expect(await findCommunes(deps, actor, { ...client, typed: "bac ha" })).toEqual(refused);
  }
  // From his own desk, another province's program is none.
  const theirs = { provinceId: TUYEN_QUANG, clientId };
  const unknown = { ok: false, refusal: { code: "client-unknown" } };
  expect(await readClient(deps, otherOfficer, theirs)).toEqual(unknown);
  expect(await limitClient(deps, otherOfficer, { ...theirs, limits: limits() })).toEqual(unknown);
  expect(await revokeClient(deps, otherOfficer, theirs)).toEqual(unknown);
  expect(await transact([], (db) => db.xapiClient.findMany())).toMatchObject([
    { scopes: ["statements/write", "state"], revokedAt: null },
  ]);
});

test("the officer sees what a program sent, day by day and the latest in words", async ({
  database: { transact },
  office,
}) => {
  const { deps, officer, my } = office;
  const made = await givenClient(office);
  const authority = authorityOf(made);
  const sent = [did(my), did(my)];
  await store(transact, sent, { authority, storedAt: new Date("2026-11-21T16:59:59Z") });
  await store(transact, [did(my)], { authority, storedAt: new Date("2026-11-21T17:00:00Z") });
  await store(transact, [did(my)], { authority, storedAt: new Date("2026-10-23T16:59:59Z") });
  // Somebody else's, one of which is about one of the program's.
  const about = { object: { objectType: "StatementRef", id: sent[0]?.id } };
  await store(transact, [did(my), did(my, about)]);

  const read = valueOf(
    await readClient(deps, officer, { provinceId: LAO_CAI, clientId: made.clientId }),
  );
  expect(read.days).toHaveLength(30);
  expect(read.days.at(0)?.day).toBe("2026-10-24");
  expect(read.days.filter(({ statements }) => statements > 0)).toEqual([
    { day: "2026-11-21", statements: 2 },
    { day: dayOf(NOW), statements: 1 },
  ]);
  expect(read.latest.lines).toHaveLength(4);
  expect(read.latest.names).toEqual({
    [my.accountId]: { personId: my.personId, fullName: "Giàng Thị Mỷ" },
  });
  expect((await chainOf(transact, LAO_CAI)).at(-1)).toMatchObject({
    action: "statements.of-client-read",
    subjectId: LAO_CAI,
    detail: { clientId: made.clientId, persons: 1 },
  });
});
