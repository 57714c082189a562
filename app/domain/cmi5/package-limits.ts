import { z } from "zod";

import type { PackageFault } from "./faults.ts";

/** How large a package may be; data in content/packages. */
export const PackageLimits = z.strictObject({
  /** What may be uploaded. */
  uploadMegabytes: z.int().min(1).max(2000),
  /** What may lie in the data folder for one version. */
  unpackedMegabytes: z.int().min(1).max(20_000),
  filesAtMost: z.int().min(1).max(65_535),
  /** Of one file that is larger than a megabyte: unpacked size over packed size. */
  ratioAtMost: z.int().min(2).max(1100),
  structureMegabytes: z.int().min(1).max(50),
  /** Of cmi5.xml. */
  elementsAtMost: z.int().min(10).max(200_000),
});
export type PackageLimits = z.infer<typeof PackageLimits>;

export const MEGABYTE = 1024 * 1024;

/** An entry of an archive, as its directory tells of it. */
export interface ZipEntry {
  /** With `/` between folders; a folder's name ends with it. */
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly encrypted: boolean;
  /** Upper half of the external attributes: the mode, when a Unix made the archive; else 0. */
  readonly unixMode: number;
  readonly method: number;
}

const STORED = 0;
const DEFLATED = 8;
const FILE_TYPE = 0o170_000;
const REGULAR = 0o100_000;
const FOLDER = 0o040_000;
const NAME_BYTES_AT_MOST = 500;
const COURSE_STRUCTURE = "cmi5.xml";

/** What a Mac or a Windows puts beside the files that were meant. */
function isLitter(name: string): boolean {
  return /^__MACOSX\/|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/u.test(name);
}

/** The files that are kept, or every reason why the archive is refused. */
export function checkEntries(
  entries: readonly ZipEntry[],
  limits: PackageLimits,
): { readonly files: readonly ZipEntry[]; readonly faults: readonly PackageFault[] } {
  const wanted = entries.filter(({ name }) => !isLitter(name));
  const files = wanted.filter(({ name }) => !name.endsWith("/"));
  const faults = [
    ...wanted.flatMap((entry) => entryFaults(entry, limits)),
    ...repeated(files),
    ...wholeFaults(files, limits),
    ...structureFaults(files, limits),
  ];
  return { files, faults };
}

function entryFaults(entry: ZipEntry, { ratioAtMost }: PackageLimits): readonly PackageFault[] {
  const { name, packedBytes, bytes } = entry;
  const type = entry.unixMode & FILE_TYPE;
  const faults: PackageFault[] = [];
  const complain = (code: PackageFault["code"]) => faults.push(faultOf(code, name));
  if (!isSafeName(name)) complain("entry-path");
  if (type !== 0 && type !== REGULAR && type !== FOLDER) complain("entry-link");
  if (entry.encrypted) complain("entry-encrypted");
  if (entry.method !== STORED && entry.method !== DEFLATED) complain("entry-broken");
  if (bytes > MEGABYTE && bytes > packedBytes * ratioAtMost) complain("too-compressed");
  return faults;
}

/** A plain path below the package's root. */
export function isSafeName(name: string): boolean {
  const path = name.endsWith("/") ? name.slice(0, -1) : name;
  return (
    path !== "" &&
    new TextEncoder().encode(path).byteLength <= NAME_BYTES_AT_MOST &&
    !/[\p{Cc}\p{Cs}\\:]/u.test(path) &&
    path.split("/").every((step) => step !== "" && step !== "." && step !== "..")
  );
}

/** Names that one and the same address would lead to. */
function repeated(files: readonly ZipEntry[]): readonly PackageFault[] {
  const seen = new Set<string>();
  return files.flatMap(({ name }): PackageFault[] => {
    const same = name.normalize("NFC");
    if (seen.has(same)) return [faultOf("entry-twice", name)];
    seen.add(same);
    return [];
  });
}

function wholeFaults(files: readonly ZipEntry[], limits: PackageLimits): readonly PackageFault[] {
  const faults: PackageFault[] = [];
  if (files.length > limits.filesAtMost) faults.push(faultOf("too-many-entries"));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes > limits.unpackedMegabytes * MEGABYTE) {
    faults.push(faultOf("too-large-unpacked"));
  }
  return faults;
}

function structureFaults(
  files: readonly ZipEntry[],
  { structureMegabytes }: PackageLimits,
): readonly PackageFault[] {
  const structure = files.find(({ name }) => name === COURSE_STRUCTURE);
  if (structure !== undefined) {
    return structure.bytes > structureMegabytes * MEGABYTE
      ? [faultOf("structure-too-large", COURSE_STRUCTURE)]
      : [];
  }
  const nested = files.find(({ name }) => name.endsWith(`/${COURSE_STRUCTURE}`));
  return nested === undefined
    ? [faultOf("no-course-structure")]
    : [faultOf("course-structure-nested", nested.name)];
}

/** With a name that can be printed. */
function faultOf(code: PackageFault["code"], name = ""): PackageFault {
  return { code, where: name.replaceAll(/[\p{Cc}\p{Cs}]/gu, "\u{FFFD}").slice(0, 200), what: "" };
}
