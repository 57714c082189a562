import { z } from "zod";

import { OperatorError } from "#app/db/operator-error.ts";
import { Day } from "#app/domain/kernel/index.ts";

import type { Issuer } from "#app/server/adapters/oauth.server.ts";

const Text = z.string().trim().min(1).optional();

/** As `new URL` reads it, which is how the connection will. */
const DatabaseUrl = z
  .string()
  .trim()
  .refine((text) => /^postgres(?:ql)?:$/u.test(readableUrl(text)?.protocol ?? ""), {
    message:
      "phải có dạng postgresql://tài-khoản:mật-khẩu@máy-chủ:5432/tên; ký tự đặc biệt trong mật khẩu viết thành mã (@ là %40, # là %23, / là %2F)",
  })
  .optional();

/** The origin of an address that names nothing but a host. */
const Origin = z
  .url({ protocol: /^https?$/u })
  .refine((text) => /^https?:\/\/[^/]+\/?$/u.test(text), {
    message: "chỉ gồm https:// và tên máy, không có đường dẫn",
  })
  .optional();

/** A password of one letter, forty times, guards nothing. */
const DISTINCT_CHARACTERS = 12;
const Secret = z
  .string()
  .min(32)
  .refine((secret) => new Set(secret).size >= DISTINCT_CHARACTERS, {
    message: "quá dễ đoán: hãy dùng `openssl rand -base64 48`",
  });

const Env = z.object({
  /** PostgreSQL 15 or newer, as the owner of the tables; unset: the embedded one is started. */
  DATABASE_URL: DatabaseUrl,
  /** The same database, as a login that was granted `nephoc_app`; unset: the owner takes that role. */
  DATABASE_APP_URL: DatabaseUrl,
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Where people reach the product; QR codes point there. */
  NEPHOC_ORIGIN: Origin,
  /** Where people reach the files of course packages: another origin than NEPHOC_ORIGIN. */
  NEPHOC_CONTENT_ORIGIN: Origin,
  /** Its own port; unset: the one after PORT. */
  NEPHOC_CONTENT_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  /** What activity ids begin with; chosen once, because statements keep it for good. */
  NEPHOC_BASE_IRI: z
    .url()
    .transform((iri) => iri.replace(/\/+$/u, ""))
    .optional(),
  /** 32 bytes or more, in any text; unset: made once and kept in the data folder. */
  NEPHOC_SECRET: Secret.optional(),
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
  /** Open at once from one network address: a village's phones share one. Behind proxies the proxy counts. */
  NEPHOC_CONNECTIONS_PER_ADDRESS: z.coerce.number().int().min(8).default(256),
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
  /** "no": forwards, reminders, seals and upkeep are left to other processes. */
  NEPHOC_TASKS: z.enum(["yes", "no"]).default("yes"),
  /** To the database, of one process, at most; PostgreSQL's max_connections holds for all together. */
  NEPHOC_CONNECTIONS: z.coerce.number().int().min(9).max(500).default(36),
  /** Where /metrics is served: 127.0.0.1:9464; unset: nowhere. */
  NEPHOC_METRICS: z
    .string()
    .regex(/^[^\s:]+:\d{1,5}$|^\[[0-9a-f:]+\]:\d{1,5}$/u)
    .transform((text) => {
      const at = text.lastIndexOf(":");
      return {
        host: text.slice(0, at).replaceAll(/[[\]]/gu, ""),
        port: Number(text.slice(at + 1)),
      };
    })
    .optional(),
  /** Where `npm run backup` writes, when it is not told. */
  NEPHOC_BACKUP_TO: Text,
  /** What backups are encrypted with. */
  NEPHOC_BACKUP_PASSPHRASE: Text,
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

/** Read by vite.config.ts, for the tests. */
const OF_TESTS = ["NEPHOC_TEST_REPORT"];

const BASE_IRI_OF_TRIALS = "https://nep-hoc.example/xapi";

export interface Env {
  readonly databaseUrl: string | null;
  readonly databaseAppUrl: string | null;
  readonly port: number;
  readonly origin: string;
  /** Whether somebody said so; else it is this machine. */
  readonly originSet: boolean;
  readonly contentOrigin: string;
  readonly contentPort: number;
  readonly baseIri: string;
  readonly baseIriSet: boolean;
  readonly secret: string | null;
  readonly earlierSecrets: readonly string[];
  readonly dataFolder: string;
  readonly sampleWanted: boolean;
  readonly proxies: number;
  readonly connectionsPerAddress: number;
  readonly privateHosts: readonly string[];
  readonly production: boolean;
  readonly issuer: Issuer | null;
  /** `mailto:…` or an https address. */
  readonly contact: string;
  readonly today: Day | null;
  /** Whether this process does what is done between requests. */
  readonly tasks: boolean;
  readonly connections: number;
  readonly metrics: { readonly host: string; readonly port: number } | null;
  readonly backupFolder: string | null;
  readonly backupPassphrase: string | null;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
}

function orNull<Value>(value: Value | undefined): Value | null {
  return value ?? null;
}

/** The environment, read once; throws with the names of what is wrong. */
export function readEnv(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Env {
  const env = parseVariables(variables);
  const origin = new URL(env.NEPHOC_ORIGIN ?? `http://localhost:${env.PORT}`).origin;
  const contentPort = env.NEPHOC_CONTENT_PORT ?? (env.PORT === 0 ? 0 : env.PORT + 1);
  return {
    databaseUrl: orNull(env.DATABASE_URL),
    databaseAppUrl: orNull(env.DATABASE_APP_URL),
    port: env.PORT,
    origin,
    originSet: env.NEPHOC_ORIGIN !== undefined,
    contentOrigin: contentOriginOf(env.NEPHOC_CONTENT_ORIGIN, origin, contentPort),
    contentPort,
    baseIri: env.NEPHOC_BASE_IRI ?? BASE_IRI_OF_TRIALS,
    baseIriSet: env.NEPHOC_BASE_IRI !== undefined && !env.NEPHOC_BASE_IRI.includes(".example"),
    secret: orNull(env.NEPHOC_SECRET),
    earlierSecrets: env.NEPHOC_EARLIER_SECRETS,
    dataFolder: env.NEPHOC_DATA,
    sampleWanted: env.NEPHOC_SAMPLE === "yes",
    proxies: env.NEPHOC_PROXIES,
    connectionsPerAddress: env.NEPHOC_CONNECTIONS_PER_ADDRESS,
    privateHosts: env.NEPHOC_PRIVATE_HOSTS,
    production: env.NODE_ENV === "production",
    issuer: issuerOf(env),
    contact: env.NEPHOC_CONTACT ?? `https://${new URL(origin).host}`,
    today: orNull(env.NEPHOC_TODAY),
    tasks: env.NEPHOC_TASKS === "yes",
    connections: env.NEPHOC_CONNECTIONS,
    metrics: orNull(env.NEPHOC_METRICS),
    backupFolder: orNull(env.NEPHOC_BACKUP_TO),
    backupPassphrase: orNull(env.NEPHOC_BACKUP_PASSPHRASE),
    logLevel: env.LOG_LEVEL,
  };
}

function parseVariables(
  variables: Readonly<Record<string, string | undefined>>,
): z.infer<typeof Env> {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, text]) => text !== ""));
  const unknown = Object.keys(filled).filter(
    (name) => name.startsWith("NEPHOC_") && !(name in Env.shape) && !OF_TESTS.includes(name),
  );
  if (unknown.length > 0) {
    const known = Object.keys(Env.shape).filter((name) => name.startsWith("NEPHOC_"));
    throw new OperatorError(
      `Không có biến ${unknown.join(", ")}. Có các biến: ${known.join(", ")}`,
    );
  }
  const parsed = Env.safeParse(filled);
  if (!parsed.success) throw new OperatorError(`Biến môi trường sai:\n${faultsOf(parsed.error)}`);
  return parsed.data;
}

function faultsOf({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`).join("\n");
}

function readableUrl(text: string): URL | null {
  return URL.canParse(text) && !text.includes("#") ? new URL(text) : null;
}

/**
 * The host of the product on the content's port, when nothing else is said. Ports do not part cookies, the
 * two names of this machine do.
 */
function contentOriginOf(said: string | undefined, origin: string, port: number): string {
  const host = new URL(origin);
  host.port = String(port);
  if (host.hostname === "localhost") host.hostname = "127.0.0.1";
  const content = new URL(said ?? host.origin).origin;
  if (content === origin) {
    throw new OperatorError(
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
    throw new OperatorError(
      "NEPHOC_OAUTH_ISSUER, NEPHOC_OAUTH_AUDIENCE và NEPHOC_OAUTH_JWKS phải có đủ cả ba.",
    );
  }
  return { issuer, audience, jwksUrl };
}
