import { randomInt } from "node:crypto";

import type { OutboundHttp } from "#app/domain/exchange/index.server.ts";

import { openRemoteStore } from "./remote-store.server.ts";
import { deriveKey } from "#app/server/boot/secrets.server.ts";

export interface OutboundOptions {
  readonly secret: string;
  /** What the secret was before, the newest first. */
  readonly earlierSecrets?: readonly string[];
  /** The file of an attachment, by the hash of its bytes; null when it is not kept here. */
  readonly fileOf: (sha2: string) => Promise<Uint8Array | null>;
  /** Hosts in a private network, or on this machine, that statements may go to. */
  readonly privateHosts?: readonly string[];
  /** Outside of production another product on this machine may be spoken to, to try things out. */
  readonly production?: boolean;
}

const CHANCES = 2 ** 32;

/** The ways out of the house. */
export function openOutboundHttp(options: OutboundOptions): OutboundHttp {
  const { secret, earlierSecrets = [], fileOf, privateHosts = [], production = true } = options;
  const policy = { privateHosts, loopback: !production };
  return {
    policy,
    open: (address) => openRemoteStore({ policy, fileOf }, address),
    secretKey: deriveKey(secret, "forward-secret"),
    earlierSecretKeys: earlierSecrets.map((each) => deriveKey(each, "forward-secret")),
    // Of the first secret for good: who receives statements would else take everybody for somebody new.
    pseudonymKey: deriveKey(earlierSecrets.at(-1) ?? secret, "forward-pseudonym"),
    chance: () => randomInt(CHANCES) / CHANCES,
  };
}
