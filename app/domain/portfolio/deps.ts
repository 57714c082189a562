import type { Catalogue } from "#app/domain/content/index.ts";
import type { CriteriaDeps } from "#app/domain/criteria/index.ts";
import type { AccountId, FileSource, Result } from "#app/domain/kernel/index.ts";

import type { EncodedPhoto, PhotoRefusal } from "./encode-photo.server.ts";

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
  /** Decodes what somebody sent, where it can do no harm; `whose` is she who waits for it. */
  readonly encodePhoto: (
    photo: FileSource,
    whose: AccountId,
  ) => Promise<Result<EncodedPhoto, PhotoRefusal>>;
}
