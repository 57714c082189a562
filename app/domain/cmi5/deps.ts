import type { Transact } from "#app/db/index.server.ts";
import type { AccountId, Clock, FileSource } from "#app/domain/kernel/index.ts";

import type { PackageLimits } from "./package-limits.ts";
import type { PackageVersion } from "./unit-facts.ts";
import type { Unpacked } from "./unpacked.ts";

/** Where the files of packages are kept: below the hash of the version that they came in. */
export interface PackageFileStore {
  /** On disk when it answers; the same file again changes nothing. */
  put(sha256: string, name: string, bytes: Uint8Array): Promise<void>;
}

/** A version as it was uploaded. It never changes, so it may be kept in memory. */
export interface KeptVersion extends PackageVersion {
  readonly id: string;
}

/** What the use cases of packages are given. */
export interface Cmi5Deps extends Clock {
  readonly transact: Transact;
  /** What activity ids begin with; no slash at its end. */
  readonly baseIri: string;
  /** Scheme and host of the product, no slash at its end. */
  readonly origin: string;
  /** Scheme and host of the units' files: another origin, so that no unit reaches a page of ours. */
  readonly contentOrigin: string;
  /** Checks an upload and keeps its files, where it can do no harm; `whose` is the officer who waits. */
  readonly unpackPackage: (upload: FileSource, whose: AccountId) => Promise<Unpacked>;
  readonly packageLimits: PackageLimits;
  /** 32 random bytes or more as text that an address can hold. */
  readonly newSecret: () => string;
  readonly versions: {
    readonly get: (id: string) => KeptVersion | undefined;
    readonly set: (id: string, version: KeptVersion) => unknown;
  };
}
