const LENGTH_BYTES = 4;

/** A piece of a stream, with its length before it. */
export function frame(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

export function jsonFrame(value: unknown): Buffer {
  return frame(Buffer.from(JSON.stringify(value)));
}

/** Ends a row of frames. */
export const END = frame(new Uint8Array());

/** Reads what `frame` wrote, one piece after the other. */
export class FrameReader {
  readonly #parts: AsyncIterator<Uint8Array>;
  #held = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#parts = source[Symbol.asyncIterator]();
  }

  async next(): Promise<Buffer> {
    const length = (await this.#take(LENGTH_BYTES)).readUInt32BE();
    return this.#take(length);
  }

  async nextJson(): Promise<unknown> {
    const text = await this.next();
    return JSON.parse(text.toString("utf8"));
  }

  /** The frames until END. */
  async *untilEnd(): AsyncGenerator<Buffer> {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const piece = await this.next();
      if (piece.length === 0) return;
      yield piece;
    }
  }

  /** Reads to the end, so that the last byte is known to be in order. */
  async finish(): Promise<void> {
    while ((await this.#parts.next()).done !== true) continue;
  }

  async #take(size: number): Promise<Buffer> {
    while (this.#held.length < size) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { value, done } = await this.#parts.next();
      if (done === true) throw new Error("the stream ends in the middle");
      this.#held = Buffer.concat([this.#held, value]);
    }
    const taken = this.#held.subarray(0, size);
    this.#held = this.#held.subarray(size);
    return taken;
  }
}
