/** By how a file's name ends: its type, and what it holds then. */
const FORMATS: Readonly<Record<string, { readonly type: string; readonly codec: RegExp }>> = {
  mp3: { type: "audio/mpeg", codec: /^MPEG \d(?:\.\d)? Layer 3$/u },
  ogg: { type: "audio/ogg", codec: /^(?:Opus|Vorbis I)$/u },
  opus: { type: "audio/ogg", codec: /^Opus$/u },
  m4a: { type: "audio/mp4", codec: /AAC/u },
};

/**
 * How long a recording is, in seconds; null when it is no such file.
 * @param format how the file's name ends: mp3, ogg, opus (both Ogg), m4a
 */
export async function soundSeconds(bytes: Uint8Array, format: string): Promise<number | null> {
  const known = FORMATS[format];
  if (known === undefined) return null;
  // Only when there is a recording: who serves courses without one does not hold its readers.
  const { parseBuffer } = await import("music-metadata");
  try {
    const { format: found } = await parseBuffer(bytes, known.type, {
      duration: true,
      skipCovers: true,
    });
    const { duration = 0, codec = "" } = found;
    return known.codec.test(codec) && Number.isFinite(duration) && duration > 0 ? duration : null;
  } catch {
    return null;
  }
}
