import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

import sharp from "sharp";

import { accept, type FileSource, refuse, type Result } from "#app/domain/kernel/index.ts";

/** Most bytes of a photograph as it is handed in. */
const MOST_PHOTO_BYTES = 15 * 1024 * 1024;
const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE_PIXELS = 1280;
const READABLE = ["jpeg", "png", "webp", "gif", "avif"];
/** ISO 14496-12 brands of HEIC files, which iPhones write and nothing here can read. */
const HEIC_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

export type PhotoRefusal =
  | { readonly code: "not-a-picture" }
  | { readonly code: "picture-too-large" }
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
  if (bytes.byteLength > MOST_PHOTO_BYTES) return refuse({ code: "picture-too-large" });
  if (isHeic(bytes)) return refuse({ code: "picture-format" });
  try {
    const picture = sharp(bytes, { failOn: "error", limitInputPixels: false });
    const { format, width, height } = await picture.metadata();
    if (!READABLE.includes(format)) return refuse({ code: "picture-format" });
    if (width * height > MOST_PIXELS) return refuse({ code: "picture-too-large" });
    const { data, info } = await picture
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
    return accept({
      jpeg: data,
      sha256: createHash("sha256").update(data).digest("hex"),
      width: info.width,
      height: info.height,
    });
  } catch {
    return refuse({ code: "not-a-picture" });
  }
}

function isHeic(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(4, 12)).toString("latin1");
  return head.startsWith("ftyp") && HEIC_BRANDS.includes(head.slice(4));
}
