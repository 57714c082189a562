import type pg from "pg";

/** What `pg` calls on a query of ours while COPY runs; its own types do not tell of it. */
interface CopyConnection {
  readonly stream: { readonly pause: () => void; readonly resume: () => void };
  readonly query: (text: string) => void;
  readonly sendCopyFromChunk: (chunk: Uint8Array) => void;
  readonly endCopyFrom: () => void;
  readonly sendCopyFail: (reason: string) => void;
}

const HELD_AT_MOST_BYTES = 4 * 1024 * 1024;

/** The rows of a query in COPY's text form, as fast as they are taken. */
export async function* copyOut(client: pg.Client, query: string): AsyncGenerator<Buffer> {
  const copy = new CopyOut(`COPY (${query}) TO STDOUT`);
  client.query(copy);
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const chunk = await copy.next();
    if (chunk === null) return;
    yield chunk;
  }
}

/** Writes rows in COPY's text form into a table. */
export async function copyIn(
  client: pg.Client,
  target: string,
  rows: AsyncIterable<Uint8Array>,
): Promise<void> {
  const copy = new CopyIn(`COPY ${target} FROM STDIN`, rows);
  client.query(copy);
  await copy.done;
}

/** What `pg` calls and we have no use for. */
abstract class Copy {
  readonly #text: string;
  protected connection: CopyConnection | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  submit(connection: unknown): void {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pg's own connection
    this.connection = connection as CopyConnection;
    this.connection.query(this.#text);
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
  handleCommandComplete(): void {}
  handleCopyData(_message: { readonly chunk: Buffer }): void {}
  handleCopyInResponse(): void {}
  abstract handleError(error: Error): void;
  abstract handleReadyForQuery(): void;
}

class CopyOut extends Copy {
  #held: Buffer[] = [];
  #bytes = 0;
  #over = false;
  #fault: Error | null = null;
  #wake: () => void = () => undefined;

  override handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.#held.push(Buffer.from(chunk));
    this.#bytes += chunk.length;
    if (this.#bytes > HELD_AT_MOST_BYTES) this.connection?.stream.pause();
    this.#wake();
  }

  override handleError(error: Error): void {
    this.#fault = error;
    this.#wake();
  }

  override handleReadyForQuery(): void {
    this.#over = true;
    this.#wake();
  }

  /** Everything that has come since the last time; null at the end. */
  async next(): Promise<Buffer | null> {
    while (this.#held.length === 0) {
      if (this.#fault !== null) throw this.#fault;
      if (this.#over) return null;
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const all = Buffer.concat(this.#held);
    this.#held = [];
    this.#bytes = 0;
    this.connection?.stream.resume();
    return all;
  }
}

class CopyIn extends Copy {
  readonly #rows: AsyncIterable<Uint8Array>;
  readonly done: Promise<void>;
  #resolve: () => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;
  #fault: Error | null = null;

  constructor(text: string, rows: AsyncIterable<Uint8Array>) {
    super(text);
    this.#rows = rows;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  override handleCopyInResponse(): void {
    void this.#send();
  }

  override handleError(error: Error): void {
    this.#fault ??= error;
    this.#reject(this.#fault);
  }

  override handleReadyForQuery(): void {
    if (this.#fault === null) this.#resolve();
  }

  async #send(): Promise<void> {
    try {
      for await (const chunk of this.#rows) {
        if (this.#fault !== null) return;
        this.connection?.sendCopyFromChunk(chunk);
        // Lets the socket send before more is read.
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      }
      this.connection?.endCopyFrom();
    } catch (error) {
      this.#fault = error instanceof Error ? error : new Error(String(error));
      this.connection?.sendCopyFail("the backup could not be read");
    }
  }
}
