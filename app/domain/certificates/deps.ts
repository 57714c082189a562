import type { CryptoKey, KeyObject } from "jose";

import type { Transact } from "#app/db/index.server.ts";
import type { Catalogue } from "#app/domain/content/index.ts";
import type { Clock } from "#app/domain/kernel/index.ts";

import type { KeySet } from "./verify-credential.ts";

/** What badges are signed with, and what they are checked by. */
export interface BadgeKeys {
  /** The key of today; `id` is its RFC 7638 thumbprint. */
  readonly current: () => Promise<{ readonly id: string; readonly key: CryptoKey | KeyObject }>;
  /** Public keys of today and of before, the first kept for good. */
  readonly published: () => Promise<KeySet>;
}

/** What the use cases of certificates are given. */
export interface CertificateDeps extends Clock {
  readonly transact: Transact;
  readonly catalogue: () => Catalogue;
  /** Scheme and host that people use, without a slash at the end. */
  readonly origin: string;
  /** A code that says nothing by itself. */
  readonly newCode: () => string;
  readonly badgeKeys: BadgeKeys;
}
