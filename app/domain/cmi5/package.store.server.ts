import type { Db } from "#app/db/index.server.ts";
import { Subject } from "#app/domain/content/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";

import type { Cmi5Deps, KeptVersion } from "./deps.ts";
import type { CoursePackage, UploadedVersion } from "./package.ts";
import { CourseStructure } from "./structure.ts";

interface Row {
  readonly id: string;
  readonly provinceId: string;
  readonly publisherId: string;
  readonly versionId: string;
  readonly subject: string;
  readonly withdrawnAt: Date | null;
}

const packageOf = ({ id, publisherId, versionId, subject, withdrawnAt }: Row): CoursePackage => ({
  id,
  publisherId,
  versionId,
  subject: Subject.parse(subject),
  withdrawnAt,
});

export async function findPackage(
  db: Db,
  provinceId: PlaceId,
  packageId: string,
): Promise<CoursePackage | null> {
  const row = await db.cmi5Package.findFirst({ where: { id: packageId, provinceId } });
  return row === null ? null : packageOf(row);
}

export async function findPackageNamed(
  db: Db,
  provinceId: PlaceId,
  publisherId: string,
): Promise<CoursePackage | null> {
  const row = await db.cmi5Package.findUnique({
    where: { provinceId_publisherId: { provinceId, publisherId } },
  });
  return row === null ? null : packageOf(row);
}

/** Every package of a province, the newest first. */
export async function findPackages(db: Db, provinceId: PlaceId): Promise<readonly CoursePackage[]> {
  const rows = await db.cmi5Package.findMany({
    where: { provinceId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  return rows.map(packageOf);
}

/** Writes a package with its first version, or a version that takes the place of the last. */
export async function saveVersion(
  db: Db,
  of: {
    readonly provinceId: PlaceId;
    readonly packageId: string;
    readonly subject: Subject;
    readonly isNew: boolean;
  },
  version: UploadedVersion & { readonly structure: CourseStructure },
): Promise<void> {
  const { provinceId, packageId, subject } = of;
  if (of.isNew) {
    await db.cmi5Package.create({
      data: {
        id: packageId,
        provinceId,
        publisherId: version.structure.publisherId,
        versionId: version.id,
        subject,
        createdAt: version.uploadedAt,
      },
    });
  } else {
    await db.cmi5Package.update({
      where: { id: packageId },
      data: { versionId: version.id, subject, withdrawnAt: null },
    });
  }
  await db.cmi5Version.create({
    data: { ...version, packageId, structure: JSON.stringify(version.structure) },
  });
}

export async function setWithdrawn(db: Db, packageId: string, at: Date | null): Promise<void> {
  await db.cmi5Package.update({ where: { id: packageId }, data: { withdrawnAt: at } });
}

/** Versions as an officer sees them, without their structures' text; the newest first. */
export async function findUploads(
  db: Db,
  packageIds: readonly string[],
): Promise<readonly (UploadedVersion & { readonly packageId: string })[]> {
  const rows = await db.cmi5Version.findMany({
    where: { packageId: { in: [...packageIds] } },
    orderBy: { uploadedAt: "desc" },
    omit: { structure: true },
  });
  return rows.map((row) => ({ ...row, kind: row.kind === "zip" ? "zip" : "xml" }));
}

/** A version whole; from memory when it was read before. */
export async function readVersion(
  db: Db,
  { versions }: Pick<Cmi5Deps, "versions">,
  versionId: string,
): Promise<KeptVersion> {
  const known = versions.get(versionId);
  if (known !== undefined) return known;
  const row = await db.cmi5Version.findUniqueOrThrow({ where: { id: versionId } });
  const { id, packageId, sha256, minutes, structure } = row;
  const version = {
    id,
    packageId,
    sha256,
    minutes,
    structure: CourseStructure.parse(JSON.parse(structure)),
  };
  versions.set(versionId, version);
  return version;
}

interface CountRow {
  readonly package_id: string;
  readonly learners: number;
  readonly satisfied: number;
}

/** How many began each package and how many met it, of those within the transaction's scope. */
export async function countLearners(
  db: Db,
  packageIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly learners: number; readonly satisfied: number }>> {
  const rows = await db.$queryRaw<CountRow[]>`
    SELECT package_id, count(DISTINCT person_id)::int AS learners,
           count(DISTINCT person_id) FILTER (WHERE satisfied_at IS NOT NULL)::int AS satisfied
    FROM cmi5_registration WHERE package_id = ANY (${[...packageIds]}::uuid[])
    GROUP BY package_id`;
  return new Map(
    rows.map(({ package_id: id, learners, satisfied }) => [id, { learners, satisfied }]),
  );
}
