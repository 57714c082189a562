import { loadCriteria, readCriteriaFiles } from "#app/domain/criteria/index.server.ts";
import { migrate } from "#app/db/migrate.server.ts";
import { findPooler, type Pooler } from "#app/db/pooler.server.ts";
import { OperatorError } from "#app/db/operator-error.ts";
import { withStartLock } from "#app/db/start-lock.server.ts";
import { readPackageLimits } from "#app/domain/cmi5/index.server.ts";
import { readCatalogue, readLearningRules } from "#app/domain/content/index.server.ts";
import { readLearningRhythm } from "#app/domain/guidance/index.server.ts";
import { countPeople } from "#app/domain/identity/index.server.ts";
import { replayQuarantined, keepLessonVersions } from "#app/domain/learning/index.server.ts";
import type { Day } from "#app/domain/kernel/index.ts";
import { loadPlaces } from "#app/domain/places/index.server.ts";
import { ensurePartitions } from "#app/domain/xapi/index.server.ts";

import { refuseWrongAppLogin } from "./app-login.server.ts";
import { type OpenedDatabase, openServer } from "./database.server.ts";
import { type Deps, openDeps } from "./deps.server.ts";
import type { Env } from "./env.server.ts";
import type { Log } from "./log.server.ts";
import {
  ensureSample,
  type SampleSignIn,
  wantsSample,
} from "#app/server/sample/ensure-sample.server.ts";
import { makeSampleApart } from "./sample-process.server.ts";
import type { Work } from "#app/server/workers/work.server.ts";
import { readSecrets } from "./secrets.server.ts";

export const COURSES = "content/courses";
const CRITERIA = "content/criteria";
const LEARNING_RULES = "content/learning-rules.yaml";
const PACKAGE_LIMITS = "content/goi-hoc.yaml";
const LEARNING_RHYTHM = "content/learning-rhythm.yaml";

export interface Prepared {
  readonly deps: Deps;
  /** How to sign in as people of the sample province; empty when there are none. */
  readonly signIns: readonly SampleSignIn[];
  /** As the owner of the tables: for commands that erase. */
  readonly ownerUrl: string;
  /** As the application: for what holds a connection of its own. */
  readonly appUrl: string;
  readonly realPeople: number;
  /** Reads the courses anew, as their author left them. */
  readonly readCourses: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Database up, migrated, and filled with what `content/` says; then everything wired. */
export async function prepare(
  env: Env,
  log: Log,
  /** Where a sample that is wanted and not there is made. */
  sample: "here" | "apart" = "apart",
  /** Whether anybody may look at courses that are being written. */
  authoring = false,
  /** "join": a command beside a product that runs. */
  how: "own" | "join" = "own",
  /** Where what costs much is done; unset: right here. */
  work?: Work,
): Promise<Prepared> {
  const database = await openServer(env, log, how);
  const report = (line: string) => log.warn(line);
  const fill = async (): Promise<Prepared> => {
    const applied = await migrate(database.ownerUrl, { report });
    if (applied.length > 0) log.info({ applied }, "migrated");
    if (database.appRole === null) await refuseWrongAppLogin(database.ownerUrl, database.appUrl);
    let courses = await openCourses(log);
    const { processes } = await readCriteriaFiles(CRITERIA);
    let holdsSample = false;
    const secrets = await readSecrets(env);
    const deps = openDeps({
      databaseUrl: database.appUrl,
      role: database.appRole,
      pooler: await poolerOf(database, log),
      connections: env.connections,
      secret: secrets.secret,
      earlierSecrets: secrets.earlier,
      dataFolder: env.dataFolder,
      origin: env.origin,
      contentOrigin: env.contentOrigin,
      baseIri: env.baseIri,
      packageLimits: await readPackageLimits(PACKAGE_LIMITS),
      catalogue: () => courses.catalogue,
      drafts: () => courses.drafts,
      authoring,
      learningRules: await readLearningRules(LEARNING_RULES),
      processes: () => processes,
      holdsSample: () => holdsSample,
      privateHosts: env.privateHosts,
      production: env.production,
      issuer: env.issuer,
      rhythm: await readLearningRhythm(LEARNING_RHYTHM),
      contact: env.contact,
      now: clockFrom(env.today),
      ...(work === undefined ? {} : { work }),
    });
    await loadContent(deps);
    const { counted } = await replayQuarantined(deps);
    if (counted > 0) log.info({ counted }, "acts that had been set aside were counted");
    if (sample === "apart" && env.sampleWanted && (await wantsSample(deps))) {
      await makeSampleApart(database.ownerUrl);
    }
    const signIns = await ensureSample(deps, {
      wanted: env.sampleWanted,
      ownerUrl: database.ownerUrl,
    });
    const people = await deps.transact("everywhere", (db) => countPeople(db));
    holdsSample = people.sample > 0;
    if (env.today !== null && people.real > 0) {
      throw new OperatorError(
        "NEPHOC_TODAY chỉ để chạy thử: trong cơ sở dữ liệu đã có người thật.",
      );
    }
    return {
      deps,
      signIns,
      ownerUrl: database.ownerUrl,
      appUrl: database.appUrl,
      realPeople: people.real,
      readCourses: async () => {
        courses = await openCourses(log);
        await keepTexts(deps);
      },
      stop: async () => {
        await deps.close();
        await database.stop();
      },
    };
  };
  try {
    // Whoever makes a sample apart holds the lock.
    if (sample === "here") return await fill();
    return await withStartLock(database.ownerUrl, report, fill);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** What stands before PostgreSQL; the embedded one has nobody there. */
async function poolerOf(
  { embedded, appUrl }: Pick<OpenedDatabase, "embedded" | "appUrl">,
  log: Log,
): Promise<Pooler | null> {
  if (embedded) return null;
  const pooler = await findPooler(appUrl, "DATABASE_APP_URL");
  if (pooler?.prepares === false) {
    log.warn(
      "PgBouncer này không giữ câu lệnh chuẩn bị sẵn: cần bản 1.21 trở lên và max_prepared_statements > 0 để chạy nhanh",
    );
  }
  return pooler;
}

/** The clock on the wall, or one that begins at nine in the morning of the day to pretend. */
function clockFrom(today: Day | null): () => Date {
  if (today === null) return () => new Date();
  const ahead = new Date(`${today}T09:00:00+07:00`).getTime() - new Date().getTime();
  return () => new Date(new Date().getTime() + ahead);
}

async function openCourses(log: Log): ReturnType<typeof readCatalogue> {
  const read = await readCatalogue(COURSES);
  for (const problem of read.problems) log.warn(problem, "course left out");
  return read;
}

async function loadContent(deps: Deps): Promise<void> {
  const now = deps.now();
  await deps.transact("everywhere", (db) => loadPlaces(db, { now, directory: "content/places" }));
  await deps.transact("everywhere", (db) => loadCriteria(db, now, CRITERIA));
  await keepTexts(deps);
  await deps.transact("everywhere", (db) => ensurePartitions(db, now));
}

/** What is answered is judged by the text that was given, also when an author has changed it since. */
async function keepTexts(deps: Deps): Promise<void> {
  await deps.transact("everywhere", (db) => keepLessonVersions(db, deps.catalogue(), deps.now()));
}
