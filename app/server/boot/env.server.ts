import { z } from "zod";

import { Day } from "#app/domain/kernel/index.ts";

import type { Issuer } from "#app/server/adapters/oauth.server.ts";

const Text = z.string().trim().min(1).optional();

const Env = z.object({
  /** PostgreSQL 15 or newer, as the owner of the tables; unset: the embedded one is started. */
  DATABASE_URL: Text,
  /** The same database, as a login that was granted `nephoc_app`; unset: the owner takes that role. */
  DATABASE_APP_URL: Text,
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Where people reach the product; QR codes point there. */
  NEPHOC_ORIGIN: z.url().optional(),
  /** Where people reach the files of course packages: another origin than NEPHOC_ORIGIN. */
  NEPHOC_CONTENT_ORIGIN: z.url().optional(),
  /** Its own port; unset: the one after PORT. */
  NEPHOC_CONTENT_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  /** What activity ids begin with; chosen once, because statements keep it for good. */
  NEPHOC_BASE_IRI: z
    .url()
    .transform((iri) => iri.replace(/\/+$/u, ""))
    .default("https://nep-hoc.example/xapi"),
  /** 32 bytes or more, in any text; unset: made once and kept in the data folder. */
  NEPHOC_SECRET: z.string().min(32).optional(),
  /** What NEPHOC_SECRET was before, with blanks between: work that phones sealed then is still opened. */
  NEPHOC_EARLIER_SECRETS: z
    .string()
    .transform((text) => text.split(/\s+/u).filter((secret) => secret.length >= 32))
    .default([]),
  /** Folder of the embedded database, the secret and uploaded files. */
  NEPHOC_DATA: z.string().min(1).default("var"),
  /** "no": never make the sample province. */
  NEPHOC_SAMPLE: z.enum(["yes", "no"]).default("yes"),
  /** Reverse proxies in front, whose X-Forwarded-For is believed. */
  NEPHOC_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Hosts in a private network, or on this machine, that statements may be forwarded to. */
  NEPHOC_PRIVATE_HOSTS: z
    .string()
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/u)
        .filter((host) => host !== ""),
    )
    .default([]),
  NODE_ENV: z.string().default("development"),
  /** OAuth 2: who issues bearer tokens for the record store, for whom, and where its keys are; all three or none. */
  NEPHOC_OAUTH_ISSUER: z.url().optional(),
  NEPHOC_OAUTH_AUDIENCE: Text,
  NEPHOC_OAUTH_JWKS: z.url().optional(),
  /** Whom push services may write to about the reminders: mailto:… or an https address. */
  NEPHOC_CONTACT: z
    .string()
    .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/u)
    .optional(),
  /** A day to pretend it is, for trying the product out; refused when real people are there. */
  NEPHOC_TODAY: Day.optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

export interface Env {
  readonly databaseUrl: string | null;
  readonly databaseAppUrl: string | null;
  readonly port: number;
  readonly origin: string;
  readonly contentOrigin: string;
  readonly contentPort: number;
  readonly baseIri: string;
  readonly secret: string | null;
  readonly earlierSecrets: readonly string[];
  readonly dataFolder: string;
  readonly sampleWanted: boolean;
  readonly proxies: number;
  readonly privateHosts: readonly string[];
  readonly production: boolean;
  readonly issuer: Issuer | null;
  /** `mailto:…` or an https address. */
  readonly contact: string;
  readonly today: Day | null;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
}

/** The environment, read once; throws with the names of what is wrong. */
export function readEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, text]) => text !== ""));
  const parsed = Env.safeParse(filled);
  if (!parsed.success) throw new Error(`Biến môi trường sai:\n${z.prettifyError(parsed.error)}`);
  const env = parsed.data;
  const origin = new URL(env.NEPHOC_ORIGIN ?? `http://localhost:${env.PORT}`).origin;
  const contentPort = env.NEPHOC_CONTENT_PORT ?? (env.PORT === 0 ? 0 : env.PORT + 1);
  return {
    databaseUrl: env.DATABASE_URL ?? null,
    databaseAppUrl: env.DATABASE_APP_URL ?? null,
    port: env.PORT,
    origin,
    contentOrigin: contentOriginOf(env.NEPHOC_CONTENT_ORIGIN, origin, contentPort),
    contentPort,
    baseIri: env.NEPHOC_BASE_IRI,
    secret: env.NEPHOC_SECRET ?? null,
    earlierSecrets: env.NEPHOC_EARLIER_SECRETS,
    dataFolder: env.NEPHOC_DATA,
    sampleWanted: env.NEPHOC_SAMPLE === "yes",
    proxies: env.NEPHOC_PROXIES,
    privateHosts: env.NEPHOC_PRIVATE_HOSTS,
    production: env.NODE_ENV === "production",
    issuer: issuerOf(env),
    contact: env.NEPHOC_CONTACT ?? `https://${new URL(origin).host}`,
    today: env.NEPHOC_TODAY ?? null,
    logLevel: env.LOG_LEVEL,
  };
}

/** The host of the product on the content's port, when nothing else is said. */
function contentOriginOf(said: string | undefined, origin: string, port: number): string {
  const host = new URL(origin);
  host.port = String(port);
  const content = new URL(said ?? host.origin).origin;
  if (content === origin) {
    throw new Error(
      "NEPHOC_CONTENT_ORIGIN phải khác NEPHOC_ORIGIN: gói học không được ở cùng trang.",
    );
  }
  return content;
}

function issuerOf(env: z.infer<typeof Env>): Issuer | null {
  const { NEPHOC_OAUTH_ISSUER: issuer, NEPHOC_OAUTH_AUDIENCE: audience } = env;
  const jwksUrl = env.NEPHOC_OAUTH_JWKS;
  if (issuer === undefined && audience === undefined && jwksUrl === undefined) return null;
  if (issuer === undefined || audience === undefined || jwksUrl === undefined) {
    throw new Error(
      "NEPHOC_OAUTH_ISSUER, NEPHOC_OAUTH_AUDIENCE và NEPHOC_OAUTH_JWKS phải có đủ cả ba.",
    );
  }
  return { issuer, audience, jwksUrl };
}
