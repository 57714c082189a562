import type { Transact } from "#app/db/index.server.ts";
import type { Catalogue } from "#app/domain/content/index.ts";
import type { Clock } from "#app/domain/kernel/index.ts";

/** Where bytes are kept. A key is lower-case letters, digits, `-`, `.` and `/`. */
export interface FileStore {
  /** Keeps the bytes; the same key may be put again with the same bytes. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | null>;
}

/** What the use cases of the portfolio are given. */
export interface PortfolioDeps extends Clock {
  readonly transact: Transact;
  readonly catalogue: () => Catalogue;
  readonly files: FileStore;
}
