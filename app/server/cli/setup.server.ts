import { randomBytes } from "node:crypto";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { parseArgs, parseEnv } from "node:util";

import { OperatorError } from "#app/db/operator-error.ts";
import { connect } from "#app/db/postgres-words.server.ts";

import {
  databaseSql,
  psqlScript,
  rightsSql,
  rolesSql,
  scramVerifier,
  type SetupLogins,
} from "./setup-sql.ts";

const USAGE = `Cách dùng: npm run -s setup -- --origin https://hoc.tinh.example --content https://goi-hoc.example
    [--superuser postgresql://…] [--database nephoc] [--host 127.0.0.1] [--port 5432] [--env .env]
  Ghi tệp .env (khóa và mật khẩu tự sinh; đã có thì giữ nguyên), rồi in các câu lệnh cho PostgreSQL:
    npm run -s setup -- --origin https://… --content https://… | sudo -u postgres psql
  --content: địa chỉ riêng của gói học, một tên miền khác; thiếu thì phải tự đặt NEPHOC_CONTENT_ORIGIN.
  --superuser: tự chạy các câu lệnh ấy bằng tài khoản này.`;

const PASSWORD_BYTES = 24;
const SECRET_BYTES = 48;

interface Asked {
  readonly origin: string;
  readonly content: string | null;
  readonly superuser: string | null;
  readonly database: string;
  readonly host: string;
  readonly port: number;
  readonly envFile: string;
}

export interface SetupVoice {
  /** What is to be run by psql. */
  readonly print: (text: string) => void;
  readonly say: (line: string) => void;
}

/** Writes the settings of an installation and makes, or prints, what PostgreSQL needs; answers the exit code. */
export async function setUp(args: readonly string[], voice: SetupVoice): Promise<number> {
  const asked = readArguments(args);
  if (asked === null) {
    voice.say(USAGE);
    return 2;
  }
  const { ownerUrl, webUrl } = await writeSettings(asked, voice);
  const logins: SetupLogins = {
    database: asked.database,
    owner: decodeURIComponent(ownerUrl.username),
    web: decodeURIComponent(webUrl.username),
    ownerVerifier: scramVerifier(decodeURIComponent(ownerUrl.password)),
    webVerifier: scramVerifier(decodeURIComponent(webUrl.password)),
  };
  if (asked.superuser === null) {
    voice.print(psqlScript(logins));
    return 0;
  }
  await runSetup(asked.superuser, logins);
  for (const [variable, url] of [
    ["DATABASE_URL", ownerUrl],
    ["DATABASE_APP_URL", webUrl],
  ] as const) {
    const client = await connect(url.href, variable);
    await client.end();
  }
  voice.say("Đã có cơ sở dữ liệu và hai tài khoản; đăng nhập thử được. Tiếp theo: npm start");
  return 0;
}

async function runSetup(superuser: string, logins: SetupLogins): Promise<void> {
  const client = await connect(superuser, "--superuser");
  try {
    for (const sql of rolesSql(logins)) await client.query(sql);
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [
      logins.database,
    ]);
    if (rowCount === 0) await client.query(databaseSql(logins));
    for (const sql of rightsSql(logins)) await client.query(sql);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new OperatorError(`PostgreSQL không chạy được một câu lệnh: ${error.message}`, {
      cause: error,
    });
  } finally {
    await client.end();
  }
}

/** The two URLs of the settings file: those that stand there, or new ones, written together with the rest. */
async function writeSettings(
  { origin, content, database, host, port, envFile }: Asked,
  { say }: SetupVoice,
): Promise<{ readonly ownerUrl: URL; readonly webUrl: URL }> {
  const there = await readFile(envFile, "utf8").catch(() => null);
  const text = there ?? (await readFile(".env.example", "utf8"));
  const set = parseEnv(text);
  const url = (login: string) =>
    `postgresql://${login}:${randomBytes(PASSWORD_BYTES).toString("base64url")}@${host}:${port}/${database}`;
  const wanted: Readonly<Record<string, string>> = {
    DATABASE_URL: url("nephoc_owner"),
    DATABASE_APP_URL: url("nephoc_web"),
    NEPHOC_ORIGIN: origin,
    ...(content === null ? {} : { NEPHOC_CONTENT_ORIGIN: content }),
    NEPHOC_BASE_IRI: `${origin}/xapi`,
    NEPHOC_SECRET: randomBytes(SECRET_BYTES).toString("base64url"),
    NEPHOC_SAMPLE: "no",
    NEPHOC_PROXIES: "1",
  };
  const missing = Object.entries(wanted).filter(
    ([name]) => there === null || (set[name] ?? "") === "",
  );
  if (missing.length > 0) {
    const written = missing.reduce((sum, [name, value]) => withValue(sum, name, value), text);
    await writeFile(envFile, written, { mode: 0o600 });
    await chmod(envFile, 0o600);
    say(
      `Đã ghi ${missing.map(([name]) => name).join(", ")} vào ${envFile} (chỉ chủ tệp đọc được).`,
    );
  }
  const final = { ...set, ...Object.fromEntries(missing) };
  return {
    ownerUrl: new URL(final["DATABASE_URL"] ?? ""),
    webUrl: new URL(final["DATABASE_APP_URL"] ?? ""),
  };
}

/** The text of a settings file with one value more, in the place where its name stands. */
function withValue(text: string, name: string, value: string): string {
  const line = new RegExp(`^${name}=.*$`, "mu");
  return line.test(text)
    ? text.replace(line, () => `${name}=${value}`)
    : `${text.trimEnd()}\n${name}=${value}\n`;
}

function isHttps(url: string): boolean {
  return /^https:\/\/[^/\s]+$/u.test(url);
}

function readArguments(args: readonly string[]): Asked | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        origin: { type: "string" },
        content: { type: "string" },
        superuser: { type: "string" },
        database: { type: "string", default: "nephoc" },
        host: { type: "string", default: "127.0.0.1" },
        port: { type: "string", default: "5432" },
        env: { type: "string", default: ".env" },
      },
    });
    const { origin = "", content = null, superuser = null, database, host } = values;
    const sound =
      isHttps(origin) && isHttps(content ?? origin) && /^[a-z_][a-z0-9_]{0,40}$/u.test(database);
    const port = Number(values.port);
    if (!sound || !Number.isInteger(port)) return null;
    return { origin, content, superuser, database, host, port, envFile: values.env };
  } catch {
    return null; // parseArgs throws for an option it does not know
  }
}
