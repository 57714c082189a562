import { createHmac, generateKeyPairSync, type KeyObject, sign as signBytes } from "node:crypto";

import { expect, test } from "vitest";

import { type Part, type Version, VERSIONS } from "./ask.ts";
import { certificateOf } from "./certificate.ts";
import { attachmentSection, sendSections, sha256, statementsSection } from "./multipart.ts";
import { isKept, type Sent, SITE, statementWith } from "./statements.ts";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const coded = (text: string | Buffer) => Buffer.from(text).toString("base64url");

function jwsOf(payload: string, header: Part, key: KeyObject = privateKey): string {
  const signed = `${coded(JSON.stringify(header))}.${coded(payload)}`;
  const digest = `RSA-SHA${String(header["alg"]).slice(2)}`;
  return `${signed}.${signBytes(digest, Buffer.from(signed), key).toString("base64url")}`;
}

const signatureOf = (jws: string, parts: Part = {}): Part => ({
  usageType: "http://adlnet.gov/expapi/attachments/signature",
  display: { en: "Signature" },
  contentType: "application/octet-stream",
  length: Buffer.from(jws).length,
  sha2: sha256(jws),
  ...parts,
});

/** Sends a statement with what should be its signature. */
async function send(version: Version, statement: Sent, jws: string, parts: Part = {}) {
  const attachment = signatureOf(jws, parts);
  const type = { "Content-Type": String(attachment["contentType"]) };
  const { status, text } = await sendSections(version, [
    statementsSection({ ...statement, attachments: [attachment] }),
    attachmentSection(jws, type),
  ]);
  return { status, said: text !== "" };
}

const signed = (payload: unknown) =>
  jwsOf(typeof payload === "string" ? payload : JSON.stringify(payload), { alg: "RS256" });

const REFUSED = { status: 400, said: true };
const signing = () =>
  statementWith({ result: { duration: "PT1.234S" }, timestamp: "2026-11-22T03:00:00Z" });

test.for(VERSIONS)(
  "XAPI-00117 signatures by RS256, RS384 and RS512 are taken, by nothing else (%s)",
  async (version) => {
    for (const alg of ["RS256", "RS384", "RS512"]) {
      const statement = signing();
      const jws = jwsOf(JSON.stringify(statement), { alg });
      expect((await send(version, statement, jws)).status, alg).toBe(200);
      expect(await isKept(version, statement.id)).toBe(true);
    }
    const statement = signing();
    const payload = JSON.stringify(statement);
    const hs256 = `${coded('{"alg":"HS256"}')}.${coded(payload)}`;
    const keyed = createHmac("sha256", "key").update(hs256).digest("base64url");
    const none = `${coded('{"alg":"none"}')}.${coded(payload)}.`;
    const others = [
      `${hs256}.${keyed}`,
      none,
      jwsOf(payload, { alg: "RS256" }).replace(/^[^.]+/u, coded('{"alg":"ES256"}')),
    ];
    for (const jws of others) expect(await send(version, statement, jws), jws).toEqual(REFUSED);
    expect(await isKept(version, statement.id)).toBe(false);
  },
);

test.for(VERSIONS)(
  "XAPI-00115 a signature is a JWS in compact form, as application/octet-stream (%s)",
  async (version) => {
    const statement = signing();
    const payload = JSON.stringify(statement);
    const good = jwsOf(payload, { alg: "RS256" });
    for (const jws of [
      "not a signature",
      good.slice(0, good.lastIndexOf(".")),
      `${good}.more`,
      good.replace(".", ".."),
      `!${good}`,
      `${coded("no JSON")}.${good.split(".").slice(1).join(".")}`,
    ]) {
      expect(await send(version, statement, jws), jws).toEqual(REFUSED);
    }
    const text = { contentType: "application/json" };
    expect(await send(version, statement, good, text)).toEqual(REFUSED);
    expect(await isKept(version, statement.id)).toBe(false);
  },
);

test.for(VERSIONS)(
  "XAPI-00116 what is signed is the statement as it was before it was signed (%s)",
  async (version) => {
    const statement = signing();
    for (const payload of [
      "no JSON",
      "null",
      {},
      statementWith(),
      { ...statement, verb: { id: `${SITE}/verbs/other` } },
      { ...statement, result: { duration: "PT1.234S", success: true } },
      { ...statement, timestamp: "2026-11-22T03:00:01Z" },
    ]) {
      const sent = await send(version, statement, signed(payload));
      expect(sent, JSON.stringify(payload)).toEqual(REFUSED);
    }
    expect(await isKept(version, statement.id)).toBe(false);
    // Equal by the rules of comparison, in another serialisation.
    const { id, actor, ...rest } = statement;
    const equal = { ...rest, id, timestamp: "2026-11-22T10:00:00+07:00", actor };
    expect((await send(version, statement, signed(equal))).status).toBe(200);
  },
);

test.for(VERSIONS)(
  "2.0 §4.2.6 a signature is held against the certificate that it brings (%s)",
  async (version) => {
    const x5c = [certificateOf(privateKey)];
    const statement = signing();
    const payload = JSON.stringify(statement);
    const { privateKey: stranger } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const forged = jwsOf(payload, { alg: "RS256", x5c }, stranger);
    expect(await send(version, statement, forged)).toEqual(REFUSED);
    for (const broken of [["not a certificate"], [], "x", [5]]) {
      const jws = jwsOf(payload, { alg: "RS256", x5c: broken });
      expect(await send(version, statement, jws), JSON.stringify(broken)).toEqual(REFUSED);
    }
    expect(await isKept(version, statement.id)).toBe(false);
    const honest = jwsOf(payload, { alg: "RS256", x5c });
    expect((await send(version, statement, honest)).status).toBe(200);
  },
);
