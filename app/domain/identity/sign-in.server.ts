import { createHash } from "node:crypto";

import type { Transact } from "#app/db/index.server.ts";
import { accept, type Clock, refuse, type Result } from "#app/domain/kernel/index.ts";

import { type AccountLogin, findAccounts, type FoundAccount } from "./account.store.server.ts";
import { isKnown, type KnownDevice, remember } from "./device.server.ts";
import {
  forgiveGuesses,
  giveGuessBack,
  type GuessLimits,
  takeGuess,
  wayKey,
} from "./guess-limits.server.ts";
import { type Login, readLogin, readPin } from "./login.ts";
import { verifyPin } from "./pin.server.ts";

export interface SignInDeps extends Clock, GuessLimits {
  readonly transact: Transact;
  readonly deviceKey: Uint8Array;
  /**
   * Begins with a guess and is over when it may be answered: the same for one account and for several
   * behind a number, so that the time does not tell who shares one.
   */
  readonly evenTime: () => Promise<void>;
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
 * Card code or phone number, and PIN. After five failures an account is slow to take more, which its
 * owner's own phones do not feel (`WayIn`); each account behind a shared number is counted for itself.
 */
export async function signIn(
  deps: SignInDeps,
  input: SignInInput,
): Promise<Result<SignedIn, SignInRefusal>> {
  const login = loginOf(input, deps.deviceKey);
  if (login.kind === "unreadable") return refuse({ code: "login-unreadable" });
  const pin = readPin(input.pin);
  if (pin === null) return refuse({ code: "pin-unreadable" });

  const answerable = deps.evenTime();
  const result = await guess(deps, input, { login, pin });
  await answerable;
  return result;
}

interface Guessed {
  readonly account: FoundAccount;
  readonly key: string;
}

async function guess(
  deps: SignInDeps,
  input: SignInInput,
  { login, pin }: { readonly login: ReadLogin; readonly pin: string },
): Promise<Result<SignedIn, SignInRefusal>> {
  const { device } = input;
  const found = await deps.transact("everywhere", (db) => findAccounts(db, login));
  const isStranger = found.every(({ id }) => !isKnown(device, id, deps.deviceKey));
  const whence = await takeWhence(deps, input, isStranger);
  if (whence > 0) return refuse(waitOf(whence));

  const { open, wait } = await takeGuesses(deps, { found, login, device });
  if (open.length === 0 && wait > 0) return refuse(waitOf(wait));
  const fitting = await fittingGuesses(open, pin);
  const [only] = fitting;
  // Hers may be the one that takes no guess now.
  if (only === undefined) return refuse(wait > 0 ? waitOf(wait) : { code: "wrong" });

  if (device !== null) await deps.deviceTries.giveBack(device.deviceId);
  if (isStranger) await deps.addressTries.giveBack(input.address);
  for (const each of open) {
    if (fitting.includes(each)) await forgiveGuesses(deps, each.key);
    else await giveGuessBack(deps, each.key);
  }
  if (fitting.length > 1) return refuse({ code: "card-needed" });
  const { account } = only;
  return accept({ account, device: remember(device, account.id, deps.deviceKey, deps.newId()) });
}

type ReadLogin = Exclude<Login | AccountLogin, { readonly kind: "unreadable" }>;

/** A face opens only on a phone on which its account signed in before. */
function loginOf({ login, device }: SignInInput, deviceKey: Uint8Array): Login | AccountLogin {
  if (typeof login === "string") return readLogin(login);
  const { accountId } = login;
  return isKnown(device, accountId, deviceKey)
    ? { kind: "account", accountId }
    : { kind: "unreadable" };
}

/** Of the phone and the line it comes by. A phone that knows none of the accounts has no say of its own. */
async function takeWhence(
  { deviceTries, addressTries }: GuessLimits,
  { device, address }: SignInInput,
  isStranger: boolean,
): Promise<number> {
  const ofAddress = isStranger ? await addressTries.take(address) : 0;
  if (ofAddress > 0 || device === null) return ofAddress;
  return deviceTries.take(device.deviceId);
}

/** A guess at each account that the login names, or at a name that nobody has. */
async function takeGuesses(
  deps: SignInDeps,
  of: {
    readonly found: readonly FoundAccount[];
    readonly login: ReadLogin;
    readonly device: KnownDevice | null;
  },
): Promise<{ readonly open: readonly Guessed[]; readonly wait: number }> {
  const { found, login, device } = of;
  if (found.length === 0) return { open: [], wait: await takeGuess(deps, hidden(nameOf(login))) };
  const open: Guessed[] = [];
  let wait = 0;
  for (const account of found) {
    const isOwnPhone = device !== null && isKnown(device, account.id, deps.deviceKey);
    const key = wayKey(
      isOwnPhone
        ? { kind: "known", accountId: account.id, device }
        : { kind: "stranger", name: hidden(account.id) },
    );
    const shut = await takeGuess(deps, key);
    if (shut === 0) open.push({ account, key });
    wait = Math.max(wait, shut);
  }
  return { open, wait };
}

async function fittingGuesses(open: readonly Guessed[], pin: string): Promise<readonly Guessed[]> {
  if (open.length === 0) await verifyPin(undefined, pin);
  const fits = await Promise.all(open.map(({ account }) => verifyPin(account.pinHash, pin)));
  return open.filter((_, index) => fits[index] === true);
}

function waitOf(seconds: number): SignInRefusal {
  return { code: "wait", minutes: Math.ceil(seconds / 60) };
}

/** Phone numbers and card codes do not stand in the table of tries. */
function hidden(name: string): string {
  return createHash("sha256").update(name).digest("base64url");
}

function nameOf(login: ReadLogin): string {
  switch (login.kind) {
    case "phone":
      return login.phone;
    case "card":
      return login.cardCode;
    case "account":
      return login.accountId;
  }
}
