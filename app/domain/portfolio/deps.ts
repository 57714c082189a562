import type { Catalogue } from "#app/domain/content/index.ts";
import type { CriteriaDeps } from "#app/domain/criteria/index.ts";

/** Where bytes are kept. A key is lower-case letters, digits, `-`, `.` and `/`. */
export interface FileStore {
  /** Keeps the bytes; the same key may be put again with the same bytes. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | null>;
}

/** What the use cases of the portfolio are given. */
export interface PortfolioDeps extends CriteriaDeps {
  readonly catalogue: () => Catalogue;
  readonly files: FileStore;
}
