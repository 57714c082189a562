import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";

import { makePictures } from "./make-pictures.server.ts";
import type { MediaFile } from "./media-file.ts";
import { soundSeconds } from "./sound-length.server.ts";
import { measureSvg } from "./svg.ts";

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;
/** So much of a file's SHA-256 names its bytes in an address. */
const HASH_DIGITS = 10;

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]{3,4}$/u;

/** By how the names end: what they are and what they may weigh. */
const KINDS: Readonly<
  Record<string, { readonly kind: "drawing" | "photo" | "sound" | "paper"; readonly most: number }>
> = {
  ".svg": { kind: "drawing", most: 20 * KILOBYTE },
  ".webp": { kind: "photo", most: 8 * MEGABYTE },
  ".png": { kind: "photo", most: 8 * MEGABYTE },
  ".jpg": { kind: "photo", most: 8 * MEGABYTE },
  ".mp3": { kind: "sound", most: MEGABYTE },
  ".ogg": { kind: "sound", most: MEGABYTE },
  ".opus": { kind: "sound", most: MEGABYTE },
  ".m4a": { kind: "sound", most: MEGABYTE },
  ".pdf": { kind: "paper", most: 3 * MEGABYTE },
};

/**
 * Every file of a course's `media/`, measured, by its path from the course's folder.
 * @param folder of the course; one without `media/` has nothing to show
 * @param made where what is made of photographs is kept
 */
export async function measureMedia(
  folder: string,
  made: string,
): Promise<ReadonlyMap<string, MediaFile>> {
  const entries = await readdir(folder, { withFileTypes: true });
  if (!entries.some((entry) => entry.isDirectory() && entry.name === "media")) return new Map();
  const files = await readdir(join(folder, "media"), { withFileTypes: true });
  const names = files.filter((file) => file.isFile()).map(({ name }) => name);
  const measured = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, "media", name));
      return [`media/${name}`, await measure(name, bytes, made)] as const;
    }),
  );
  return new Map(measured);
}

async function measure(name: string, file: Buffer, made: string): Promise<MediaFile> {
  const known = KINDS[extname(name)];
  if (known === undefined) {
    return {
      usable: false,
      why: "thuộc loại tệp không dùng được. Hãy dùng svg, webp, png, jpg, mp3, ogg, opus, m4a, pdf.",
    };
  }
  if (!NAME.test(name)) {
    return { usable: false, why: "có tên không hợp. Hãy đặt tên không dấu, nối bằng gạch ngang." };
  }
  if (file.byteLength > known.most) {
    return {
      usable: false,
      why: `nặng ${sizeText(file.byteLength)}. Hãy làm nhẹ xuống, nhiều nhất ${sizeText(known.most)}.`,
    };
  }
  const hash = createHash("sha256").update(file).digest("hex").slice(0, HASH_DIGITS);
  const common = { usable: true, hash, bytes: file.byteLength } as const;
  switch (known.kind) {
    case "drawing": {
      const size = measureSvg(file.toString("utf8"));
      return size.usable ? { ...common, ...size, kind: "picture", made: [] } : size;
    }
    case "photo":
      return measurePhoto(name, { bytes: file, hash }, made);
    case "sound": {
      const seconds = await soundSeconds(file, extname(name).slice(1));
      return seconds === null
        ? { usable: false, why: "không phải tệp âm thanh đúng loại. Hãy xuất lại." }
        : { ...common, kind: "sound", seconds };
    }
    case "paper":
      return file.subarray(0, 5).toString("latin1") === "%PDF-"
        ? { ...common, kind: "paper", format: "pdf" }
        : { usable: false, why: "không phải tệp PDF. Hãy xuất lại." };
  }
}

function sizeText(bytes: number): string {
  return bytes >= MEGABYTE
    ? `${Math.ceil(bytes / MEGABYTE)} MB`
    : `${Math.ceil(bytes / KILOBYTE)} kB`;
}

async function measurePhoto(
  name: string,
  source: { readonly bytes: Buffer; readonly hash: string },
  folder: string,
): Promise<MediaFile> {
  try {
    const made = await makePictures(source, folder);
    const { width = 0, height = 0 } = made.at(-1) ?? {};
    const { hash, bytes } = source;
    return { usable: true, kind: "picture", hash, bytes: bytes.byteLength, width, height, made };
  } catch {
    const format = extname(name).slice(1).toUpperCase().replace("WEBP", "WebP");
    return { usable: false, why: `không phải tệp ${format}. Hãy xuất lại hình thành WebP.` };
  }
}
