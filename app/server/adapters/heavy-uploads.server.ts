import type { Cmi5Deps, PackageLimits } from "#app/domain/cmi5/index.ts";
import type { Unpacked } from "#app/domain/cmi5/index.server.ts";
import type { FileSource } from "#app/domain/kernel/index.ts";
import type { PortfolioDeps } from "#app/domain/portfolio/index.ts";
import type { Work } from "#app/server/workers/work.server.ts";

/** What is said of an upload that took all of a worker's memory or time. */
const TOO_LARGE_PHOTO = { ok: false, refusal: { code: "picture-too-large" } } as const;
const TOO_LARGE_PACKAGE: Unpacked = {
  ok: false,
  faults: [{ code: "structure-too-large", where: "", what: "" }],
};

/** Reads what people upload by processes that have little to lose. */
export function openHeavyUploads(
  work: Work,
  packages: { readonly folder: string; readonly limits: PackageLimits },
): Pick<Cmi5Deps, "unpackPackage"> & Pick<PortfolioDeps, "encodePhoto"> {
  return {
    unpackPackage: (upload, whose) =>
      work.run("unpackPackage", whose, { upload: sent(upload), ...packages }, TOO_LARGE_PACKAGE),
    encodePhoto: (photo, whose) => work.run("encodePhoto", whose, sent(photo), TOO_LARGE_PHOTO),
  };
}

/** Nothing of it but what can be sent to another process. */
function sent(file: FileSource): FileSource {
  return file instanceof Uint8Array ? file : { path: file.path };
}
