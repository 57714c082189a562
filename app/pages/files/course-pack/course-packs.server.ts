import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import type { Course } from "#app/domain/content/index.ts";
import { type CoursePack, packOf } from "#app/domain/phones/index.ts";
import { courseFolder } from "#app/routes.ts";

export interface ServedPack {
  readonly pack: CoursePack;
  readonly json: string;
  /** What a phone pays for all of it, in bytes: text is compressed on the way, files as they are. */
  readonly sentBytes: number;
}

const WORKER = "build/client/may-hoc.js";
let ofWorker: number | undefined;

/** What a phone pays once, for the script that draws pages without signal; 0 where it is not built. */
export function workerBytes(): number {
  ofWorker ??= existsSync(WORKER) ? gzipSync(readFileSync(WORKER)).byteLength : 0;
  return ofWorker;
}

const served = new WeakMap<Course, ServedPack>();

/** The pack of a course; made once for as long as the course is not changed. */
export function packFor(course: Course): ServedPack {
  const known = served.get(course);
  if (known !== undefined) return known;
  const packed = packOf(course, courseFolder(course.id));
  const version = createHash("sha256").update(JSON.stringify(packed)).digest("hex");
  const pack: CoursePack = { ...packed, version };
  const json = JSON.stringify(pack);
  const files = pack.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const made = { pack, json, sentBytes: gzipSync(json).byteLength + files };
  served.set(course, made);
  return made;
}
