import type { OwnProfile } from "#app/domain/phones/index.ts";

import type { OwnPart } from "./own-part.ts";
import type { PhonePort, Profile } from "./phone-port.ts";
import { keyOfChance, keyOfPin, lock, newSalt, type PinSalt, unlock } from "./pin-lock.ts";

/** Who learns on the phone now, with what is hers laid open. */
export interface Learner {
  readonly profile: Profile;
  readonly key: CryptoKey;
  readonly own: OwnPart;
}

export async function currentLearner(port: PhonePort): Promise<Learner | null> {
  const opened = await port.readOpened();
  const profile = opened === null ? null : await port.readProfile(opened.accountId);
  if (opened === null || profile === null || profile.own === null) return null;
  const own = await unlock(opened.key, profile.own);
  return own === null ? null : { profile, key: opened.key, own };
}

/**
 * The server has said who is signed in; from now on she learns on this phone.
 * @param pin that the server found right; null: it was not asked, and she is kept under a key of chance
 */
export async function takeOver(
  port: PhonePort,
  told: OwnProfile,
  pin: string | null,
): Promise<void> {
  const { accountId, name, picture, settings, sample, token, sealKey, helper } = told;
  for (;;) {
    const before = await port.readProfile(accountId);
    const { salt, key, own } = await keyFor(port, before, accountId, pin);
    const profile: Profile = {
      accountId,
      name,
      picture,
      settings,
      sample,
      pin: salt,
      wrongTries: 0,
      closedUntil: 0,
      own: await lock(key, { token, sealKey, helper, courses: own?.courses ?? {} }),
      revision: (before?.revision ?? 0) + 1,
    };
    if (!(await port.commit(profile, null))) continue;
    await port.writeOpened({ accountId, key });
    await port.writeSession({ accountId, toEnd: false });
    return;
  }
}

interface KeyForHer {
  readonly salt: PinSalt | null;
  readonly key: CryptoKey;
  /** What was hers on this phone before, where it can still be opened. */
  readonly own: OwnPart | null;
}

async function keyFor(
  port: PhonePort,
  before: Profile | null,
  accountId: string,
  pin: string | null,
): Promise<KeyForHer> {
  const open = await openPart(port, before, accountId);
  if (pin === null) {
    return open === null
      ? { salt: null, key: await keyOfChance(), own: null }
      : { salt: before?.pin ?? null, ...open };
  }
  const salt = before?.pin ?? newSalt();
  const key = await keyOfPin(pin, salt);
  const own = before === null || before.own === null ? null : await unlock(key, before.own);
  if (own !== null) return { salt, key, own };
  // Another PIN than the one before: it gets a salt of its own.
  const fresh = newSalt();
  return { salt: fresh, key: await keyOfPin(pin, fresh), own: open?.own ?? null };
}

/** What is hers, if it lies open. */
async function openPart(port: PhonePort, before: Profile | null, accountId: string) {
  const opened = await port.readOpened();
  if (before === null || before.own === null || opened?.accountId !== accountId) return null;
  const own = await unlock(opened.key, before.own);
  return own === null ? null : { key: opened.key, own };
}

const WRONG_TRIES_AT_MOST = 5;
export const CLOSED_MS = 15 * 60_000;

export type UnlockRefusal =
  { readonly code: "unknown" | "wrong" } | { readonly code: "wait"; readonly minutes: number };

/** Opens a learner's part without signal. A try is taken before the PIN is looked at. */
export async function openByPin(
  port: PhonePort,
  {
    accountId,
    pin,
    now,
  }: { readonly accountId: string; readonly pin: string; readonly now: number },
): Promise<UnlockRefusal | null> {
  const profile = await port.readProfile(accountId);
  if (profile === null || profile.own === null || profile.pin === null) return { code: "unknown" };
  const closedMs = profile.closedUntil - now;
  // A wait that is longer than any that we set was set by a clock that jumped since.
  if (closedMs > 0 && closedMs <= CLOSED_MS) {
    return { code: "wait", minutes: Math.ceil(closedMs / 60_000) };
  }
  const tries = profile.wrongTries + 1;
  const isLast = tries >= WRONG_TRIES_AT_MOST;
  const tried: Profile = {
    ...profile,
    wrongTries: isLast ? 0 : tries,
    closedUntil: isLast ? now + CLOSED_MS : 0,
    revision: profile.revision + 1,
  };
  if (!(await port.commit(tried, null))) return { code: "wrong" };
  const key = await keyOfPin(pin, profile.pin);
  if ((await unlock(key, profile.own)) === null) {
    return isLast ? { code: "wait", minutes: CLOSED_MS / 60_000 } : { code: "wrong" };
  }
  await port.commit(
    { ...tried, wrongTries: 0, closedUntil: 0, revision: tried.revision + 1 },
    null,
  );
  await port.writeOpened({ accountId, key });
  const session = await port.readSession();
  // The cookie of whoever signed in last is still in the browser.
  await port.writeSession({ ...session, toEnd: needsEnd(session.accountId, accountId) });
  return null;
}

function needsEnd(whose: string | null, accountId: string): boolean {
  return whose !== null && whose !== accountId;
}

/** Puts what is hers under a PIN. */
export async function lockByPin(port: PhonePort, learner: Learner, pin: string): Promise<void> {
  const salt = newSalt();
  const key = await keyOfPin(pin, salt);
  const { accountId } = learner.profile;
  for (;;) {
    const profile = await port.readProfile(accountId);
    const own = profile?.own ? await unlock(learner.key, profile.own) : null;
    if (profile === null || own === null) return;
    const { revision } = profile;
    const locked = { ...profile, pin: salt, own: await lock(key, own), revision: revision + 1 };
    if (!(await port.commit(locked, null))) continue;
    await port.writeOpened({ accountId, key });
    return;
  }
}

/** Hands the phone on: what is hers stays, under her PIN. */
export async function lockUp(port: PhonePort): Promise<void> {
  const opened = await port.readOpened();
  const profile = opened === null ? null : await port.readProfile(opened.accountId);
  if (profile !== null && profile.pin === null) await signOut(port);
  else await leave(port);
}

/** Clears what is hers from this phone. What waits to be sent is sealed, and stays. */
export async function signOut(port: PhonePort): Promise<void> {
  const opened = await port.readOpened();
  if (opened !== null) {
    const profile = await port.readProfile(opened.accountId);
    if (profile !== null) {
      const { revision } = profile;
      const cleared = { ...profile, own: null, pin: null, revision: revision + 1 };
      if (!(await port.commit(cleared, null))) return signOut(port);
    }
  }
  await leave(port);
}

async function leave(port: PhonePort): Promise<void> {
  await port.writeOpened(null);
  const session = await port.readSession();
  await port.writeSession({ ...session, toEnd: session.accountId !== null });
}
