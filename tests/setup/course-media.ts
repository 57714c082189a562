/** Files as authors put them into `media/`: silence of so many seconds, an empty paper. */

/** MPEG-1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes a frame, which is silent when it is empty. */
export function mp3(seconds: number): Buffer {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xff_fb_90_64);
  const frames = Math.round((seconds * 44_100) / 1152);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

/** As `mp3`, but every other frame takes half the bits, so that no frame tells how long the whole is. */
export function mp3OfVaryingRate(seconds: number): Buffer {
  const half = Buffer.alloc(208);
  half.writeUInt32BE(0xff_fb_50_64);
  const frame = mp3(1).subarray(0, 417);
  const frames = Math.round((seconds * 44_100) / 1152);
  return Buffer.concat(Array.from({ length: frames }, (_, at) => (at % 2 === 0 ? frame : half)));
}

/** Behind a tag, as every phone writes it. */
export function tagged(sound: Buffer): Buffer {
  const tag = Buffer.alloc(310);
  tag.write("ID3", "latin1");
  tag.set([4, 0, 0, 0, 0, 2, 44], 3);
  return Buffer.concat([tag, sound]);
}

const FIRST_PAGE = 2;
const LAST_PAGE = 4;

function oggPage(flags: number, granule: bigint, packet: Buffer): Buffer {
  const head = Buffer.alloc(28);
  head.write("OggS", "latin1");
  head.writeUInt8(flags, 5);
  head.writeBigUInt64LE(granule, 6);
  head.writeUInt8(1, 26);
  head.writeUInt8(packet.length, 27);
  return Buffer.concat([head, packet]);
}

/** Name, maker and no comment. */
function comments(name: string): Buffer {
  return Buffer.concat([Buffer.from(name, "latin1"), Buffer.alloc(8)]);
}

export function opus(seconds: number): Buffer {
  const skipped = 312;
  const head = Buffer.alloc(19);
  head.write("OpusHead", "latin1");
  head.writeUInt8(1, 8);
  head.writeUInt8(1, 9);
  head.writeUInt16LE(skipped, 10);
  head.writeUInt32LE(48_000, 12);
  return Buffer.concat([
    oggPage(FIRST_PAGE, 0n, head),
    oggPage(0, 0n, comments("OpusTags")),
    oggPage(LAST_PAGE, BigInt(seconds * 48_000 + skipped), Buffer.alloc(40)),
  ]);
}

export function vorbis(seconds: number): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt8(1);
  head.write("vorbis", 1, "latin1");
  head.writeUInt8(1, 11);
  head.writeUInt32LE(16_000, 12);
  return Buffer.concat([
    oggPage(FIRST_PAGE, 0n, head),
    oggPage(0, 0n, comments("\u0003vorbis")),
    oggPage(LAST_PAGE, BigInt(seconds * 16_000), Buffer.alloc(40)),
  ]);
}

function box(name: string, ...inside: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(inside);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(bytes.length + 8);
  head.write(name, 4, "latin1");
  return Buffer.concat([head, bytes]);
}

export function m4a(seconds: number): Buffer {
  const movie = Buffer.alloc(100);
  const track = Buffer.alloc(84);
  track.writeUInt32BE(1, 12);
  const length = Buffer.alloc(24);
  length.writeUInt32BE(1000, 12);
  length.writeUInt32BE(seconds * 1000, 16);
  const handler = Buffer.alloc(32);
  handler.write("soun", 8, "latin1");
  const one = Buffer.alloc(8);
  one.writeUInt32BE(1, 4);
  const sample = Buffer.alloc(28);
  sample.writeUInt16BE(1, 16);
  sample.writeUInt16BE(44_100, 24);
  const table = box("stbl", box("stsd", one, box("mp4a", sample)), box("stsz", Buffer.alloc(12)));
  const media = box("mdia", box("mdhd", length), box("hdlr", handler), box("minf", table));
  return Buffer.concat([
    box("ftyp", Buffer.from("M4A \0\0\0\0")),
    box("moov", box("mvhd", movie), box("trak", box("tkhd", track), media)),
  ]);
}

export function pdf(): Buffer {
  return Buffer.from("%PDF-1.4\n%%EOF\n");
}

export function drawing(title = "hình"): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"><title>${title}</title><rect width="320" height="180" fill="#1e6b3a"/></svg>`;
}
