import { type DBSchema, type IDBPDatabase, openDB } from "idb";

import type { Envelope } from "#app/domain/phones/index.ts";

import { NOTHING_SENT, type SendingState, type Waiting } from "./outbox.ts";
import type { KeptCourse, Opened, PhonePort, Profile, ServerSession } from "./phone-port.ts";

interface PhoneSchema extends DBSchema {
  queue: {
    key: number;
    value: Omit<Waiting, "order"> & { order?: number };
    indexes: { id: string };
  };
  profiles: { key: string; value: Profile };
  opened: { key: "opened"; value: Opened };
  sending: { key: "sending"; value: SendingState };
  numbers: { key: "sequence"; value: number };
  session: { key: "session"; value: ServerSession };
  courses: { key: string; value: KeptCourse };
}

type PhoneDatabase = IDBPDatabase<PhoneSchema>;

const NOBODY: ServerSession = { accountId: null, toEnd: false };

const VERSION = 1;
const STORES = ["queue", "profiles", "courses", "opened", "sending", "numbers", "session"] as const;

interface OpenOptions {
  readonly name?: string;
  /** The browser closed it, or another version of the product wants it: it is to be opened anew. */
  readonly onClosed?: () => void;
}

/** What a phone keeps, in IndexedDB. Each method is one transaction that is on the disk when it ends. */
export async function openPhone({
  name = "nep-hoc",
  onClosed,
}: OpenOptions = {}): Promise<PhonePort> {
  const db = await openStores(name, onClosed ?? (() => undefined));
  return { ...queueOf(db), ...learnersOf(db), ...coursesOf(db) };
}

/**
 * Never makes it anew over one that is there: sealed work lies in it. One of a newer version, which was
 * rolled back since, is taken as it is; what one lacks is added to it.
 */
async function openStores(name: string, onClosed: () => void): Promise<PhoneDatabase> {
  const open = (version: number | undefined) =>
    openDB<PhoneSchema>(name, version, {
      upgrade: (db) => addStores(db),
      terminated: onClosed,
      blocking(_current, _wanted, event) {
        if (event.target instanceof IDBDatabase) event.target.close();
        onClosed();
      },
    });
  const found = await open(VERSION).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "VersionError") return open(undefined);
    throw error;
  });
  if (STORES.every((store) => found.objectStoreNames.contains(store))) return found;
  const next = found.version + 1;
  found.close();
  return open(next);
}

function addStores(db: PhoneDatabase): void {
  for (const store of STORES) {
    if (db.objectStoreNames.contains(store)) continue;
    if (store === "queue") {
      const queue = db.createObjectStore("queue", { keyPath: "order", autoIncrement: true });
      queue.createIndex("id", "id", { unique: true });
    } else if (store === "profiles") db.createObjectStore("profiles", { keyPath: "accountId" });
    else if (store === "courses") db.createObjectStore("courses", { keyPath: "id" });
    else db.createObjectStore(store);
  }
}

type Part<Name extends keyof PhonePort> = Pick<PhonePort, Name>;

function queueOf(
  db: PhoneDatabase,
): Part<
  "listAfter" | "remove" | "change" | "readSending" | "countWaiting" | "carry" | "nextSequence"
> {
  return {
    async listAfter(order, atMost) {
      const listed = await db.getAll("queue", IDBKeyRange.lowerBound(order, true), atMost);
      return listed.map((waiting) => ({ ...waiting, order: waiting.order ?? 0 }));
    },
    async remove(ids) {
      const tx = db.transaction("queue", "readwrite", { durability: "strict" });
      for (const id of ids) {
        const order = await tx.store.index("id").getKey(id);
        if (order !== undefined) await tx.store.delete(order);
      }
      await tx.done;
    },
    async change(decide) {
      const tx = db.transaction("sending", "readwrite");
      const [next, value] = decide((await tx.store.get("sending")) ?? NOTHING_SENT);
      await tx.store.put(next, "sending");
      await tx.done;
      return value;
    },
    readSending: async () => (await db.get("sending", "sending")) ?? NOTHING_SENT,
    async countWaiting() {
      const counts = new Map<string, number>();
      for (const { accountId } of await db.getAll("queue")) {
        const whose = accountId ?? "";
        counts.set(whose, (counts.get(whose) ?? 0) + 1);
      }
      return counts;
    },
    async carry(envelopes) {
      const tx = db.transaction("queue", "readwrite", { durability: "strict" });
      for (const { id, sealed } of envelopes) {
        const here = await tx.store.index("id").getKey(id);
        if (here === undefined) await tx.store.add({ id, sealed, accountId: null });
      }
      await tx.done;
    },
    async nextSequence() {
      const tx = db.transaction("numbers", "readwrite");
      const next = ((await tx.store.get("sequence")) ?? 0) + 1;
      await tx.store.put(next, "sequence");
      await tx.done;
      return next;
    },
  };
}

function learnersOf(
  db: PhoneDatabase,
): Part<
  | "readProfiles"
  | "readProfile"
  | "commit"
  | "removeProfile"
  | "readOpened"
  | "writeOpened"
  | "readSession"
  | "writeSession"
> {
  return {
    readProfiles: () => db.getAll("profiles"),
    readProfile: async (accountId) => (await db.get("profiles", accountId)) ?? null,
    commit: (profile, envelope) => commit(db, profile, envelope),
    removeProfile: (accountId) => db.delete("profiles", accountId),
    readOpened: async () => (await db.get("opened", "opened")) ?? null,
    async writeOpened(opened) {
      if (opened === null) await db.delete("opened", "opened");
      else await db.put("opened", opened, "opened");
    },
    readSession: async () => (await db.get("session", "session")) ?? NOBODY,
    async writeSession(session) {
      await db.put("session", session, "session");
    },
  };
}

async function commit(
  db: PhoneDatabase,
  profile: Profile,
  envelope: Envelope | null,
): Promise<boolean> {
  const tx = db.transaction(["profiles", "queue"], "readwrite", { durability: "strict" });
  const profiles = tx.objectStore("profiles");
  const before = await profiles.get(profile.accountId);
  if ((before?.revision ?? 0) + 1 !== profile.revision) {
    await tx.done;
    return false;
  }
  await Promise.all([
    profiles.put(profile),
    ...(envelope === null
      ? []
      : [tx.objectStore("queue").add({ ...envelope, accountId: profile.accountId })]),
    tx.done,
  ]);
  return true;
}

function coursesOf(
  db: PhoneDatabase,
): Part<"readCourses" | "readCourse" | "writeCourse" | "removeCourse"> {
  return {
    readCourses: () => db.getAll("courses"),
    readCourse: async (id) => (await db.get("courses", id)) ?? null,
    async writeCourse(course) {
      await db.put("courses", course);
    },
    removeCourse: (id) => db.delete("courses", id),
  };
}
