import type { Transact } from "#app/db/index.server.ts";
import type { Clock } from "#app/domain/kernel/index.ts";

import type { AddressPolicy } from "./remote-address.ts";
import type { RemoteAddress, RemoteStore } from "./remote-store.ts";

/** What leads out of the house, wired once. */
export interface OutboundHttp {
  readonly open: (address: RemoteAddress) => RemoteStore;
  readonly policy: AddressPolicy;
  /** 32 bytes each, of their own purposes. */
  readonly secretKey: Uint8Array;
  /** Of the installation's secrets before: what was sealed under them is still opened. */
  readonly earlierSecretKeys?: readonly Uint8Array[];
  readonly pseudonymKey: Uint8Array;
  /** At least 0, less than 1, each time another. */
  readonly chance: () => number;
}

/** What the use cases of the exchange are given. */
export interface ExchangeDeps extends Clock {
  readonly transact: Transact;
  /** The home page of our own accounts; no slash at its end. */
  readonly baseIri: string;
  readonly outward: OutboundHttp;
}
