import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";

import yauzl from "yauzl";

import { checkEntries, MEGABYTE, type PackageLimits, type ZipEntry } from "./package-limits.ts";
import { FAULTS_TOLD, type PackageFault } from "./faults.ts";
import { readStructure } from "./read-structure.ts";
import type { CourseStructure } from "./structure.ts";

/** A package that was checked whole; its files are read one after another. */
export interface OpenedPackage {
  readonly kind: "zip" | "xml";
  /** SHA-256 of the uploaded bytes, hex. */
  readonly sha256: string;
  readonly structure: CourseStructure;
  readonly fileCount: number;
  /** Hands over every file; answers with what is broken in the archive, or null. */
  readonly eachFile: (
    keep: (name: string, bytes: Uint8Array) => Promise<void>,
  ) => Promise<PackageFault | null>;
}

export type Opened =
  | { readonly ok: true; readonly package: OpenedPackage }
  | { readonly ok: false; readonly faults: readonly PackageFault[] };

/** Reads an upload: an archive with cmi5.xml at its root (§14.1), or that document alone (§14.2). */
export async function openPackage(bytes: Uint8Array, limits: PackageLimits): Promise<Opened> {
  const opened = isZip(bytes) ? await openZip(bytes, limits) : openDocument(bytes, limits);
  return opened.ok ? opened : { ok: false, faults: opened.faults.slice(0, FAULTS_TOLD) };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function refused(code: PackageFault["code"], where = "", what = ""): Opened {
  return { ok: false, faults: [{ code, where, what }] };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function openDocument(
  bytes: Uint8Array,
  { structureMegabytes, elementsAtMost }: PackageLimits,
): Opened {
  const text = textOf(bytes);
  if (text === null || !text.trimStart().startsWith("<")) return refused("not-a-package");
  if (bytes.byteLength > structureMegabytes * MEGABYTE) {
    return refused("structure-too-large", "cmi5.xml");
  }
  if (countElements(text) > elementsAtMost) return refused("structure-too-large", "cmi5.xml");
  const read = readStructure(text, null);
  if (!read.ok) return read;
  return {
    ok: true,
    package: {
      kind: "xml",
      sha256: hashOf(bytes),
      structure: read.structure,
      fileCount: 0,
      eachFile: () => Promise.resolve(null),
    },
  };
}

/** Told before the document is read: an element costs far more than the four bytes of `<a/>`. */
function countElements(text: string): number {
  let elements = 0;
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at + 1)) {
    if (text[at + 1] !== "/") elements += 1;
  }
  return elements;
}

/** UTF-8, or UTF-16 with its mark; null for another encoding. */
function textOf(bytes: Uint8Array): string | null {
  const marks = { "255,254": "utf-16le", "254,255": "utf-16be" } as const;
  const mark = Object.entries(marks).find(([first]) => first === bytes.slice(0, 2).join(","));
  try {
    return new TextDecoder(mark?.[1] ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function openZip(bytes: Uint8Array, limits: PackageLimits): Promise<Opened> {
  const archive = await directoryOf(bytes, limits);
  if (archive === null) return refused("not-a-package");
  const { entries, reader } = archive;
  if (entries.length > 2 * limits.filesAtMost) return refused("too-many-entries");
  const { files, faults } = checkEntries(entries.map(entryOf), limits);
  if (faults.length > 0) return { ok: false, faults };

  const names = new Map(entries.map((entry) => [nameOf(entry), entry]));
  const contentOf = (name: string) => readEntry(reader, names.get(name));
  const document = await contentOf("cmi5.xml");
  if (document === null) return refused("entry-broken", "cmi5.xml");
  const text = textOf(document);
  if (text === null) return refused("not-utf8", "cmi5.xml");
  if (countElements(text) > limits.elementsAtMost) {
    return refused("structure-too-large", "cmi5.xml");
  }
  const read = readStructure(text, new Set(files.map(({ name }) => name)));
  if (!read.ok) return read;

  return {
    ok: true,
    package: {
      kind: "zip",
      sha256: hashOf(bytes),
      structure: read.structure,
      fileCount: files.length,
      async eachFile(keep) {
        for (const { name } of files) {
          const content = await contentOf(name);
          if (content === null) return { code: "entry-broken", where: name, what: "" };
          await keep(name, content);
        }
        return null;
      },
    },
  };
}

/** The unpacked bytes, or null when they are not what the directory tells (size, checksum). */
async function readEntry(
  reader: yauzl.ZipFile,
  entry: yauzl.Entry | undefined,
): Promise<Uint8Array | null> {
  if (entry === undefined) return null;
  try {
    // Stops at the first byte beyond the size that the directory tells.
    const content = await buffer(await reader.openReadStreamPromise(entry));
    return crc32(content) === entry.crc32 ? content : null;
  } catch {
    return null;
  }
}

/** Every entry that the archive's directory names; null when it is no archive. */
async function directoryOf(bytes: Uint8Array, { filesAtMost }: PackageLimits) {
  try {
    const reader = await yauzl.fromBufferPromise(Buffer.from(bytes), {
      lazyEntries: true,
      // A name that leaves the package is told to its author, not thrown by the reader.
      decodeStrings: false,
      validateEntrySizes: true,
    });
    const entries: yauzl.Entry[] = [];
    for await (const entry of reader.eachEntry()) {
      entries.push(entry);
      if (entries.length > 2 * filesAtMost) break;
    }
    return { entries, reader };
  } catch {
    return null;
  }
}

function entryOf(entry: yauzl.Entry): ZipEntry {
  const ENCRYPTED = 1;
  return {
    name: nameOf(entry),
    packedBytes: entry.compressedSize,
    bytes: entry.uncompressedSize,
    encrypted: (entry.generalPurposeBitFlag & ENCRYPTED) !== 0,
    // The upper half belongs to the system that made it; 3 is Unix, and macOS writes the same.
    unixMode: entry.versionMadeBy >>> 8 === 3 ? entry.externalFileAttributes >>> 16 : 0,
    method: entry.compressionMethod,
  };
}

/** With `/` between folders, also when a Windows program wrote `\`. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: yauzl.Entry): string {
  return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}
