/**
 * How long a recording is, in seconds, read off its own head; null when it is no such file.
 * @param format how the file's name ends: mp3, ogg, opus (both Ogg), m4a
 */
export function soundSeconds(bytes: Uint8Array, format: string): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (format) {
    case "mp3":
      return mp3Seconds(view);
    case "ogg":
    case "opus":
      return oggSeconds(view);
    case "m4a":
      return mp4Seconds(view);
    default:
      return null;
  }
}

function nameAt(view: DataView, at: number, length = 4): string {
  if (at < 0 || at + length > view.byteLength) return "";
  return Array.from({ length }, (_, index) => String.fromCharCode(view.getUint8(at + index))).join(
    "",
  );
}

const OPUS_RATE = 48_000;
const OGG_HEAD = 27;

/** RFC 3533: the last page says how many samples there are; RFC 7845: Opus counts them at 48 kHz. */
function oggSeconds(view: DataView): number | null {
  if (nameAt(view, 0) !== "OggS" || view.byteLength < OGG_HEAD + 30) return null;
  const packet = OGG_HEAD + view.getUint8(OGG_HEAD - 1);
  const isOpus = nameAt(view, packet, 8) === "OpusHead";
  const isVorbis = nameAt(view, packet + 1, 6) === "vorbis";
  if ((!isOpus && !isVorbis) || packet + 16 > view.byteLength) return null;
  const rate = isOpus ? OPUS_RATE : view.getUint32(packet + 12, true);
  const skipped = isOpus ? view.getUint16(packet + 10, true) : 0;
  for (let at = view.byteLength - OGG_HEAD; at >= 0; at -= 1) {
    if (nameAt(view, at) !== "OggS") continue;
    return positive((Number(view.getBigUint64(at + 6, true)) - skipped) / rate);
  }
  return null;
}

function positive(seconds: number): number | null {
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

/** ISO/IEC 14496-12: the movie's head holds its length in units of its own. */
function mp4Seconds(view: DataView): number | null {
  if (nameAt(view, 4) !== "ftyp") return null;
  const movie = boxIn(view, "moov", 0, view.byteLength);
  const head = movie === null ? null : boxIn(view, "mvhd", movie.from, movie.to);
  if (head === null || head.from + 32 > head.to) return null;
  const isLong = view.getUint8(head.from) === 1;
  const scale = view.getUint32(head.from + (isLong ? 20 : 12));
  const length = isLong
    ? Number(view.getBigUint64(head.from + 24))
    : view.getUint32(head.from + 16);
  return positive(length / scale);
}

function boxIn(
  view: DataView,
  name: string,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } | null {
  let at = from;
  while (at + 8 <= to) {
    const size = view.getUint32(at);
    if (size < 8 || at + size > to) return null;
    if (nameAt(view, at + 4) === name) return { from: at + 8, to: at + size };
    at += size;
  }
  return null;
}

/** MPEG-1, and MPEG-2 with its slower half 2.5; of layer III, the bit rates by their number. */
const MPEG_1 = {
  kilobits: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  samples: 1152,
  slower: 1,
  monoSide: 17,
  stereoSide: 32,
} as const;
const MPEG_2 = {
  kilobits: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  samples: 576,
  slower: 2,
  monoSide: 9,
  stereoSide: 17,
} as const;
const VERSIONS = [{ ...MPEG_2, slower: 4 }, null, MPEG_2, MPEG_1] as const;
const MP3_RATES = [44_100, 48_000, 32_000];

interface Mp3Frame {
  readonly samples: number;
  readonly rate: number;
  readonly bitsASecond: number;
  /** Where a table of a varying bit rate would begin. */
  readonly table: number;
}

/** ISO/IEC 11172-3: the first frame tells the bit rate, or a table in it how many frames there are. */
function mp3Seconds(view: DataView): number | null {
  const begin = afterTags(view);
  const frame = mp3Frame(view, begin);
  if (frame === null) return null;
  const table = nameAt(view, frame.table);
  const counted =
    (table === "Xing" || table === "Info") && frame.table + 12 <= view.byteLength
      ? (view.getUint32(frame.table + 4) & 1) === 1
      : false;
  if (counted) return positive((view.getUint32(frame.table + 8) * frame.samples) / frame.rate);
  return positive(((view.byteLength - begin) * 8) / frame.bitsASecond);
}

/** Where the sound begins: behind the ID3 tag, whose length is written in bytes of seven bits. */
function afterTags(view: DataView): number {
  if (nameAt(view, 0, 3) !== "ID3" || view.byteLength < 10) return 0;
  const sevens = [6, 7, 8, 9].map((at) => view.getUint8(at) & 0x7f);
  return 10 + sevens.reduce((size, seven) => size * 128 + seven, 0);
}

function mp3Frame(view: DataView, at: number): Mp3Frame | null {
  if (at + 4 > view.byteLength) return null;
  const head = view.getUint32(at);
  const version = VERSIONS[(head >>> 19) & 3] ?? null;
  const rate = MP3_RATES[(head >>> 10) & 3];
  const isLayer3 = head >>> 21 === 0x7_ff && ((head >>> 17) & 3) === 1;
  if (version === null || rate === undefined || !isLayer3) return null;
  const kilobits = version.kilobits[(head >>> 12) & 15] ?? 0;
  const isMono = ((head >>> 6) & 3) === 3;
  return kilobits === 0
    ? null
    : {
        samples: version.samples,
        rate: rate / version.slower,
        bitsASecond: kilobits * 1000,
        table: at + 4 + (isMono ? version.monoSide : version.stereoSide),
      };
}
