import type { Picture, Sound } from "./block.ts";
import type { Reading } from "./markdown.ts";
import type { MediaFile } from "./media-file.ts";

type Usable = Extract<MediaFile, { readonly usable: true }>;
type Of<Kind extends Usable["kind"]> = Extract<Usable, { readonly kind: Kind }>;

const NAMES = { picture: "hình", sound: "tệp âm thanh", paper: "tệp tải về" } as const;
const ENDINGS = {
  picture: "svg, webp, png, jpg",
  sound: "mp3, ogg, opus, m4a",
  paper: "pdf",
} as const;

function isOf<Kind extends Usable["kind"]>(file: Usable, kind: Kind): file is Of<Kind> {
  return file.kind === kind;
}

/** The file of that kind, or null when its author must mend something first (complained of). */
function mediaAt<Kind extends Usable["kind"]>(
  kind: Kind,
  path: string,
  line: number,
  { media, shown, complain }: Reading,
): Of<Kind> | null {
  const name = NAMES[kind];
  const file = media.get(path);
  if (file === undefined) {
    complain(line, `Không tìm thấy ${name} “${path}”. Hãy đặt tệp vào media/ và viết đúng tên.`);
    return null;
  }
  const told = `${name.slice(0, 1).toUpperCase()}${name.slice(1)} “${path}”`;
  if (!file.usable) {
    complain(line, `${told} ${file.why}`);
    return null;
  }
  if (!isOf(file, kind)) {
    complain(line, `${told} không dùng được ở đây. Hãy dùng tệp ${ENDINGS[kind]}.`);
    return null;
  }
  shown.add(`${path} ${file.hash}`);
  return file;
}

/** The picture that an author named, or null (complained of). */
export function pictureAt(
  path: string,
  alt: string,
  line: number,
  reading: Reading,
): Picture | null {
  const file = mediaAt("picture", path, line, reading);
  if (file === null) return null;
  if (alt === "") {
    reading.complain(line, `Hình “${path}” thiếu mô tả. Hãy viết mô tả trong dấu [ ].`);
  }
  const address = `${path}?v=${file.hash}`;
  const large = file.made.at(-1);
  if (large === undefined) {
    const { width, height, bytes } = file;
    return { src: address, alt, width, height, bytes, small: null };
  }
  const { width, height, bytes } = large;
  const [narrow] = file.made;
  const small =
    narrow === undefined || narrow === large
      ? null
      : { src: `${address}&w=${narrow.asked}`, width: narrow.width, bytes: narrow.bytes };
  return { src: `${address}&w=${large.asked}`, alt, width, height, bytes, small };
}

/** The recording that an author named, or null (complained of). */
export function soundAt(path: string, line: number, reading: Reading): Sound | null {
  const file = mediaAt("sound", path, line, reading);
  if (file === null) return null;
  return {
    src: `${path}?v=${file.hash}`,
    bytes: file.bytes,
    seconds: Math.max(1, Math.round(file.seconds)),
  };
}

/** The paper that an author named, or null (complained of). */
export function paperAt(
  path: string,
  line: number,
  reading: Reading,
): { readonly src: string; readonly bytes: number; readonly format: string } | null {
  const file = mediaAt("paper", path, line, reading);
  if (file === null) return null;
  return { src: `${path}?v=${file.hash}`, bytes: file.bytes, format: file.format };
}
