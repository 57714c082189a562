import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

import sharp from "sharp";

import { accept, type FileSource, refuse, type Result } from "#app/domain/kernel/index.ts";

/** Most bytes of a photograph as it is handed in. */
const MOST_PHOTO_BYTES = 15 * 1024 * 1024;
/** What is read line by line, at an eighth of its size: the sensors of phones go to 200 million. */
const MOST_PIXELS_READ_SMALL = 210_000_000;
/** What lies in memory whole: 64 million, the most that phones write in one piece. */
const MOST_PIXELS = 65_000_000;
const LONGEST_SIDE_PIXELS = 1280;
/** AV1 in HEIF is AVIF; HEVC in it is an iPhone's HEIC. */
const READABLE = ["jpeg", "png", "webp", "gif", "av1"];
/** Of its rows, what a JPEG may lack at its end: some phones and messengers cut the last bytes off. */
const MOST_ROWS_LOST = 0.1;
/** ISO 14496-12 brands of HEIC files, which iPhones write and nothing here can read. */
const HEIC_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

export type PhotoRefusal =
  /** A file of no bytes, as a full phone leaves it. */
  | { readonly code: "picture-empty" }
  | { readonly code: "not-a-picture" }
  /** More bytes than are taken. */
  | { readonly code: "picture-too-large" }
  /** More pixels than are opened. */
  | { readonly code: "picture-too-detailed" }
  /** A picture of a kind that cannot be read, HEIC above all. */
  | { readonly code: "picture-format" };

/** A photograph after re-encoding: upright, small, and with nothing in it but the picture. */
export interface EncodedPhoto {
  readonly jpeg: Uint8Array;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Turns a picture upright, fits it within 1280 pixels and writes it as JPEG without any metadata,
 * so that neither place nor device is told.
 */
export async function encodePhoto(photo: FileSource): Promise<Result<EncodedPhoto, PhotoRefusal>> {
  const bytes = photo instanceof Uint8Array ? photo : await readFile(photo.path);
  if (bytes.byteLength === 0) return refuse({ code: "picture-empty" });
  if (bytes.byteLength > MOST_PHOTO_BYTES) return refuse({ code: "picture-too-large" });
  try {
    const told = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { format, compression, isProgressive, width, height } = told;
    if (!READABLE.includes(compression ?? format)) return refuse({ code: "picture-format" });
    const isReadSmall = format === "jpeg" && !isProgressive;
    if (width * height > (isReadSmall ? MOST_PIXELS_READ_SMALL : MOST_PIXELS)) {
      return refuse({ code: "picture-too-detailed" });
    }
    return accept(await encode(bytes, "error"));
  } catch {
    return encodeCutShort(bytes);
  }
}

/** A JPEG whose end is missing, where nearly all of the picture is there. */
async function encodeCutShort(bytes: Uint8Array): Promise<Result<EncodedPhoto, PhotoRefusal>> {
  const otherwise = refuse({ code: isHeic(bytes) ? "picture-format" : "not-a-picture" } as const);
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return otherwise;
  try {
    const encoded = await encode(bytes, "none");
    return (await rowsLost(bytes)) > MOST_ROWS_LOST ? otherwise : accept(encoded);
  } catch {
    return otherwise;
  }
}

async function encode(bytes: Uint8Array, failOn: "error" | "none"): Promise<EncodedPhoto> {
  const { data, info } = await sharp(bytes, { failOn, limitInputPixels: false })
    .rotate()
    .resize({
      width: LONGEST_SIDE_PIXELS,
      height: LONGEST_SIDE_PIXELS,
      fit: "inside",
      withoutEnlargement: true,
    })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 72 })
    .toBuffer({ resolveWithObject: true });
  return {
    jpeg: data,
    sha256: createHash("sha256").update(data).digest("hex"),
    width: info.width,
    height: info.height,
  };
}

/** The share of rows at the bottom that a decoder filled with one colour, for want of data. */
async function rowsLost(bytes: Uint8Array): Promise<number> {
  const { data, info } = await sharp(bytes, { failOn: "none", limitInputPixels: false })
    .resize({ width: 64, height: 640, fit: "fill", kernel: "nearest" })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const last = data.at(-1);
  for (let row = height - 1; row >= 0; row -= 1) {
    const line = data.subarray(row * width * channels, (row + 1) * width * channels);
    if (line.some((value) => Math.abs(value - (last ?? 0)) > 1)) return (height - 1 - row) / height;
  }
  return 1;
}

function isHeic(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(4, 12)).toString("latin1");
  return head.startsWith("ftyp") && HEIC_BRANDS.includes(head.slice(4));
}
