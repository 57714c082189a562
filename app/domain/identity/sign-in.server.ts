import { createHash } from "node:crypto";

import type { Transact } from "#app/db/index.server.ts";
import { accept, type Clock, refuse, type Result } from "#app/domain/kernel/index.ts";

import { type AccountLogin, findAccounts, type FoundAccount } from "./account.store.server.ts";
import { isKnown, type KnownDevice, remember } from "./device.server.ts";
import { type Login, readLogin, readPin } from "./login.ts";
import { verifyPin } from "./pin.server.ts";

/**
 * Tries within a window; held in the database, so every process sees them. A try is taken before
 * the PIN is looked at, so a thousand at once are not a thousand tries.
 */
export interface TryLimit {
  /** Takes one try: 0 when there was one, else the seconds until the window ends. */
  readonly take: (key: string) => Promise<number>;
  /** Gives one try back. */
  readonly giveBack: (key: string) => Promise<void>;
  /** Gives all tries back. */
  readonly forget: (key: string) => Promise<void>;
}

export interface SignInDeps extends Clock {
  readonly transact: Transact;
  /** Per login: few. */
  readonly loginTries: TryLimit;
  /** Per network address: many, because a whole village shares one. */
  readonly addressTries: TryLimit;
  readonly deviceKey: Uint8Array;
}

export interface SignInInput {
  /** As typed; or the account whose face was tapped on a phone that knows it. */
  readonly login: string | { readonly accountId: string };
  readonly pin: string;
  readonly device: KnownDevice | null;
  readonly address: string;
}

export type SignInRefusal =
  | { readonly code: "login-unreadable" }
  | { readonly code: "pin-unreadable" }
  | { readonly code: "wrong" }
  /** Several people on this phone chose the same PIN: the card code tells them apart. */
  | { readonly code: "card-needed" }
  | { readonly code: "wait"; readonly minutes: number };

export interface SignedIn {
  readonly account: FoundAccount;
  readonly device: KnownDevice;
}

/**
 * Card code or phone number, and PIN. Five failures in 15 minutes close a login for the rest of
 * the window, counted apart for a phone that this account knows and for all others.
 */
export async function signIn(
  deps: SignInDeps,
  input: SignInInput,
): Promise<Result<SignedIn, SignInRefusal>> {
  const login = loginOf(input, deps.deviceKey);
  if (login.kind === "unreadable") return refuse({ code: "login-unreadable" });
  const pin = readPin(input.pin);
  if (pin === null) return refuse({ code: "pin-unreadable" });

  const found = await deps.transact("everywhere", (db) => findAccounts(db, login));
  const key = limitKey(login, found, input.device, deps.deviceKey);
  const wait = Math.max(
    await deps.loginTries.take(key),
    await deps.addressTries.take(input.address),
  );
  if (wait > 0) return refuse({ code: "wait", minutes: Math.ceil(wait / 60) });

  const fitting = await fittingAccounts(found, pin);
  const [account] = fitting;
  if (account === undefined) return refuse({ code: "wrong" });
  await deps.loginTries.forget(key);
  await deps.addressTries.giveBack(input.address);
  if (fitting.length > 1) return refuse({ code: "card-needed" });
  return accept({
    account,
    device: remember(input.device, account.id, deps.deviceKey, deps.newId()),
  });
}

/** A face opens only on a phone on which its account signed in before. */
function loginOf({ login, device }: SignInInput, deviceKey: Uint8Array): Login | AccountLogin {
  if (typeof login === "string") return readLogin(login);
  const { accountId } = login;
  return isKnown(device, accountId, deviceKey)
    ? { kind: "account", accountId }
    : { kind: "unreadable" };
}

async function fittingAccounts(
  found: readonly FoundAccount[],
  pin: string,
): Promise<readonly FoundAccount[]> {
  if (found.length === 0) await verifyPin(undefined, pin);
  const fits = await Promise.all(found.map(({ pinHash }) => verifyPin(pinHash, pin)));
  return found.filter((_, index) => fits[index] === true);
}

function limitKey(
  login: Exclude<Login | AccountLogin, { kind: "unreadable" }>,
  found: readonly FoundAccount[],
  device: KnownDevice | null,
  deviceKey: Uint8Array,
): string {
  const named = nameOf(login);
  const known = found.some(({ id }) => isKnown(device, id, deviceKey));
  const text = known && device !== null ? `${named}@${device.deviceId}` : named;
  return createHash("sha256").update(text).digest("base64url");
}

function nameOf(login: Exclude<Login | AccountLogin, { kind: "unreadable" }>): string {
  switch (login.kind) {
    case "phone":
      return login.phone;
    case "card":
      return login.cardCode;
    case "account":
      return login.accountId;
  }
}
