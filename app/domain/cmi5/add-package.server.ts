import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import type { Subject } from "#app/domain/content/index.ts";
import { auditActor, type Actor, provincialOffice } from "#app/domain/identity/index.ts";
import {
  accept,
  type FileSource,
  type PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";
import { namePackageCourse } from "#app/domain/learning/index.server.ts";
import { holdPlace } from "#app/domain/places/index.server.ts";

import { MEGABYTE } from "./package-limits.ts";
import type { Cmi5Deps } from "./deps.ts";
import type { PackageFault } from "./faults.ts";
import type { CoursePackage } from "./package.ts";
import { findPackageNamed, readVersion, saveVersion } from "./package.store.server.ts";
import { unitsOf, vietnamese } from "./structure.ts";
import type { UnpackedPackage } from "./unpacked.ts";
import { courseIdOf } from "./unit-facts.ts";

export type AddPackageRefusal =
  | { readonly code: "not-officer" }
  | { readonly code: "too-large"; readonly megabytesAtMost: number }
  /** What its maker has to mend; at least one. */
  | { readonly code: "faulty"; readonly faults: readonly PackageFault[] };

export interface AddPackageInput {
  readonly provinceId: PlaceId;
  readonly upload: FileSource;
  /** Of the upload. */
  readonly bytes: number;
  readonly fileName: string;
  readonly subject: Subject;
  /** Nominal length of the whole course. */
  readonly minutes: number;
}

export interface AddedPackage {
  readonly packageId: string;
  readonly title: string;
  /** "same": this very file was there, offered under the same subject and length. */
  readonly outcome: "new" | "replaced" | "same";
}

/**
 * Takes a course package in (§14): checked whole, its files kept, offered to the province's learners.
 * A course that is there already gets a new version; who began an older one keeps it.
 */
export async function addPackage(
  deps: Cmi5Deps,
  actor: Actor,
  input: AddPackageInput,
): Promise<Result<AddedPackage, AddPackageRefusal>> {
  if (provincialOffice(actor, input.provinceId) === null) return refuse({ code: "not-officer" });
  const { uploadMegabytes } = deps.packageLimits;
  if (input.bytes > uploadMegabytes * MEGABYTE) {
    return refuse({ code: "too-large", megabytesAtMost: uploadMegabytes });
  }
  const unpacked = await deps.unpackPackage(input.upload, actor.accountId);
  if (!unpacked.ok) return refuse({ code: "faulty", faults: unpacked.faults });
  return deps.transact(actor.reach, async (db) =>
    accept(await offer(db, deps, actor, input, unpacked.package)),
  );
}

async function offer(
  db: Db,
  deps: Cmi5Deps,
  actor: Actor,
  input: AddPackageInput,
  { kind, sha256, structure, fileCount }: UnpackedPackage,
): Promise<AddedPackage> {
  const { provinceId, subject, minutes } = input;
  const title = vietnamese(structure.title);
  await holdPlace(db, provinceId);
  const before = await findPackageNamed(db, provinceId, structure.publisherId);
  const packageId = before?.id ?? deps.newId();
  if (before !== null && (await isSame(db, deps, before, { sha256, subject, minutes }))) {
    return { packageId, title, outcome: "same" };
  }
  const now = deps.now();
  const versionId = deps.newId();
  await saveVersion(
    db,
    { provinceId, packageId, subject, isNew: before === null },
    {
      id: versionId,
      sha256,
      kind,
      fileName: input.fileName,
      bytes: input.bytes,
      files: fileCount,
      minutes,
      title,
      uploadedAt: now,
      uploadedBy: actor.fullName,
      structure,
    },
  );
  const lessonsTotal = unitsOf(structure).length;
  await namePackageCourse(db, { id: courseIdOf(packageId), title, subject, lessonsTotal });
  await appendAudit(db, [
    {
      communeId: provinceId,
      at: now,
      actor: auditActor(actor, provincialOffice(actor, provinceId)),
      action: before === null ? "package.added" : "package.replaced",
      subjectKind: "package",
      subjectId: packageId,
      detail: { versionId, sha256, publisherId: structure.publisherId, units: lessonsTotal },
    },
  ]);
  return { packageId, title, outcome: before === null ? "new" : "replaced" };
}

async function isSame(
  db: Db,
  deps: Cmi5Deps,
  before: CoursePackage,
  now: { readonly sha256: string; readonly subject: Subject; readonly minutes: number },
): Promise<boolean> {
  if (before.withdrawnAt !== null || before.subject !== now.subject) return false;
  const version = await readVersion(db, deps, before.versionId);
  return version.sha256 === now.sha256 && version.minutes === now.minutes;
}
