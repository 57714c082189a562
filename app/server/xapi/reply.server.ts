/** What the record store answers. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | LongBody;
}

/** A body that is made while it is sent. */
export interface LongBody {
  readonly length: number;
  readonly chunks: AsyncGenerator<Uint8Array>;
}

/** An answer that ends the reading of a request wherever it is, as `throw new Response` does on a page. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly reply: Reply;
  constructor(reply: Reply) {
    super(`refused with ${reply.status}`);
    this.reply = reply;
  }
}

/** In English, since the readers are programmers of other systems: what is wrong, and where. */
export function refusal(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Refused {
  return new Refused(json(status, { error: message }, headers));
}

export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(value),
  };
}
