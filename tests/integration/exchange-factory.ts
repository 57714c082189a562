import { v7 as uuidv7 } from "uuid";

import type { Transact } from "#app/db/index.server.ts";
import type { Delivery, Outgoing, RemoteStore } from "#app/domain/exchange/index.ts";
import { faultOf, ForwardForm } from "#app/domain/exchange/index.ts";
import {
  addForward,
  type ExchangeDeps,
  forwardStep,
  type OutboundHttp,
} from "#app/domain/exchange/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { storeStatements } from "#app/domain/xapi/index.server.ts";
import { addPerson, addVillage, BAC_HA, LAO_CAI, NOW } from "#tests/setup/people.ts";

export const BASE = "https://nep-hoc.example/xapi";
export const PRODUCT = { account: { homePage: BASE, name: "nep-hoc" } };
export const VOIDED = "http://adlnet.gov/expapi/verbs/voided";

/** What happens to one request. */
export type Mood =
  | "well"
  /** It does not answer, and stored nothing. */
  | "away"
  /** It stored everything, and the answer got lost. */
  | "lost"
  | "busy"
  /** The worker dies before, or after, the other store has it. */
  | "dies-before"
  | "dies-after"
  /** So slow that others think the worker is dead. */
  | "slow";

/** Another record store, in memory: a batch is stored whole or not at all. */
export interface FakeRemote extends RemoteStore {
  /** In the order in which they came first. */
  readonly arrived: readonly Outgoing[];
  /** Ids that it refuses. */
  readonly refused: Set<string>;
  readonly ids: () => readonly string[];
}

export interface FakeOptions {
  /** What happens to the next request. */
  readonly mood?: () => Mood;
  /** What goes on while it is slow. */
  readonly meanwhile?: () => Promise<void>;
  /** Answers 409 to what it has, also when it is the same. */
  readonly strict?: boolean;
  readonly most?: number;
}

export function fakeRemote(options: FakeOptions = {}): FakeRemote {
  const { mood = () => "well", meanwhile, strict = false, most = 1000 } = options;
  const kept = new Map<string, Outgoing>();
  const refused = new Set<string>();
  const differs = ({ id, text }: Outgoing) =>
    kept.has(id) && (strict || kept.get(id)?.text !== text);
  const store = (batch: readonly Outgoing[]): Delivery => {
    if (batch.length > most) return { kind: "refused", fault: faultOf("too-large", 413) };
    if (batch.some(({ id }) => refused.has(id))) {
      return { kind: "refused", fault: faultOf("refused", 400, "no such verb") };
    }
    if (batch.some((one) => differs(one))) {
      return { kind: "refused", fault: faultOf("conflict", 409) };
    }
    for (const one of batch) if (!kept.has(one.id)) kept.set(one.id, one);
    return { kind: "stored" };
  };
  return {
    refused,
    get arrived() {
      return [...kept.values()];
    },
    ids: () => [...kept.keys()],
    async send(batch) {
      const now = mood();
      if (now === "slow") await meanwhile?.();
      switch (now) {
        case "away":
          return awayFor("unreachable");
        case "busy":
          return { ...awayFor("busy"), retryAfterSeconds: 30 };
        case "dies-before":
          throw new Death();
        case "lost":
          store(batch);
          return awayFor("unreachable");
        case "dies-after":
          store(batch);
          throw new Death();
        case "well":
        case "slow":
          return store(batch);
      }
    },
    async find(id) {
      const one = kept.get(id);
      return one === undefined ? { kind: "unread" } : { kind: "found", text: one.text };
    },
    versions: async () => ["2.0.0", "1.0.3"],
  };
}

const awayFor = (code: "unreachable" | "busy") => ({
  kind: "away" as const,
  fault: faultOf(code),
  retryAfterSeconds: null,
});

/** A worker's end, in the middle of what it was doing. */
export class Death extends Error {
  override readonly name = "Death";
}

export interface TestExchange {
  readonly deps: ExchangeDeps;
  readonly officer: Actor;
  /** Moves the clock on. */
  readonly pass: (milliseconds: number) => void;
  readonly forward: (typed?: Partial<typeof TYPED>) => Promise<string>;
  /** Two seconds later: works until nothing is due any more. */
  readonly drain: () => Promise<void>;
}

/** What an officer types. */
export const TYPED = {
  name: "Kho của Sở",
  endpoint: "https://kho.tinh.example/xapi",
  user: "nep-hoc",
  secret: "bí mật",
  version: "2.0.0",
  persons: "as-recorded",
  courses: [] as string[],
  activities: "",
  verbs: [] as string[],
  otherVerbs: "",
  start: { kind: "beginning", day: "" },
};

/** After this, whoever found nothing looks again. */
const LOOKED_AGAIN_MILLISECONDS = 2000;

/** A province with an officer, and a remote store that is reached at any address, or the real ways out. */
export async function openExchange(
  transact: Transact,
  remote: RemoteStore | OutboundHttp,
  clock: { now: Date } = { now: NOW },
): Promise<TestExchange> {
  const villageId = await addVillage(transact);
  const officer = await addPerson(transact, {
    villageId,
    fullName: "Vàng Seo Páo",
    office: { role: "provincial_officer", placeId: LAO_CAI, title: "Chuyên viên" },
  });
  const deps: ExchangeDeps = {
    transact,
    now: () => clock.now,
    newId: () => uuidv7(),
    baseIri: BASE,
    outward:
      "open" in remote
        ? remote
        : {
            open: () => remote,
            policy: { privateHosts: [], loopback: false },
            secretKey: new Uint8Array(32).fill(1),
            pseudonymKey: new Uint8Array(32).fill(2),
            chance: () => 0.5,
          },
  };
  const pass = (milliseconds: number) => {
    clock.now = new Date(clock.now.getTime() + milliseconds);
  };
  return {
    deps,
    officer,
    pass,
    async forward(typed = {}) {
      const added = await addForward(deps, officer, {
        provinceId: LAO_CAI,
        forwardId: uuidv7(),
        form: ForwardForm.parse({ ...TYPED, ...typed }),
      });
      return valueOf(added).forwardId;
    },
    async drain() {
      pass(LOOKED_AGAIN_MILLISECONDS);
      // What was stored in this very millisecond is sent in the next.
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
      for (let turn = 0; turn < 50; turn += 1) {
        // oxlint-disable-next-line no-await-in-loop -- one turn after another
        const outcome = await forwardStep(deps);
        pass(1);
        if (outcome.kind === "idle") return;
      }
      throw new Error("it does not come to an end");
    },
  };
}

export function learned(parts: Readonly<Record<string, unknown>> = {}) {
  return {
    id: uuidv7(),
    actor: { account: { homePage: BASE, name: "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10" } },
    verb: { id: "http://adlnet.gov/expapi/verbs/completed" },
    object: { id: `${BASE}/khoa-hoc/quet-ma` },
    timestamp: "2026-11-20T01:00:00Z",
    ...parts,
  };
}

export const voiding = (id: string) =>
  learned({ verb: { id: VOIDED }, object: { objectType: "StatementRef", id } });

/** Stores statements in a commune, as our own lessons do; answers their ids. */
export async function keep(
  transact: Transact,
  statements: readonly { readonly id: string }[],
  communeId: string = BAC_HA,
): Promise<readonly string[]> {
  const outcomes = await transact([communeId], (db) =>
    storeStatements(db, {
      communeId,
      authority: PRODUCT,
      statements,
    }),
  );
  const bad = outcomes.find(({ outcome }) => outcome !== "stored");
  if (bad !== undefined) throw new Error(JSON.stringify(bad));
  return statements.map(({ id }) => id);
}
