import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import sharp from "sharp";

import type { MadePicture } from "./media-file.ts";

/** Pixels across: a phone's width, and the same for a screen of twice the points. */
export const PICTURE_WIDTHS = [320, 640] as const;
export type PictureWidth = (typeof PICTURE_WIDTHS)[number];

/** What one picture may weigh at each width; it is pressed harder until it fits. */
const BYTES_AT_MOST: Readonly<Record<PictureWidth, number>> = { 320: 12_000, 640: 28_000 };
const QUALITIES = [75, 62, 50, 40, 30] as const;
const PIXELS_AT_MOST = 50_000_000;

/** A photograph of a course: its bytes, and the hash by which what was made of it is kept. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/**
 * A photograph as WebP, no wider than asked and than it is, without what the camera wrote into it. What
 * was made is kept in a folder and read from there the next time.
 * @throws when the bytes are no picture
 */
export async function makePicture(
  source: Source,
  asked: PictureWidth,
  folder: string,
): Promise<Buffer> {
  const kept = join(folder, `${source.hash}-${asked}.webp`);
  const made = await readFile(kept).catch(() => null);
  if (made !== null) return made;
  const bytes = await encode(source.bytes, asked);
  await keep(kept, bytes, folder);
  return bytes;
}

/** What is made of a photograph, narrow ones first; one that is narrow itself is made once. */
export async function makePictures(
  source: Source,
  folder: string,
): Promise<readonly MadePicture[]> {
  const made: MadePicture[] = [];
  for (const asked of PICTURE_WIDTHS) {
    const bytes = await makePicture(source, asked, folder);
    const { width, height } = await sharp(bytes).metadata();
    if (made.at(-1)?.width === width) break;
    made.push({ asked, width, height, bytes: bytes.byteLength });
  }
  return made;
}

async function encode(source: Uint8Array, width: PictureWidth): Promise<Buffer> {
  const pixels = await sharp(source, { limitInputPixels: PIXELS_AT_MOST })
    .rotate()
    .resize({ width, withoutEnlargement: true })
    .png({ compressionLevel: 1 })
    .toBuffer();
  let bytes = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    bytes = Buffer.from(await sharp(pixels).webp({ quality, effort: 5 }).toBuffer());
    if (bytes.byteLength <= BYTES_AT_MOST[width]) break;
  }
  return bytes;
}

/** A folder that cannot be written is no fault: the picture is made again when it is asked for. */
async function keep(path: string, bytes: Buffer, folder: string): Promise<void> {
  const unfinished = `${path}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } catch {
    // as said above
  }
}
