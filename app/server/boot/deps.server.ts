import { join } from "node:path";

import { LRUCache } from "lru-cache";
import { v7 as uuidv7 } from "uuid";

import type { Process } from "#app/domain/criteria/index.ts";
import type { Transact } from "#app/db/index.server.ts";
import type { Cmi5Deps, KeptVersion, PackageLimits } from "#app/domain/cmi5/index.ts";
import type { BadgeKeys } from "#app/domain/certificates/index.ts";
import type { Catalogue, LearningRules } from "#app/domain/content/index.ts";
import { MADE_PICTURES, type ReadDraft } from "#app/domain/content/index.server.ts";
import { newPublicCode } from "#app/domain/evaluation/index.server.ts";
import type { OutboundHttp } from "#app/domain/exchange/index.server.ts";
import {
  type GuessLimits,
  type NationalIds,
  openNationalIds,
  openSessions,
  type Sessions,
  type TryLimit,
} from "#app/domain/identity/index.server.ts";
import type { LearningRhythm, Push } from "#app/domain/guidance/index.ts";
import type { Clock } from "#app/domain/kernel/index.ts";
import type { HandInOf } from "#app/domain/phones/index.ts";
import { openSealKeys, type SealKeys } from "#app/domain/phones/index.server.ts";
import type { PortfolioDeps } from "#app/domain/portfolio/index.ts";
import type { FileStore } from "#app/domain/portfolio/index.server.ts";
import {
  type FindClient,
  openConsistency,
  openCredentials,
  openDefinitions,
  batchInserts,
  sealKeyOf,
  type SealKey,
} from "#app/domain/xapi/index.server.ts";
import type { StatementIds } from "#app/domain/learning/index.ts";
import { statementIdsBy } from "#app/domain/learning/index.server.ts";

import { openBadgeKeys } from "#app/server/adapters/badge-keys.server.ts";
import { openCmi5Sessions } from "#app/server/cmi5/cmi5-sessions.server.ts";
import { openHandIn } from "#app/server/adapters/hand-in.server.ts";
import { openIssuer, type Issuer } from "#app/server/adapters/oauth.server.ts";
import type { DatabaseWatch } from "#app/server/adapters/database-watch.server.ts";
import { openFolderFiles, removeFolderFile } from "#app/server/adapters/folder-files.server.ts";
import { openHeavyUploads } from "#app/server/adapters/heavy-uploads.server.ts";
import { openOutboundHttp } from "#app/server/adapters/outbound-http.server.ts";
import {
  openPackageFolder,
  type PackageFolder,
} from "#app/server/adapters/package-folder.server.ts";
import { openPush } from "#app/server/adapters/push.server.ts";
import { openSpool, type Spool } from "#app/server/adapters/spool.server.ts";
import { type ConnectionOptions, openConnections } from "./connections.server.ts";
import { deriveKey, newSecret } from "./secrets.server.ts";
import { openGuessLimits } from "#app/server/adapters/guess-limits.server.ts";
import { type Work, workHere } from "#app/server/workers/work.server.ts";
import type { Resources } from "#app/server/xapi/resources.server.ts";

/** Everything that a use case may be given, wired once. */
export interface Deps extends Clock, Cmi5Deps, GuessLimits, Pick<PortfolioDeps, "encodePhoto"> {
  readonly evenTime: () => Promise<void>;
  readonly transact: Transact;
  readonly catalogue: () => Catalogue;
  /** Every course as far as it can be read, with the files that it may show. */
  readonly drafts: () => readonly ReadDraft[];
  /** Whether whoever asks may look at drafts: `npm run dev`. */
  readonly authoring: boolean;
  /** The folder of what was made of the courses' photographs. */
  readonly madePictures: string;
  /** What holds for acts of learning that reach the server late. */
  readonly learningRules: LearningRules;
  /** Every year's procedure of evaluation. */
  readonly processes: () => readonly Process[];
  /** A code for a QR that says nothing by itself. */
  readonly newCode: () => string;
  readonly baseIri: string;
  /** How statements of our own are named. */
  readonly statementIds: StatementIds;
  /** Scheme and host that people use, without a slash at the end. */
  readonly origin: string;
  readonly files: FileStore;
  /** Where uploads wait until they are read. */
  readonly spool: Spool;
  /** Of course packages; the content listener serves them. */
  readonly packageFiles: PackageFolder;
  /** What costs much, done by processes beside this one. */
  readonly work: Work;
  readonly sessions: Sessions;
  /** How citizens' numbers are kept and found. */
  readonly nationalIds: NationalIds;
  readonly deviceKey: Uint8Array;
  /** Posts of what phones sealed, per network address. */
  readonly handInTries: TryLimit;
  /** What phones seal to. */
  readonly sealKeys: SealKeys;
  /** What learning does with what phones hand in. */
  readonly handInOf: HandInOf;
  /** The ways out of the house, to other record stores. */
  readonly outward: OutboundHttp;
  /** What a run of weeks forgives. */
  readonly rhythm: LearningRhythm;
  /** The way out to push services. */
  readonly push: Push;
  /** Whether people of the sample province are in the database; pages say so. */
  readonly holdsSample: () => boolean;
  /** What the days of the record store are sealed with. */
  readonly sealKey: SealKey;
  /** What they were ever sealed with. */
  readonly sealCheckKeys: readonly SealKey[];
  /** What badges of courses are signed with. */
  readonly badgeKeys: BadgeKeys;
  /** What the record store under /xapi works with. */
  readonly records: Resources;
  /** Whom an Authorization header at the record store speaks for. */
  readonly findClient: FindClient;
  /** Of uploaded files; its disk is watched. */
  readonly dataFolder: string;
  /** Tells when the database does not answer. */
  readonly watch: DatabaseWatch;
  readonly close: () => Promise<void>;
}

export interface DepsOptions extends ConnectionOptions {
  readonly secret: string;
  /** What the secret was before: what phones sealed then is still opened. */
  readonly earlierSecrets?: readonly string[];
  readonly dataFolder: string;
  readonly origin: string;
  readonly contentOrigin: string;
  readonly baseIri: string;
  readonly packageLimits: PackageLimits;
  readonly catalogue: () => Catalogue;
  readonly drafts?: () => readonly ReadDraft[];
  readonly authoring?: boolean;
  readonly learningRules: LearningRules;
  readonly processes: () => readonly Process[];
  readonly holdsSample: () => boolean;
  /** Hosts in a private network that statements may go to. */
  readonly privateHosts?: readonly string[];
  /** False where a record store on this machine may be spoken to without TLS. */
  readonly production?: boolean;
  readonly issuer?: Issuer | null;
  /** Unset: nothing is forgiven. */
  readonly rhythm?: LearningRhythm;
  /** Whom push services may write to; unset: the origin. */
  readonly contact?: string;
  readonly now?: Clock["now"];
  /** Unset: done right here, which is for those who serve nobody. */
  readonly work?: Work;
}

const VERSIONS_REMEMBERED = 50;

const newId = () => uuidv7();

const FORGIVES_NOTHING: LearningRhythm = {
  validFrom: "2026-01-01",
  note: "Không có tệp nhịp học",
  missedWeeksAQuarter: { weeks: 0, note: "Không có tệp nhịp học" },
  harvest: [],
};

function nationalIdKeys(secret: string) {
  return { seal: deriveKey(secret, "national-id"), hash: deriveKey(secret, "national-id-hash") };
}

function tokenReader(issuer: Issuer | null | undefined) {
  return issuer === null || issuer === undefined ? null : openIssuer(issuer);
}

export function openDeps(options: DepsOptions): Deps {
  const { database, pool, sql, watch } = openConnections(options);
  const now = options.now ?? (() => new Date());
  const files = openFolderFiles(filesFolder(options.dataFolder));
  const getAttachment = (sha2: string) => files.get(attachmentKey(sha2));
  const { baseIri, rhythm = FORGIVES_NOTHING, work = workHere() } = options;
  const packageFolder = join(options.dataFolder, "files", "goi-hoc");
  const uploads = openHeavyUploads(work, { folder: packageFolder, limits: options.packageLimits });
  const outward = openOutboundHttp({ ...options, fileOf: getAttachment });

  const secrets = [options.secret, ...(options.earlierSecrets ?? [])];
  const keysFor = (purpose: string) => secrets.map((secret) => deriveKey(secret, purpose));
  const statementIds = statementIdsBy(keysFor("statement-ids"));

  const packages: Cmi5Deps = {
    now,
    newId,
    newSecret,
    transact: database.transact,
    baseIri,
    origin: options.origin,
    contentOrigin: options.contentOrigin,
    packageLimits: options.packageLimits,
    unpackPackage: uploads.unpackPackage,
    versions: new LRUCache<string, KeptVersion>({ max: VERSIONS_REMEMBERED }),
  };
  const { findSession, receive, sessionDocuments } = openCmi5Sessions(packages);

  return {
    ...packages,
    statementIds,
    dataFolder: options.dataFolder,
    packageFiles: openPackageFolder(packageFolder),
    work,
    watch,
    encodePhoto: uploads.encodePhoto,
    catalogue: options.catalogue,
    drafts: options.drafts ?? (() => []),
    authoring: options.authoring ?? false,
    madePictures: MADE_PICTURES,
    learningRules: options.learningRules,
    processes: options.processes,
    newCode: newPublicCode,
    holdsSample: options.holdsSample,
    files,
    spool: openSpool(join(options.dataFolder, "tmp")),
    sessions: openSessions({
      transact: database.transact,
      now,
      secure: options.origin.startsWith("https:"),
    }),
    ...openGuessLimits(pool),
    nationalIds: openNationalIds([
      nationalIdKeys(options.secret),
      ...(options.earlierSecrets ?? []).map((secret) => nationalIdKeys(secret)),
    ]),
    deviceKey: deriveKey(options.secret, "device"),
    sealKeys: openSealKeys(keysFor("phone-seal")),
    handInOf: openHandIn({
      ...packages,
      statementIds,
      catalogue: options.catalogue,
      learningRules: options.learningRules,
    }),
    outward,
    rhythm,
    push: openPush({
      secret: options.secret,
      earlierSecrets: options.earlierSecrets ?? [],
      policy: outward.policy,
      contact: options.contact ?? `https://${new URL(options.origin).host}`,
    }),
    sealKey: sealKeyOf(deriveKey(options.secret, "record-seal")),
    sealCheckKeys: keysFor("record-seal").map(sealKeyOf),
    badgeKeys: openBadgeKeys({ ...options, file: badgeKeysFile(options.dataFolder) }),
    records: {
      sql,
      now,
      newId,
      singles: batchInserts(),
      define: openDefinitions({ sql, now, ownIri: `${baseIri}/` }),
      consistentThrough: openConsistency(sql, now),
      files: {
        put: ({ sha2, bytes }) => files.put(attachmentKey(sha2), Buffer.from(bytes)),
        find: (sha2) => files.find(attachmentKey(sha2)),
      },
      receive,
      sessionDocuments,
    },
    findClient: openCredentials({
      sql,
      now,
      baseIri,
      readToken: tokenReader(options.issuer),
      findSession,
    }),
    close: async () => {
      work.close();
      await sql.close();
      await database.close();
      await pool.end();
      await watch.close();
    },
  };
}

/** Where uploaded files are. */
export function filesFolder(dataFolder: string): string {
  return join(dataFolder, "files");
}

/** Where the public keys of badges stand, for as long as there are badges. */
export function badgeKeysFile(dataFolder: string): string {
  return join(filesFolder(dataFolder), "huy-hieu", "khoa.json");
}

/** Takes away the file of an attachment that was lawfully erased. */
export function removeAttachmentFile(dataFolder: string, sha2: string): Promise<void> {
  return removeFolderFile(filesFolder(dataFolder), attachmentKey(sha2));
}

/** Its file is named by the hash of its bytes, in lower case. */
function attachmentKey(sha2: string): string {
  return `xapi-attachment ${sha2}`;
}
