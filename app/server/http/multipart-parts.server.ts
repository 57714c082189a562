/** A body that is no multipart/form-data, or more of it than is allowed; with the status that says so. */
export class MultipartFault extends Error {
  override readonly name = "MultipartFault";
  readonly status: 400 | 413;
  constructor(status: 400 | 413) {
    super(`multipart/form-data was refused with ${status}`);
    this.status = status;
  }
}

export interface FormPart {
  readonly name: string;
  /** Null for a text field; "" where no file was chosen. */
  readonly fileName: string | null;
  /** To be read to its end before the next part is asked for. */
  readonly pieces: AsyncGenerator<Buffer, undefined>;
}

const HEAD_BYTES_AT_MOST = 4 * 1024;
const PARTS_AT_MOST = 200;
const HEAD_END = Buffer.from("\r\n\r\n");

/** The parts of a form with files (RFC 7578) as they come: no part is ever whole in memory here. */
export async function* readFormParts(
  chunks: AsyncIterable<Uint8Array>,
  contentType: string,
): AsyncGenerator<FormPart, undefined> {
  const delimiter = Buffer.from(`\r\n--${boundaryOf(contentType)}`);
  const held = new HeldBytes(chunks);
  await held.takeTo(delimiter, HEAD_BYTES_AT_MOST);
  for (let parts = 0; await held.isFollowedByPart(); parts += 1) {
    if (parts === PARTS_AT_MOST) throw new MultipartFault(413);
    const head = await held.takeTo(HEAD_END, HEAD_BYTES_AT_MOST);
    const pieces = held.piecesTo(delimiter);
    yield { ...nameIn(head.toString("utf8")), pieces };
    await passOver(pieces);
  }
}

/** What nobody read of a part. */
async function passOver(pieces: FormPart["pieces"]): Promise<void> {
  let next = await pieces.next();
  while (next.done !== true) next = await pieces.next();
}

function boundaryOf(contentType: string): string {
  const match = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/iu.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) throw new MultipartFault(400);
  return boundary;
}

/** Browsers write a quote in a name as %22, and line breaks as %0D%0A (WHATWG form submission). */
function nameIn(head: string): Pick<FormPart, "name" | "fileName"> {
  const line = /^\s*content-disposition:\s*form-data\s*;(.*)$/imu.exec(head)?.[1] ?? "";
  const name = /;\s*name="([^"]*)"/iu.exec(`;${line}`)?.[1];
  if (name === undefined) throw new MultipartFault(400);
  const fileName = /;\s*filename="([^"]*)"/iu.exec(`;${line}`)?.[1];
  return { name: unescaped(name), fileName: fileName === undefined ? null : unescaped(fileName) };
}

function unescaped(text: string): string {
  return text.replaceAll("%22", '"').replaceAll(/%0D%0A/giu, "\n");
}

/** What came and was not used yet: a chunk and what the one before it left. */
class HeldBytes {
  readonly #chunks: AsyncIterator<Uint8Array>;
  // The delimiter before the first part has no line break in front of it.
  #held: Buffer = Buffer.from("\r\n");

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async #more(): Promise<void> {
    const next = await this.#chunks.next();
    if (next.done === true) throw new MultipartFault(400);
    this.#held = Buffer.concat([this.#held, next.value]);
  }

  /** Everything in front of `end`, which is passed over. */
  async takeTo(end: Buffer, most: number): Promise<Buffer> {
    let at = this.#held.indexOf(end);
    while (at === -1) {
      if (this.#held.length > most) throw new MultipartFault(413);
      await this.#more();
      at = this.#held.indexOf(end);
    }
    const taken = this.#held.subarray(0, at);
    this.#held = this.#held.subarray(at + end.length);
    return taken;
  }

  /** A line break goes on to a part, two hyphens end the form. */
  async isFollowedByPart(): Promise<boolean> {
    while (this.#held.length < 2) await this.#more();
    const next = this.#held.toString("latin1", 0, 2);
    if (next === "--") return false;
    if (next !== "\r\n") throw new MultipartFault(400);
    // Stays where it is: a part without a head has its end right here.
    return true;
  }

  async *piecesTo(end: Buffer): AsyncGenerator<Buffer, undefined> {
    for (;;) {
      const at = this.#held.indexOf(end);
      const sure = at === -1 ? Math.max(0, this.#held.length - end.length + 1) : at;
      const piece = this.#held.subarray(0, sure);
      this.#held = this.#held.subarray(at === -1 ? sure : at + end.length);
      if (piece.length > 0) yield piece;
      if (at !== -1) return;
      await this.#more();
    }
  }
}
