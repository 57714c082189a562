import { createECDH } from "node:crypto";

import webPush from "web-push";

import { addressFault, type AddressPolicy } from "#app/domain/exchange/index.ts";
import type { Push, PushOutcome, PushTarget } from "#app/domain/guidance/index.ts";

import { requestOutbound } from "./outbound-request.server.ts";
import { deriveKey } from "#app/server/boot/secrets.server.ts";

export interface PushOptions {
  readonly secret: string;
  /** What the secret was before: phones that agreed to reminders then are reached by its key. */
  readonly earlierSecrets?: readonly string[];
  readonly policy: AddressPolicy;
  /** Whom a push service may write to about us: `mailto:…` or an https address. */
  readonly contact: string;
}

/** A reminder of yesterday reminds of nothing. */
const TTL_SECONDS = 3 * 60 * 60;
/** What a phone without signal has not seen yet is replaced by the next. */
const TOPIC = "nhac-hoc";

/**
 * Web Push (RFC 8030, 8291, 8292). Its own sending knows no limits; so it only seals, and the request
 * goes out by the way that refuses networks which strangers cannot reach.
 */
export function openPush({ secret, earlierSecrets = [], policy, contact }: PushOptions): Push {
  const pairs = [secret, ...earlierSecrets].map(vapidKeys);
  return {
    publicKey: vapidKeys(secret).publicKey,
    mayReach: (endpoint) => mayReach(endpoint, policy),
    async send(target, text) {
      if (!mayReach(target.endpoint, policy)) return "gone";
      let outcome: PushOutcome = "failed";
      for (const keys of pairs) {
        const sealed = seal(target, JSON.stringify({ text }), { subject: contact, ...keys });
        if (sealed === null) return "gone";
        const { body, headers } = sealed;
        const request = { url: target.endpoint, method: "POST", headers, body };
        const status = await requestOutbound(policy, request).then(
          (answer) => answer.status,
          () => null,
        );
        outcome = outcomeOf(status);
        if (status === null || !OF_ANOTHER_KEY.has(status)) return outcome;
      }
      return outcome;
    },
  };
}

/** What a push service answers when a phone agreed to another key than this one. */
const OF_ANOTHER_KEY = new Set([401, 403]);

/** A pair of P-256 for this installation, told from its secret, so that it stays the same. */
function vapidKeys(secret: string): { readonly publicKey: string; readonly privateKey: string } {
  const curve = createECDH("prime256v1");
  curve.setPrivateKey(deriveKey(secret, "web-push"));
  return {
    publicKey: curve.getPublicKey("base64url"),
    privateKey: Buffer.from(deriveKey(secret, "web-push")).toString("base64url"),
  };
}

/** Push services put what they like into an address, a query too. */
function mayReach(endpoint: string, policy: AddressPolicy): boolean {
  if (!URL.canParse(endpoint)) return false;
  const url = new URL(endpoint);
  url.search = "";
  return addressFault(url.href, policy) === null;
}

/** Null when what the browser gave is no key that anything can be sealed with. */
function seal(
  { endpoint, p256dh, auth }: PushTarget,
  text: string,
  vapidDetails: { subject: string; publicKey: string; privateKey: string },
): { readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> } | null {
  try {
    const { body, headers } = webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      text,
      { vapidDetails, TTL: TTL_SECONDS, topic: TOPIC, urgency: "normal" },
    );
    return { body, headers };
  } catch {
    return null;
  }
}

function outcomeOf(status: number | null): PushOutcome {
  if (status === null) return "failed";
  if (status >= 200 && status < 300) return "sent";
  return status === 404 || status === 410 ? "gone" : "failed";
}
