import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import type { Envelope, EnvelopeReceipt, Received } from "#app/domain/phones/index.ts";
import { keepAct } from "#app/offline/keep-act.ts";
import { ownCourse, withAttempt, withCourse } from "#app/offline/own-part.ts";
import { sendWaiting } from "#app/offline/outbox.ts";

import {
  type Disk,
  Life,
  newDisk,
  openLock,
  openSeal,
  openUnlock,
  portOf,
  sealedIn,
} from "./phone-in-memory.ts";

export const YEAR_MS = 365.25 * 24 * 3_600_000;
const TRUE_NOW = Date.parse("2026-11-22T03:00:00.000Z");

/** What takes envelopes in: the model below, or the real server. */
export interface Counting {
  readonly receive: (
    envelopes: readonly Envelope[],
    carried: "same-phone" | "other-phone" | "file" | "qr",
  ) => Promise<readonly EnvelopeReceipt[]>;
  /** Which of these acts it has, by their ids. */
  readonly has: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** How often each quiz was counted, by its token. */
  readonly counts: () => Promise<ReadonlyMap<string, number>>;
  /** Whether it knows the course that the acts are of. */
  readonly knowContent: (known: boolean) => void;
}

/** The contract of handing in: an id is one act, a token is one attempt, nothing is thrown away. */
export class ServerModel implements Counting {
  readonly #handedIn = new Map<string, EnvelopeReceipt["outcome"]>();
  readonly #counted = new Map<string, number>();
  #contentKnown = true;
  readonly #idempotent: boolean;
  constructor(idempotent: boolean) {
    this.#idempotent = idempotent;
  }
  async has(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(ids.filter((id) => this.#handedIn.has(id)));
  }
  async counts(): Promise<ReadonlyMap<string, number>> {
    return this.#counted;
  }
  knowContent(known: boolean): void {
    this.#contentKnown = known;
  }
  async receive(envelopes: readonly Envelope[]): Promise<readonly EnvelopeReceipt[]> {
    return envelopes.map((envelope) => {
      const { item } = sealedIn(envelope);
      const before = this.#handedIn.get(item.id);
      if (before !== undefined && this.#idempotent) return { id: item.id, outcome: "same" };
      const outcome = this.#judge(item.act.kind === "quiz" ? item.act.token : null);
      this.#handedIn.set(item.id, outcome);
      return { id: item.id, outcome };
    });
  }
  #judge(token: string | null): EnvelopeReceipt["outcome"] {
    if (!this.#contentKnown) return "set-aside";
    if (token === null) return "recorded";
    const times = this.#counted.get(token) ?? 0;
    if (times > 0 && this.#idempotent) return "already-judged";
    this.#counted.set(token, times + 1);
    return "recorded";
  }
}

/** What goes wrong on the way of one post. */
export type Fault =
  | "none"
  | "request-lost"
  | "answer-lost"
  | "twice"
  | "receipts-in-disorder"
  | "half-the-receipts"
  | "receipts-of-before"
  | "late"
  | "server-fault";

export interface Phone {
  readonly disk: Disk;
  clock: number;
}

export interface World {
  readonly signIn: SignIn;
  readonly phones: readonly [Phone, Phone];
  readonly server: Counting;
  /** Ids of acts of which she was told that they are kept. */
  readonly told: Set<string>;
  /** Tokens of quizzes that a page showed: both phones of one learner have the same draw. */
  readonly tokens: readonly string[];
  /** Posts that the network still carries. */
  readonly onTheWay: (readonly Envelope[])[];
  lastReceipts: readonly EnvelopeReceipt[];
  readonly trusting: boolean;
}

export const LEARNERS = ["a", "b"] as const;
// No test here locks anything by it.
const OWN_KEY: CryptoKey = {
  algorithm: { name: "AES-GCM" },
  extractable: false,
  type: "secret",
  usages: [],
};

/** Two phones, both learners on each. `trusting`: phones take any end of a post for a receipt. */
export async function newWorld(
  server: Counting,
  signIn: SignIn = noTokens,
  trusting = false,
): Promise<World> {
  const world: World = {
    phones: [
      { disk: newDisk(), clock: TRUE_NOW },
      { disk: newDisk(), clock: TRUE_NOW },
    ],
    server,
    signIn,
    told: new Set(),
    tokens: Array.from({ length: 4 }, () => uuidv7()),
    onTheWay: [],
    lastReceipts: [],
    trusting,
  };
  for (const phone of world.phones) {
    for (const learner of LEARNERS) await signIn(phone, learner);
  }
  return world;
}

/** Signs a learner in on a phone, which from now on hands in for her by a new token. */
export type SignIn = (phone: Phone, learner: "a" | "b") => Promise<void>;

const noTokens: SignIn = async (phone, learner) => putProfile(phone, learner, uuidv7());

export function putProfile({ disk }: Phone, accountId: string, token: string): void {
  const before = disk.profiles.get(accountId);
  const own = { token, sealKey: null, helper: null, courses: {} };
  disk.profiles.set(accountId, {
    accountId,
    name: accountId,
    picture: "buffalo",
    settings: { locale: null, easyView: false, dataSaver: false },
    sample: false,
    pin: null,
    wrongTries: 0,
    closedUntil: 0,
    own: {
      iv: new Uint8Array(0),
      data: new TextEncoder().encode(JSON.stringify(own)).buffer,
    },
    revision: (before?.revision ?? 0) + 1,
  });
}

export async function act(
  world: World,
  phone: Phone,
  learner: string,
  what: { readonly token: number | null; readonly steps: number },
): Promise<void> {
  phone.clock += 1000;
  const token = what.token === null ? null : (world.tokens[what.token] ?? "");
  const version = "a".repeat(64);
  const frame = { courseId: "khoa-mau", lessonId: "bai-mot", contentVersion: version };
  const kept = await keepAct(
    {
      port: portOf(phone.disk, new Life(what.steps)),
      now: () => new Date(phone.clock),
      newId: () => uuidv7(),
      seal: openSeal,
      lock: openLock,
      unlock: openUnlock,
    },
    { accountId: learner, key: OWN_KEY },
    (own, { itemId, at }) => {
      if (token === null) return { own, act: { kind: "opened", ...frame }, value: itemId };
      const course = ownCourse(own, frame.courseId);
      const before = course.attempts.find((attempt) => attempt.token === token);
      if (before !== undefined) return { own, act: null, value: before.itemId };
      const attempt = {
        token,
        itemId,
        lessonId: frame.lessonId,
        contentVersion: version,
        questionIds: ["q1"],
        answers: { q1: ["0"] },
        at: at.toISOString(),
        judged: null,
      };
      return {
        own: withCourse(own, frame.courseId, withAttempt(course, attempt)),
        act: { kind: "quiz", ...frame, token, answers: attempt.answers },
        value: itemId,
      };
    },
  ).catch(() => null);
  if (kept !== null) world.told.add(kept.value);
}

export async function send(
  world: World,
  phone: Phone,
  how: { readonly faults: readonly Fault[]; readonly steps: number; readonly eager: boolean },
): Promise<void> {
  const faults = [...how.faults];
  const life = new Life(how.steps);
  const sending = sendWaiting(
    {
      port: portOf(phone.disk, life),
      now: () => phone.clock,
      newId: () => uuidv7(),
      post: async ({ envelopes, carried }) => {
        life.step();
        const fault = faults.shift() ?? "none";
        if (fault === "late") world.onTheWay.push(envelopes);
        const answer = await overTheNetwork(world, phone, fault, () =>
          world.server.receive(envelopes, carried),
        ).catch((error: unknown) => {
          if (world.trusting) return null;
          throw error;
        });
        life.step();
        if (!world.trusting) return answer ?? { receipts: [], now: trueNow() };
        // A phone that takes any end of a post for a receipt.
        return {
          receipts: envelopes.map(({ id }) => ({ id, outcome: "recorded" as const })),
          now: trueNow(),
        };
      },
    },
    { eager: how.eager, isAlone: false },
  );
  await sending.catch(() => undefined);
}

const trueNow = () => new Date(TRUE_NOW).toISOString();

async function overTheNetwork(
  world: World,
  phone: Phone,
  fault: Fault,
  receive: () => Promise<readonly EnvelopeReceipt[]>,
): Promise<Received> {
  phone.clock += 500;
  const answered = (receipts: readonly EnvelopeReceipt[]): Received => {
    const before = world.lastReceipts;
    world.lastReceipts = receipts;
    return {
      receipts: fault === "receipts-of-before" ? [...before] : [...receipts],
      now: trueNow(),
    };
  };
  switch (fault) {
    case "none":
    case "receipts-of-before":
      return answered(await receive());
    case "request-lost":
    case "late":
      throw new Error("no signal");
    case "answer-lost":
      await receive();
      throw new Error("no signal");
    case "twice":
      await receive();
      return answered(await receive());
    case "receipts-in-disorder":
      return answered((await receive()).toReversed());
    case "half-the-receipts":
      return answered((await receive()).filter((_, index) => index % 2 === 0));
    case "server-fault":
      return answered((await receive()).map(({ id }) => ({ id, outcome: "later" })));
  }
}

/** What leaves a queue is at the server; what she was told is kept is in a queue or at the server. */
export async function expectNothingLost(world: World): Promise<void> {
  for (const { disk } of world.phones) {
    const waiting = new Set(disk.queue.map(({ id }) => id));
    const gone = [...disk.committed.keys()].filter((id) => !waiting.has(id));
    expect((await world.server.has(gone)).size, "left without receipt").toBe(gone.length);
  }
  const committed = new Set(world.phones.flatMap(({ disk }) => [...disk.committed.keys()]));
  for (const id of world.told) expect(committed.has(id), "told and not kept").toBe(true);
  for (const times of (await world.server.counts()).values())
    expect(times, "counted twice").toBe(1);
}
