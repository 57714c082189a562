import { OUR_MARK } from "#app/domain/phones/index.ts";

/** What came of asking the product, over whatever stands between. */
export type Came =
  | { readonly from: "us"; readonly response: Response }
  /** We answer, but not this: too much at once, or a fault of ours that passes. */
  | { readonly from: "us-later"; readonly response: Response }
  /** A portal of a Wi-Fi, a proxy, a firewall. */
  | { readonly from: "stranger"; readonly response: Response }
  /** To be followed by the browser; whose word it is cannot be told. */
  | { readonly from: "led-on"; readonly response: Response }
  | { readonly from: "nobody" };

/** Whether the product itself answered. */
export function isOurs(response: Response): boolean {
  return response.headers.has(OUR_MARK);
}

/** Asks, for so long at most; null: as long as it takes. */
export async function reach(coming: Promise<Response>, waitMs: number | null): Promise<Came> {
  const response = await within(waitMs, coming);
  if (response === null || response.type === "error") return { from: "nobody" };
  if (response.type === "opaqueredirect") return { from: "led-on", response };
  if (!isOurs(response)) return { from: "stranger", response };
  return { from: isForLater(response) ? "us-later" : "us", response };
}

function isForLater({ status }: Response): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/**
 * What the product answers in JSON, read to its end; throws when it does not within that time: a request that
 * hangs would hold up whoever waits for the next. Null: it refuses, or leads elsewhere.
 */
export async function fetchJson(path: string, init: RequestInit, waitMs: number): Promise<unknown> {
  const controller = new AbortController();
  const tooLate = setTimeout(() => controller.abort(), waitMs);
  try {
    const response = await fetch(path, { ...init, signal: controller.signal });
    if (!isOurs(response)) throw new Error("somebody else answered");
    return response.ok && !response.redirected ? await response.json() : null;
  } finally {
    clearTimeout(tooLate);
  }
}

/** What comes in time; null: it failed, or took longer. */
export async function within<Value>(
  ms: number | null,
  coming: Promise<Value>,
): Promise<Value | null> {
  const came = coming.catch(() => null);
  if (ms === null) return came;
  const tooLate = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), ms);
  });
  return Promise.race([came, tooLate]);
}

/**
 * Whether a stranger's answer is shown where the phone has nothing: the page of a portal, on which she
 * signs in to the Wi-Fi (511 is made for it), but not a gateway that says that the product is away.
 */
export function isWorthSeeing({ status }: Response): boolean {
  return status < 500 || status === 511;
}
