import type { IncomingMessage } from "node:http";

import { refusal } from "./reply.server.ts";

/** The body of a request, which is read once. */
export interface Body {
  /** The whole body; refused with 413 over `most` bytes. */
  readonly bytes: (most: number) => Promise<Buffer>;
  readonly stream: () => AsyncIterable<Uint8Array>;
}

/** What one request has in memory; refused with 429 when all together would be too much. */
export interface Intake {
  readonly take: (bytes: number) => void;
  readonly close: () => void;
}

/** Bodies in memory at once; each costs several times its size while it is read. */
const BYTES_AT_ONCE = 16 * 1024 * 1024;

/** Keeps the bodies of all requests together below a limit; whoever comes alone may have more. */
export function openIntakes(): () => Intake {
  let all = 0;
  return () => {
    let own = 0;
    return {
      take: (bytes) => {
        if (all > own && all + bytes > BYTES_AT_ONCE) {
          throw refusal(429, "too much is being read at once", { "retry-after": "1" });
        }
        own += bytes;
        all += bytes;
      },
      close: () => {
        all -= own;
        own = 0;
      },
    };
  };
}

export function bodyOf(message: IncomingMessage, intake: Intake): Body {
  return {
    bytes: (most) => readBytes(message, intake, most),
    stream: () => chunksOf(message, intake),
  };
}

/** Leaves the line open for the answer, wherever the reading ends. */
async function* chunksOf(message: IncomingMessage, intake: Intake): AsyncGenerator<Buffer> {
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    const bytes: Buffer = chunk;
    intake.take(bytes.length);
    yield bytes;
  }
}

async function readBytes(message: IncomingMessage, intake: Intake, most: number): Promise<Buffer> {
  const tooLarge = () => refusal(413, `more than ${most} bytes`);
  const announced = Number(message.headers["content-length"] ?? 0);
  if (announced > most) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const bytes of chunksOf(message, intake)) {
    length += bytes.length;
    if (length > most) throw tooLarge();
    chunks.push(bytes);
  }
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, length);
}

/** A body that is in memory already. */
export function givenBody(bytes: Buffer): Body {
  return {
    bytes: async () => bytes,
    async *stream() {
      yield bytes;
    },
  };
}
