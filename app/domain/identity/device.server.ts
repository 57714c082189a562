import { createHmac, timingSafeEqual } from "node:crypto";

const ACCOUNTS_AT_MOST = 8;

/**
 * The cookie by which a phone shows that an account signed in on it before: `<device>~<mac>~<mac>…`.
 * Failures from a known phone and from elsewhere are counted apart, so a stranger who guesses
 * cannot lock the owner out of her own phone (OWASP: device cookies).
 */
export interface KnownDevice {
  readonly deviceId: string;
  readonly marks: readonly string[];
}

export function readDevice(cookie: unknown): KnownDevice | null {
  const [deviceId, ...marks] = typeof cookie === "string" ? cookie.split("~") : [];
  return deviceId === undefined || !/^[0-9a-f-]{36}$/u.test(deviceId)
    ? null
    : { deviceId, marks: marks.slice(0, ACCOUNTS_AT_MOST) };
}

export function writeDevice(device: KnownDevice): string {
  return [device.deviceId, ...device.marks].join("~");
}

export function isKnown(device: KnownDevice | null, accountId: string, key: Uint8Array): boolean {
  if (device === null) return false;
  const expected = Buffer.from(mark(device.deviceId, accountId, key));
  return device.marks.some((given) => {
    const bytes = Buffer.from(given);
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
}

/** The device after this account signed in on it; `freshId` names it when it was unknown. */
export function remember(
  device: KnownDevice | null,
  accountId: string,
  key: Uint8Array,
  freshId: string,
): KnownDevice {
  const deviceId = device?.deviceId ?? freshId;
  const own = mark(deviceId, accountId, key);
  const others = (device?.marks ?? []).filter((given) => given !== own);
  return { deviceId, marks: [own, ...others].slice(0, ACCOUNTS_AT_MOST) };
}

function mark(deviceId: string, accountId: string, key: Uint8Array): string {
  return createHmac("sha256", key)
    .update(`${deviceId}:${accountId}`)
    .digest("base64url")
    .slice(0, 22);
}
