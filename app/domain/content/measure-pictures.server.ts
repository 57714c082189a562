import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";

import sharp from "sharp";

import type { PictureFile } from "./markdown.ts";
import { measureSvg, type PictureSize } from "./svg.ts";

const MOST_BYTES = 20 * 1024;

/**
 * Every file of a course's `media/`, measured, by its path from the course's folder.
 * @param folder of the course; one without `media/` has no pictures
 */
export async function measurePictures(folder: string): Promise<ReadonlyMap<string, PictureFile>> {
  const entries = await readdir(folder, { withFileTypes: true });
  if (!entries.some((entry) => entry.isDirectory() && entry.name === "media")) return new Map();
  const names = await readdir(join(folder, "media"));
  const measured = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, "media", name));
      return [`media/${name}`, await measure(name, bytes)] as const;
    }),
  );
  return new Map(measured);
}

async function measure(name: string, file: Buffer): Promise<PictureFile> {
  return { ...(await sizeOf(name, file)), bytes: file.byteLength };
}

async function sizeOf(name: string, file: Buffer): Promise<PictureSize> {
  if (file.byteLength > MOST_BYTES) {
    const kilobytes = Math.ceil(file.byteLength / 1024);
    return { usable: false, why: `nặng ${kilobytes} kB. Hãy làm nhẹ xuống, nhiều nhất 20 kB.` };
  }
  switch (extname(name)) {
    case ".svg":
      return measureSvg(file.toString("utf8"));
    case ".webp":
      return measureWebp(file);
    default:
      return {
        usable: false,
        why: "không phải SVG hay WebP. Hãy đổi sang một trong hai dạng này.",
      };
  }
}

async function measureWebp(file: Buffer): Promise<PictureSize> {
  try {
    const { format, width, height } = await sharp(file).metadata();
    if (format === "webp") return { usable: true, width, height };
  } catch {
    // told below: the file is what its author must mend
  }
  return { usable: false, why: "không phải tệp WebP. Hãy xuất lại hình thành WebP." };
}
