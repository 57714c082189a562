import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";

import { createLocalJWKSet, compactVerify } from "jose";
import sharp from "sharp";

import { connect } from "#app/db/postgres-words.server.ts";
import { verifyAudit } from "#app/domain/audit/index.server.ts";
import { KeySet } from "#app/domain/certificates/index.ts";
import { hashPin } from "#app/domain/identity/index.server.ts";
import { verifySeals } from "#app/domain/xapi/index.server.ts";
import { countMissingPhotos } from "#app/domain/portfolio/index.server.ts";
import type { Env } from "#app/server/boot/env.server.ts";
import { openServer } from "#app/server/boot/database.server.ts";
import { openLog } from "#app/server/boot/log.server.ts";
import { prepare } from "#app/server/boot/prepare.server.ts";

import { href } from "#app/routes.ts";

import type { BackupFolder } from "./backup-folder.server.ts";
import { DrillVisitor, freePort } from "./drill-visitor.server.ts";
import { restore } from "./restore.server.ts";

export interface DrillOptions {
  readonly env: Env;
  readonly folder: BackupFolder;
  readonly at: string | null;
  /** An empty folder that the server's user may enter. */
  readonly place: string;
  readonly say: (line: string) => void;
}

/** Whose portfolio is opened. */
interface Learner {
  readonly account: string;
  readonly card: string;
  readonly evidence: string | null;
  readonly certificate: string | null;
}

const PIN = "246813";

/**
 * Restores a copy into a database and a folder of its own and uses it as people would: chains and seals
 * are verified, every file is read, somebody signs in and opens her portfolio, a photograph and a paper.
 */
export async function drill(options: DrillOptions): Promise<boolean> {
  const { env, folder, at, place, say } = options;
  const data = join(place, "var");
  const checks = new Checks(say);
  const own: Env = {
    ...env,
    databaseUrl: null,
    databaseAppUrl: null,
    dataFolder: data,
    secret: null,
  };

  const server = await openServer(own, openLog("error", 2));
  let restored: Awaited<ReturnType<typeof restore>>;
  try {
    const target = {
      ownerUrl: server.ownerUrl,
      dataFolder: data,
      secret: null,
      earlierSecrets: [],
    };
    restored = await restore(folder, at, target);
  } finally {
    await server.stop();
  }
  const rows = Object.values(restored.counts).reduce((sum, count) => sum + count, 0);
  checks.note(`khôi phục ${restored.snapshot}: ${rows} dòng, đúng số từng bảng`, true);

  const settings: Env = {
    ...own,
    origin: restored.head.origin,
    baseIri: restored.head.baseIri,
    earlierSecrets: restored.head.earlierSecrets,
    sampleWanted: false,
  };
  const prepared = await prepare(settings, openLog("error", 2));
  let learner: Learner | null;
  try {
    const { deps } = prepared;
    const audit = await deps.transact("everywhere", (db) => verifyAudit(db));
    checks.note(`nhật ký: ${audit.chains} chuỗi, ${audit.entries} mục`, audit.faults.length === 0);
    const seals = await deps.transact("everywhere", (db) => verifySeals(db, deps.sealCheckKeys));
    const strays = seals.strays.gone + seals.strays.unlisted + seals.strays.unaccounted;
    checks.note(
      `kho bản ghi: ${seals.days} ngày niêm phong, ${seals.statements} bản ghi`,
      seals.faults.length + strays === 0,
    );
    const { photos, missing } = await countMissingPhotos(deps);
    checks.note(`${photos} ảnh minh chứng, thiếu ${missing}`, missing === 0);
    learner = await chooseLearner(prepared.ownerUrl);
  } finally {
    await prepared.stop();
  }
  if (learner === null) checks.note("chưa có ai đăng nhập được để thử", true);
  else await visit({ settings, data, learner, checks });
  return checks.sound;
}

interface Visiting {
  readonly settings: Env;
  readonly data: string;
  readonly learner: Learner;
  readonly checks: Checks;
}

/** The product itself on the copy, without any task of its own: it reminds nobody and forwards nothing. */
async function visit({ settings, data, learner, checks }: Visiting): Promise<void> {
  const port = await freePort();
  const contentPort = await freePort();
  const product = spawn(process.execPath, ["app/server/boot/launch.js"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: "/usr/bin:/bin",
      NODE_ENV: "production",
      DATABASE_URL: "",
      DATABASE_APP_URL: "",
      NEPHOC_SECRET: "",
      NEPHOC_BACKUP_PASSPHRASE: "",
      PORT: String(port),
      NEPHOC_CONTENT_PORT: String(contentPort),
      NEPHOC_CONTENT_ORIGIN: settings.contentOrigin,
      NEPHOC_ORIGIN: settings.origin,
      NEPHOC_BASE_IRI: settings.baseIri,
      NEPHOC_DATA: data,
      NEPHOC_SAMPLE: "no",
      NEPHOC_PROXIES: "1",
      NEPHOC_TASKS: "no",
      LOG_LEVEL: "error",
    },
  });
  const ended = new Promise<void>((resolve) => {
    product.once("exit", () => resolve());
  });
  try {
    const serving = await Promise.race([servingLine(product.stdout), ended.then(() => false)]);
    checks.note("chương trình chạy trên bản khôi phục", serving);
    if (serving) await open(new DrillVisitor(port, settings.origin), learner, checks);
  } finally {
    product.kill("SIGTERM");
    await ended;
  }
}

async function open(visitor: DrillVisitor, learner: Learner, checks: Checks): Promise<void> {
  checks.note("đăng nhập", await visitor.signIn(learner.card, PIN));
  const book = await visitor.get(href("portfolio/book"));
  checks.note("mở sổ học tập", book.status === 200);
  const paper = await visitor.get(href("files/portfolio-pdf"));
  checks.note(
    `sổ học tập dạng PDF, ${paper.body.length} byte`,
    paper.status === 200 && paper.body.subarray(0, 5).toString() === "%PDF-",
  );
  if (learner.evidence !== null) await openPhoto(visitor, learner.evidence, checks);
  if (learner.certificate !== null) await openBadge(visitor, learner.certificate, checks);
}

async function openPhoto(visitor: DrillVisitor, evidence: string, checks: Checks): Promise<void> {
  const { status, body } = await visitor.get(href("files/evidence-photo", { evidence }));
  const { width = 0, height = 0 } = status === 200 ? await sharp(body).metadata() : {};
  checks.note(`một ảnh minh chứng ${width}×${height}`, width > 0);
}

async function openBadge(
  visitor: DrillVisitor,
  certificate: string,
  checks: Checks,
): Promise<void> {
  const badge = await visitor.get(href("files/certificate-jwt", { certificate }));
  const published = await visitor.get(href("public/badge-keys"));
  const keys = KeySet.safeParse(JSON.parse(published.body.toString() || "null"));
  const all = keys.success ? keys.data.keys.map((key) => ({ ...key })) : [];
  const jwt = badge.body.toString().trim();
  const verified = await compactVerify(jwt, createLocalJWKSet({ keys: all })).then(
    () => true,
    () => false,
  );
  checks.note("một huy hiệu kiểm tra được bằng khóa đã công bố", verified);
}

function servingLine(output: NodeJS.ReadableStream): Promise<boolean> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: output });
    lines.on("line", (line) => {
      if (line.startsWith("Dừng")) resolve(true);
    });
    lines.on("close", () => resolve(false));
  });
}

/** Somebody whose portfolio shows most; in this copy she gets a PIN of the drill's. */
async function chooseLearner(ownerUrl: string): Promise<Learner | null> {
  const client = await connect(ownerUrl, "DATABASE_URL");
  try {
    await client.query("BEGIN; SELECT set_config('app.communes', '*', true)");
    const { rows } = await client.query<Learner>(
      `SELECT a.id AS account, a.card_code AS card, e.id AS evidence, c.id AS certificate
       FROM account a JOIN person p ON p.commune_id = a.commune_id AND p.id = a.person_id
         LEFT JOIN LATERAL (SELECT id FROM evidence WHERE person_id = p.id AND file_id IS NOT NULL
           AND withdrawn_at IS NULL LIMIT 1) e ON true
         LEFT JOIN LATERAL (SELECT id FROM course_certificate WHERE person_id = p.id LIMIT 1) c ON true
       WHERE a.closed_at IS NULL AND p.erased_at IS NULL
       ORDER BY (e.id IS NULL)::int + (c.id IS NULL)::int, a.created_at LIMIT 1`,
    );
    const [learner = null] = rows;
    if (learner !== null) {
      const pin = await hashPin(PIN);
      await client.query("UPDATE account SET pin_hash = $1 WHERE id = $2", [pin, learner.account]);
      await client.query("DELETE FROM rate_limit");
    }
    await client.query("COMMIT");
    return learner;
  } finally {
    await client.end();
  }
}

/** What was looked at, each with how long it took since the one before. */
class Checks {
  readonly #say: (line: string) => void;
  #last = performance.now();
  sound = true;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  note(what: string, sound: boolean): void {
    const now = performance.now();
    this.#say(
      `${sound ? "ĐẠT" : "SAI"}  ${((now - this.#last) / 1000).toFixed(1).padStart(6)} s  ${what}`,
    );
    this.#last = now;
    this.sound &&= sound;
  }
}
