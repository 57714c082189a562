import type { PackageLimits } from "#app/domain/cmi5/index.ts";
import { PAPERS, workbook } from "#app/domain/documents/index.server.ts";
import type { PortfolioPaper } from "#app/domain/documents/index.ts";
import type { FileSource } from "#app/domain/kernel/index.ts";

/** What is done in worker processes: each a function of one value that can be sent there and back. */
export const JOBS = {
  ...PAPERS,
  workbook,

  async portfolioPdf(paper: PortfolioPaper) {
    const { shrinkPhoto } = await photos();
    const evidence: PortfolioPaper["evidence"][number][] = [];
    for (const item of paper.evidence) {
      const photo =
        item.photo === null ? null : await shrinkPhoto(item.photo, PAPER_PHOTO_WIDTH_PIXELS);
      evidence.push({ ...item, photo });
    }
    return PAPERS.portfolioPdf({ ...paper, evidence });
  },

  async encodePhoto(photo: FileSource) {
    return (await photos()).encodePhoto(photo);
  },

  async shrinkPhoto({ jpeg, width }: { readonly jpeg: Uint8Array; readonly width: number }) {
    return (await photos()).shrinkPhoto(jpeg, width);
  },

  async unpackPackage({ upload, folder, limits }: PackageToUnpack) {
    const { unpackPackage } = await import("#app/domain/cmi5/index.server.ts");
    const { openPackageFolder } = await import("#app/server/adapters/package-folder.server.ts");
    return unpackPackage(upload, limits, openPackageFolder(folder));
  },
} as const;

interface PackageToUnpack {
  readonly upload: FileSource;
  /** Where the files of packages are kept. */
  readonly folder: string;
  readonly limits: PackageLimits;
}

const PAPER_PHOTO_WIDTH_PIXELS = 480;

// A worker that draws papers alone does without what reads pictures.
const photos = () => import("#app/domain/portfolio/index.server.ts");

export type Jobs = typeof JOBS;
export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Parameters<Jobs[Name]>[0];
export type JobResult<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>;
