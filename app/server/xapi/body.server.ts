import type { IncomingMessage } from "node:http";

import type { BodyReservation } from "#app/server/http/body-budget.server.ts";
import { readChunks } from "#app/server/http/body-chunks.server.ts";
import { countValues } from "#app/server/http/json-width.server.ts";
import { refusal } from "./reply.server.ts";

/** The body of a request, which is read once. */
export interface Body {
  /** The whole body; refused with 413 over `most` bytes. */
  readonly bytes: (most: number) => Promise<Buffer>;
  readonly stream: () => AsyncIterable<Uint8Array>;
  /** Counts what a JSON text becomes when it is parsed; refused with 413 when it holds too many values. */
  readonly weigh: (json: Uint8Array) => void;
}

export function bodyOf(message: IncomingMessage, intake: BodyReservation): Body {
  return {
    bytes: (most) => readBytes(message, intake, most),
    stream: () => readChunks(message, intake),
    weigh: (json) => weigh(json, intake),
  };
}

/** A batch of thousands of statements has some fifty each. */
const VALUES_AT_MOST = 400_000;
/** Of a number in an array, the least that there is. */
const BYTES_OF_A_VALUE = 40;

function weigh(json: Uint8Array, intake: BodyReservation): void {
  const values = countValues(json, VALUES_AT_MOST);
  if (values > VALUES_AT_MOST) throw refusal(413, `more than ${VALUES_AT_MOST} values of JSON`);
  intake.take(values * BYTES_OF_A_VALUE);
}

async function readBytes(
  message: IncomingMessage,
  intake: BodyReservation,
  most: number,
): Promise<Buffer> {
  const tooLarge = () => refusal(413, `more than ${most} bytes`);
  const announced = Number(message.headers["content-length"] ?? 0);
  if (announced > most) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const bytes of readChunks(message, intake)) {
    length += bytes.length;
    if (length > most) throw tooLarge();
    chunks.push(bytes);
  }
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, length);
}

/** A body that is in memory already. */
export function givenBody(bytes: Buffer, intake: Pick<Body, "weigh">): Body {
  return {
    bytes: async () => bytes,
    async *stream() {
      yield bytes;
    },
    weigh: intake.weigh,
  };
}
