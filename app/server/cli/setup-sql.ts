import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";

export interface SetupLogins {
  /** Names of the database and of the two logins; letters, digits and underlines. */
  readonly database: string;
  readonly owner: string;
  readonly web: string;
  /** As PostgreSQL keeps them: no statement, and so no log, holds a password. */
  readonly ownerVerifier: string;
  readonly webVerifier: string;
}

/** What a superuser runs once: the roles, their rights and the database. May be run again. */
export function rolesSql({
  owner,
  web,
  ownerVerifier,
  webVerifier,
}: SetupLogins): readonly string[] {
  return [
    makeRole(owner),
    makeRole(web),
    makeRole("nephoc_app"),
    `ALTER ROLE ${owner} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '${ownerVerifier}'`,
    `ALTER ROLE ${web} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '${webVerifier}'`,
    `ALTER ROLE nephoc_app NOLOGIN NOSUPERUSER NOBYPASSRLS`,
    `GRANT nephoc_app TO ${owner}, ${web}`,
    // Two functions of the record store are made with this parameter set.
    `GRANT SET ON PARAMETER "app.communes" TO ${owner}`,
  ];
}

/** CREATE DATABASE knows no IF NOT EXISTS and stands in no block; sorted as Vietnamese is. */
export function databaseSql({ database, owner }: SetupLogins): string {
  return `CREATE DATABASE ${database} OWNER ${owner} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'vi'`;
}

export function rightsSql({ database, web }: SetupLogins): readonly string[] {
  return [
    `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`,
    `GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${web}`,
  ];
}

/** The same for psql, whose \gexec runs what a query answers. */
export function psqlScript(logins: SetupLogins): string {
  const missing = `WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '${logins.database}')`;
  return [
    String.raw`\set ON_ERROR_STOP on`,
    ...rolesSql(logins).map((sql) => `${sql};`),
    `SELECT $$${databaseSql(logins)}$$ ${missing} \\gexec`,
    ...rightsSql(logins).map((sql) => `${sql};`),
    "",
  ].join("\n");
}

function makeRole(name: string): string {
  return `DO $$ BEGIN CREATE ROLE ${name}; EXCEPTION WHEN duplicate_object THEN NULL; END $$`;
}

const ITERATIONS = 4096;

/** What PostgreSQL keeps of a password (RFC 5803, as `password_encryption = scram-sha-256` writes it). */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const hmac = (words: string) => createHmac("sha256", salted).update(words).digest();
  const stored = createHash("sha256").update(hmac("Client Key")).digest("base64");
  const server = hmac("Server Key").toString("base64");
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString("base64")}$${stored}:${server}`;
}
