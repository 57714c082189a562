import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { v7 as uuidv7 } from "uuid";

import { type Cmi5Deps, type KeptVersion, unitsOf } from "#app/domain/cmi5/index.ts";
import {
  addPackage,
  fetchToken,
  findSessionByToken,
  launchUnit,
  notePreferences,
  readCourse,
  recordSessionStatements,
  type SessionGrant,
  unpackPackage,
} from "#app/domain/cmi5/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { type FileSource, valueOf } from "#app/domain/kernel/index.ts";
import { readStatements, type Statement } from "#app/domain/xapi/index.ts";
import { findStatements } from "#app/domain/xapi/index.server.ts";
import { newSecret } from "#app/server/boot/secrets.server.ts";
import {
  openPackageFolder,
  type PackageFolder,
} from "#app/server/adapters/package-folder.server.ts";
import { LIMITS, packageOf } from "#tests/setup/course-package.ts";
import { addPerson, addVillage, LAO_CAI, NOW } from "#tests/setup/people.ts";
import { test as base } from "#tests/setup/test-with-db.ts";
import { STATEMENT_IDS } from "#tests/setup/course.ts";

import { changed, draft } from "../unit/cmi5/session-statements.ts";

export interface Learning {
  readonly deps: Cmi5Deps & { readonly packageFiles: PackageFolder };
  readonly officer: Actor;
  readonly learner: Actor;
  readonly other: Actor;
  /** Uploads a package of these parts; answers its id. */
  readonly offer: (
    parts: readonly string[],
    options?: { readonly minutes?: number; readonly title?: string },
  ) => Promise<string>;
  /** The keys of its units, as a learner is given them. */
  readonly unitsOf: (packageId: string, who?: Actor) => Promise<readonly string[]>;
  readonly launch: (packageId: string, unit: string, who?: Actor) => Promise<Launched>;
  /** Every statement of a registration in the order of storing: "verb object". */
  readonly told: (registration: string) => Promise<readonly Statement[]>;
  /** Lets time pass. */
  readonly pass: (seconds: number) => void;
}

/** A unit as its launch URL opened it. */
export interface Launched {
  readonly url: URL;
  readonly code: string;
  readonly token: string;
  readonly grant: SessionGrant;
  /** Sends statements of these verbs; answers null or the requirement that was broken. */
  readonly say: (
    ...verbs: readonly (Parameters<typeof draft>[0] | Record<string, unknown>)[]
  ) => Promise<string | null>;
  /** A statement that it would send. */
  readonly statement: (verb: Parameters<typeof draft>[0]) => Record<string, unknown>;
}

/** A province with an officer who uploads packages, and two learners. */
export const test = base.extend<{ readonly learning: Learning }>({
  learning: async ({ database: { transact } }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "nep-hoc-goi-"));
    let now = NOW;
    const packageFiles = openPackageFolder(folder);
    const deps = {
      transact,
      now: () => now,
      newId: () => uuidv7(),
      newSecret,
      baseIri: "https://nep-hoc.example/xapi",
      statementIds: STATEMENT_IDS,
      origin: "https://hoc.example",
      contentOrigin: "https://goi.example",
      packageFiles,
      packageLimits: LIMITS,
      unpackPackage: (upload: FileSource) => unpackPackage(upload, LIMITS, packageFiles),
      versions: new Map<string, KeptVersion>(),
    };
    const villageId = await addVillage(transact);
    const office = { role: "provincial_officer" as const, placeId: LAO_CAI, title: "Chuyên viên" };
    const officer = await addPerson(transact, { villageId, fullName: "Vàng Seo Páo", office });
    const learner = await addPerson(transact, { villageId, cardCode: "ABCD2345" });
    const other = await addPerson(transact, { villageId, fullName: "Lý Tả Mẩy" });
    await use({
      deps,
      officer,
      learner,
      other,
      pass: (seconds) => {
        now = new Date(now.getTime() + 1000 * seconds);
      },
      async offer(parts, { minutes = 60, title = "Trồng cam sạch" } = {}) {
        const upload = await packageOf(parts, { title });
        const added = await addPackage(deps, officer, {
          provinceId: LAO_CAI,
          upload,
          bytes: upload.byteLength,
          fileName: "cam.zip",
          subject: "agriculture",
          minutes,
        });
        return valueOf(added).packageId;
      },
      async unitsOf(packageId, who = learner) {
        const course = valueOf(await readCourse(deps, who, packageId));
        return unitsOf(course.structure).map(({ key }) => key);
      },
      async launch(packageId, unit, who = learner) {
        const { url } = valueOf(await launchUnit(deps, who, { packageId, unit }));
        return opened(deps, new URL(url));
      },
      told: (registration) =>
        transact("everywhere", async (db) => {
          const query = { registration, ascending: true };
          const { statements } = await findStatements(db, query, { limit: 100 });
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the store checked it
          return statements.map(({ payload }) => JSON.parse(payload ?? "") as Statement);
        }),
    });
    await rm(folder, { recursive: true });
  },
});

/** What a unit does first: fetches its token, reads the preferences. */
async function opened(deps: Cmi5Deps, url: URL): Promise<Launched> {
  const code = (url.searchParams.get("fetch") ?? "").split("/").at(-1) ?? "";
  const { token } = valueOf(await fetchToken(deps, code));
  const grant = valueOf(await findSessionByToken(deps, token));
  await notePreferences(deps, grant);
  let second = 0;
  const statement = (verb: Parameters<typeof draft>[0]) => {
    second += 1;
    return draft(verb, grant.frame, second);
  };
  return {
    url,
    code,
    token,
    grant,
    statement,
    async say(...verbs) {
      const values = verbs.map((verb) => (typeof verb === "string" ? statement(verb) : verb));
      const version = "1.0.3";
      const read = readStatements(JSON.stringify(values), { newId: uuidv7, version });
      const { statements } = valueOf(read);
      const recorded = await recordSessionStatements(deps, grant, {
        version,
        statements,
        files: [],
      });
      if (recorded.ok) return null;
      return recorded.refusal.code === "violation"
        ? recorded.refusal.requirement
        : recorded.refusal.code;
    },
  };
}

/** The last part of an IRI: "passed". */
export const wordOf = (iri: string) => iri.split("/").at(-1) ?? "";

/** Which verbs were told, in order. */
export const verbsOf = (statements: readonly Statement[]) =>
  statements.map(({ verb }) => wordOf(verb.id));

export { changed };
