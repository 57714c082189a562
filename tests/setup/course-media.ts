/** Files as authors put them into `media/`: silence of so many seconds, an empty paper. */

/** MPEG-1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes a frame, which is silent when it is empty. */
export function mp3(seconds: number): Buffer {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xff_fb_90_64);
  const frames = Math.round((seconds * 44_100) / 1152);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

/** As `mp3`, but its first frame says how many frames there are, whatever their bit rate. */
export function mp3WithTable(seconds: number): Buffer {
  const sound = mp3(1);
  sound.write("Xing", 36, "latin1");
  sound.writeUInt32BE(1, 40);
  sound.writeUInt32BE(Math.round((seconds * 44_100) / 1152), 44);
  return sound;
}

/** Behind a tag, as every phone writes it. */
export function tagged(sound: Buffer): Buffer {
  const tag = Buffer.alloc(310);
  tag.write("ID3", "latin1");
  tag.set([4, 0, 0, 0, 0, 2, 44], 3);
  return Buffer.concat([tag, sound]);
}

function oggPage(granule: bigint, packet: Buffer): Buffer {
  const head = Buffer.alloc(28);
  head.write("OggS", "latin1");
  head.writeBigUInt64LE(granule, 6);
  head.writeUInt8(1, 26);
  head.writeUInt8(packet.length, 27);
  return Buffer.concat([head, packet]);
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
    oggPage(0n, head),
    oggPage(BigInt(seconds * 48_000 + skipped), Buffer.alloc(40)),
  ]);
}

export function vorbis(seconds: number): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt8(1);
  head.write("vorbis", 1, "latin1");
  head.writeUInt8(1, 11);
  head.writeUInt32LE(16_000, 12);
  return Buffer.concat([oggPage(0n, head), oggPage(BigInt(seconds * 16_000), Buffer.alloc(40))]);
}

function box(name: string, inside: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(inside.length + 8);
  head.write(name, 4, "latin1");
  return Buffer.concat([head, inside]);
}

export function m4a(seconds: number): Buffer {
  const head = Buffer.alloc(100);
  head.writeUInt32BE(1000, 12);
  head.writeUInt32BE(seconds * 1000, 16);
  return Buffer.concat([box("ftyp", Buffer.from("M4A ")), box("moov", box("mvhd", head))]);
}

export function pdf(): Buffer {
  return Buffer.from("%PDF-1.4\n%%EOF\n");
}

export function drawing(title = "hình"): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"><title>${title}</title><rect width="320" height="180" fill="#1e6b3a"/></svg>`;
}
