import { type Actor, provincialOffice } from "#app/domain/identity/index.ts";
import { accept, type PlaceId, refuse, type Result } from "#app/domain/kernel/index.ts";

import type { Cmi5Deps } from "./deps.ts";
import type { CoursePackage, UploadedVersion } from "./package.ts";
import {
  countLearners,
  findPackage,
  findPackages,
  findUploads,
  readVersion,
} from "./package.store.server.ts";
import type { CourseStructure } from "./structure.ts";

/** A package as the officer of its province sees it. */
export interface OfficerPackage extends CoursePackage {
  /** The newest first; the first is the one that is offered. */
  readonly versions: readonly UploadedVersion[];
  readonly learners: number;
  /** How many of them met what the course asks. */
  readonly satisfied: number;
}

export type ListPackagesRefusal = { readonly code: "not-officer" };

/** Every package of the province, the newest first. */
export async function listPackages(
  deps: Cmi5Deps,
  actor: Actor,
  { provinceId }: { readonly provinceId: PlaceId },
): Promise<Result<readonly OfficerPackage[], ListPackagesRefusal>> {
  if (provincialOffice(actor, provinceId) === null) return refuse({ code: "not-officer" });
  return deps.transact(actor.reach, async (db) => {
    const packages = await findPackages(db, provinceId);
    const ids = packages.map(({ id }) => id);
    const uploads = await findUploads(db, ids);
    const counts = await countLearners(db, ids);
    return accept(
      packages.map((one) => ({
        ...one,
        ...(counts.get(one.id) ?? { learners: 0, satisfied: 0 }),
        versions: uploads.filter(({ packageId }) => packageId === one.id),
      })),
    );
  });
}

export type ReadPackageRefusal = ListPackagesRefusal | { readonly code: "unknown-package" };

/** One package, with the structure of the version that is offered. */
export async function readPackage(
  deps: Cmi5Deps,
  actor: Actor,
  { provinceId, packageId }: { readonly provinceId: PlaceId; readonly packageId: string },
): Promise<Result<OfficerPackage & { readonly structure: CourseStructure }, ReadPackageRefusal>> {
  if (provincialOffice(actor, provinceId) === null) return refuse({ code: "not-officer" });
  return deps.transact(actor.reach, async (db) => {
    const found = await findPackage(db, provinceId, packageId);
    if (found === null) return refuse({ code: "unknown-package" });
    const { structure } = await readVersion(db, deps, found.versionId);
    const counts = (await countLearners(db, [packageId])).get(packageId);
    return accept({
      ...found,
      ...(counts ?? { learners: 0, satisfied: 0 }),
      versions: await findUploads(db, [packageId]),
      structure,
    });
  });
}
