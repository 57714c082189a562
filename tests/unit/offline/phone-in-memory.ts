import { type Envelope, type SealedContent } from "#app/domain/phones/index.ts";
import type { OwnPart } from "#app/offline/own-part.ts";
import { NOTHING_SENT, type SendingState, type Waiting } from "#app/offline/outbox.ts";
import type { PhonePort, Profile } from "#app/offline/phone-port.ts";
import type { Locked } from "#app/offline/pin-lock.ts";

/** What lies on a phone: it outlives every worker that the phone starts and kills. */
export interface Disk {
  profiles: Map<string, Profile>;
  queue: Waiting[];
  sending: SendingState;
  sequence: number;
  order: number;
  full: boolean;
  /** Every envelope that was ever committed. */
  readonly committed: Map<string, Envelope>;
}

export function newDisk(): Disk {
  return {
    profiles: new Map(),
    queue: [],
    sending: NOTHING_SENT,
    sequence: 0,
    order: 0,
    full: false,
    committed: new Map(),
  };
}

/** The phone kills a worker where it likes: before a step, or after it. */
export class Life {
  #steps: number;
  constructor(steps: number) {
    this.#steps = steps;
  }
  step(): void {
    this.#steps -= 1;
    if (this.#steps < 0) throw new Error("killed");
  }
}

type WorkedPort = Pick<
  PhonePort,
  | "listAfter"
  | "remove"
  | "change"
  | "readProfile"
  | "commit"
  | "nextSequence"
  | "readSending"
  | "carry"
>;

/** Each call is one transaction, and the worker may be dead before it or after it. */
export function portOf(disk: Disk, life: Life): WorkedPort {
  const whole = async <Value>(act: () => Value): Promise<Value> => {
    await Promise.resolve();
    life.step();
    const value = act();
    life.step();
    return value;
  };
  const enqueue = (envelope: Envelope, accountId: string | null) => {
    disk.order += 1;
    disk.queue.push({ ...envelope, order: disk.order, accountId });
  };
  return {
    listAfter: (order, atMost) =>
      whole(() => disk.queue.filter((each) => each.order > order).slice(0, atMost)),
    remove: (ids) =>
      whole(() => {
        disk.queue = disk.queue.filter(({ id }) => !ids.includes(id));
      }),
    change: (decide) =>
      whole(() => {
        const [next, value] = decide(disk.sending);
        disk.sending = next;
        return value;
      }),
    readProfile: (accountId) => whole(() => disk.profiles.get(accountId) ?? null),
    commit: (profile, envelope) =>
      whole(() => {
        if (disk.full) throw new Error("QuotaExceededError");
        const before = disk.profiles.get(profile.accountId)?.revision ?? 0;
        if (before + 1 !== profile.revision) return false;
        disk.profiles.set(profile.accountId, profile);
        if (envelope !== null) {
          enqueue(envelope, profile.accountId);
          disk.committed.set(envelope.id, envelope);
        }
        return true;
      }),
    nextSequence: () =>
      whole(() => {
        disk.sequence += 1;
        return disk.sequence;
      }),
    readSending: () => whole(() => disk.sending),
    carry: (envelopes) =>
      whole(() => {
        const here = new Set(disk.queue.map(({ id }) => id));
        for (const envelope of envelopes.filter(({ id }) => !here.has(id))) enqueue(envelope, null);
      }),
  };
}

/** Stands for the seal, which takes a hundred times longer: a text of the same shape. */
export async function openSeal(_key: unknown, content: SealedContent): Promise<Envelope> {
  const text = Buffer.from(JSON.stringify(content)).toString("base64url");
  return { id: content.item.id, sealed: `h..i.${text}.t` };
}

export function sealedIn({ sealed }: Pick<Envelope, "sealed">): SealedContent {
  return JSON.parse(Buffer.from(sealed.split(".")[3] ?? "", "base64url").toString());
}

/** Stands for her own key. */
export async function openLock(_key: unknown, own: OwnPart): Promise<Locked> {
  const data = new TextEncoder().encode(JSON.stringify(own)).buffer;
  return { iv: new Uint8Array(0), data };
}

export async function openUnlock(_key: unknown, { data }: Locked): Promise<OwnPart | null> {
  return JSON.parse(new TextDecoder().decode(data));
}
