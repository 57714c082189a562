import { buffer } from "node:stream/consumers";

import yazl from "yazl";

import type { PackageLimits } from "#app/domain/cmi5/index.ts";

export const LIMITS: PackageLimits = {
  uploadMegabytes: 5,
  unpackedMegabytes: 20,
  filesAtMost: 50,
  ratioAtMost: 200,
  structureMegabytes: 2,
  elementsAtMost: 5000,
};

const NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";

/** The id that the publisher of the sample packages gave to something. */
export const publisherId = (name: string) => `https://soan-bai.example/${name}`;

function described(title: string, description = "Một đoạn giới thiệu."): string {
  return `<title><langstring lang="vi">${title}</langstring></title>
    <description><langstring lang="vi">${description}</langstring></description>`;
}

/** An `<au>`; `more`: attributes as they stand in its tag. */
export function au(name: string, { more = "", url = "index.html", inside = "" } = {}): string {
  return `<au id="${publisherId(name)}" ${more}>${described(`Bài ${name}`)}<url>${url}</url>${inside}</au>`;
}

export function block(name: string, ...parts: readonly string[]): string {
  return `<block id="${publisherId(name)}">${described(`Phần ${name}`)}${parts.join("")}</block>`;
}

/** A course structure of these parts. */
export function cmi5Xml(
  parts: readonly string[],
  { course = "khoa-cam", title = "Trồng cam sạch", head = "" } = {},
): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<courseStructure xmlns="${NAMESPACE}">
  <course id="${publisherId(course)}">${described(title)}</course>
  ${head}${parts.join("")}
</courseStructure>`;
}

// As archives keep it, the time goes on by two seconds: the same files are to be the same bytes.
const PACKED_AT = new Date("2026-11-25T08:00:00");

/** An archive of these files, by name; of the same bytes whenever it is made. */
export async function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { readonly mode?: number; readonly zip64?: boolean } = {},
): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), name, {
      ...(options.mode === undefined ? {} : { mode: options.mode }),
      mtime: PACKED_AT,
      forceZip64Format: options.zip64 === true,
    });
  }
  zip.end({ forceZip64Format: options.zip64 === true, comment: "" });
  return buffer(zip.outputStream);
}

/** A package whose only file is a page. */
export function packageOf(parts: readonly string[], options = {}): Promise<Uint8Array> {
  return zipOf({ "cmi5.xml": cmi5Xml(parts, options), "index.html": "<h1>Bài</h1>" });
}
