import { createPublicKey, X509Certificate } from "node:crypto";

import { compactVerify, decodeProtectedHeader } from "jose";

import { immutableForm } from "./immutable-form.ts";
import { readJson } from "./received.ts";
import { Statement } from "./statement.ts";

const ALGORITHMS = ["RS256", "RS384", "RS512"];

/**
 * What is wrong with the signature of a statement, or null (xAPI 2.0 §4.2.6): a compact JWS by RS256,
 * RS384 or RS512 whose payload is the statement; checked against the certificate when it brings one.
 */
export async function signatureFault(
  statement: Statement,
  bytes: Uint8Array,
): Promise<string | null> {
  const jws = new TextDecoder().decode(bytes).trim();
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(jws);
  } catch {
    return "the signature is not a JWS in compact form";
  }
  if (header.alg === undefined || !ALGORITHMS.includes(header.alg)) {
    return `the signature's algorithm is none of ${ALGORITHMS.join(", ")}`;
  }
  const [, payload = ""] = jws.split(".");
  const signed = readJson(Buffer.from(payload, "base64url").toString("utf8"));
  if (!signed.ok) return "the signature's payload is not JSON";
  if (!isThisStatement(signed.value, statement)) {
    return "the signature's payload is not this statement";
  }
  if (header.x5c === undefined) return null;
  const [certificate = ""] = header.x5c;
  return verified(jws, certificate);
}

/** What was signed may lack what was filled in since, such as its id and time. */
function isThisStatement(signed: unknown, statement: Statement): boolean {
  if (typeof signed !== "object" || signed === null) return false;
  const filled = { ...signed, ...("id" in signed ? {} : { id: statement.id }) };
  const parsed = Statement.safeParse(filled);
  if (!parsed.success) return false;
  const { attachments: _signature, ...kept } = statement;
  const { attachments: _none, ...original } = parsed.data;
  if (original.timestamp === undefined) {
    const { timestamp: _time, ...undated } = kept;
    return immutableForm(original) === immutableForm(undated);
  }
  return original.id === statement.id && immutableForm(original) === immutableForm(kept);
}

async function verified(jws: string, certificate: string): Promise<string | null> {
  try {
    const { publicKey } = new X509Certificate(Buffer.from(certificate, "base64"));
    await compactVerify(jws, createPublicKey(publicKey.export({ type: "spki", format: "pem" })));
    return null;
  } catch {
    return "the signature does not fit its certificate";
  }
}
