import { once } from "node:events";
import { createServer } from "node:http";

import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { v7 as uuidv7 } from "uuid";
import { expect, onTestFinished } from "vitest";

import { openSql } from "#app/db/index.server.ts";
import { openCredentials } from "#app/domain/xapi/index.server.ts";
import { openIssuer } from "#app/server/adapters/oauth.server.ts";
import { BAC_HA, LAO_CAI } from "#tests/setup/people.ts";
import { test, type TestDatabase } from "#tests/setup/test-with-db.ts";

const ISSUER = "https://dinh-danh.example";
const AUDIENCE = "kho-ban-ghi";

interface Claims {
  readonly issuer?: string;
  readonly audience?: string;
  readonly clientId?: string;
  readonly scope?: string;
  readonly expires?: string | null;
}

/** An issuer with its public keys on the network, and the record store that trusts it. */
async function openStore({ url, transact }: TestDatabase, now = () => new Date()) {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const stranger = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "1", alg: "RS256" };
  const server = createServer((_, response) => {
    response.setHeader("content-type", "application/json").end(JSON.stringify({ keys: [jwk] }));
  }).listen(0);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const sql = openSql(url, { role: "nephoc_app" });
  onTestFinished(async () => {
    server.close();
    await sql.close();
  });
  await transact("everywhere", (db) =>
    db.xapiClient.create({
      data: {
        id: uuidv7(),
        name: "Trường Hoa Mận",
        key: "truong-hoa-man",
        secretHash: null,
        scopes: ["statements/write", "statements/read/mine"],
        placeId: BAC_HA,
        createdAt: new Date(),
        createdBy: "bài kiểm tra",
      },
    }),
  );
  const readToken = openIssuer({
    issuer: ISSUER,
    audience: AUDIENCE,
    jwksUrl: `http://127.0.0.1:${address.port}/keys`,
  });
  const baseIri = "https://nep-hoc.example/xapi";
  const find = openCredentials({ sql, now, baseIri, readToken, findSession: null });
  const token = (claims: Claims = {}, key = privateKey) => {
    const { clientId = "truong-hoa-man", scope = "statements/write all", expires = "5m" } = claims;
    const jwt = new SignJWT({ client_id: clientId, scope })
      .setProtectedHeader({ alg: "RS256", kid: "1" })
      .setIssuer(claims.issuer ?? ISSUER)
      .setAudience(claims.audience ?? AUDIENCE);
    return (expires === null ? jwt : jwt.setExpirationTime(expires)).sign(key);
  };
  const bearer = async (claims?: Claims) => find(`Bearer ${await token(claims)}`);
  return { find, token, bearer, stranger: stranger.privateKey };
}

test("a token of the issuer speaks for the client that the province wrote down, and no further", async ({
  database,
}) => {
  const { bearer } = await openStore(database);

  const client = await bearer();

  // The token says "all"; the province allowed less.
  expect([...(client?.scopes ?? [])]).toEqual(["statements/write"]);
  expect(client?.placeId).toBe(BAC_HA);
  expect(client?.reach).toEqual([BAC_HA]);
  expect(client?.reach).not.toContain(LAO_CAI);
  expect(client?.authority).toMatchObject({ name: "Trường Hoa Mận" });
});

test.for([
  ["another issuer", { issuer: "https://ke-la.example" }],
  ["another audience", { audience: "ngan-hang" }],
  ["a client that nobody wrote down", { clientId: "la" }],
  ["yesterday", { expires: "1s ago" }],
  ["no end", { expires: null }],
] as const)("a token of %s speaks for nobody", async ([, claims], { database }) => {
  const { bearer } = await openStore(database);

  expect(await bearer(claims)).toBeNull();
});

test("a token that a stranger signed, or that was changed, speaks for nobody", async ({
  database,
}) => {
  const { find, token, stranger } = await openStore(database);
  const [head, payload, signature] = (await token()).split(".");
  const wider = Buffer.from(
    JSON.stringify({
      ...JSON.parse(Buffer.from(payload ?? "", "base64url").toString()),
      scope: "all",
    }),
  ).toString("base64url");

  expect(await find(`Bearer ${await token({}, stranger)}`)).toBeNull();
  expect(await find(`Bearer ${head}.${wider}.${signature}`)).toBeNull();
  const none = Buffer.from('{"alg":"none"}').toString("base64url");
  expect(await find(`Bearer ${none}.${payload}.`)).toBeNull();
  expect(await find("Bearer gì-cũng-được")).toBeNull();
});

const basic = (secret: string) =>
  `Basic ${Buffer.from(`truong-hoa-man:${secret}`).toString("base64")}`;

test("a client with tokens has no secret to be guessed", async ({ database }) => {
  const { find } = await openStore(database);

  expect(await find(basic(""))).toBeNull();
  expect(await find(basic("null"))).toBeNull();
});

test("a client whose day has come speaks for nobody any more", async ({ database }) => {
  const { bearer } = await openStore(database);
  expect(await bearer()).not.toBeNull();

  await database.transact("everywhere", (db) =>
    db.xapiClient.updateMany({ data: { expiresAt: new Date("2026-01-01T00:00:00Z") } }),
  );

  expect(await bearer({ scope: "statements/write" })).toBeNull();
});
