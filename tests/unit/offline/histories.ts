import fc from "fast-check";
import { expect } from "vitest";

import { carriedText, codesOf, readCarried, readCodes } from "#app/domain/phones/index.ts";

import { Life, newDisk, portOf } from "./phone-in-memory.ts";
import {
  act,
  expectNothingLost,
  type Fault,
  LEARNERS,
  send,
  type World,
  YEAR_MS,
} from "./two-phones.ts";

export type Event =
  | {
      readonly kind: "act";
      readonly phone: 0 | 1;
      readonly learner: "a" | "b";
      readonly token: number | null;
      readonly steps: number;
    }
  | { readonly kind: "two-taps"; readonly phone: 0 | 1; readonly token: number }
  | {
      readonly kind: "send";
      readonly phone: 0 | 1;
      readonly faults: readonly Fault[];
      readonly steps: number;
      readonly eager: boolean;
      readonly twoAtOnce: boolean;
    }
  | { readonly kind: "clock"; readonly phone: 0 | 1; readonly years: number }
  | { readonly kind: "content"; readonly known: boolean }
  | { readonly kind: "full"; readonly phone: 0 | 1; readonly full: boolean }
  | { readonly kind: "sign-out-and-in"; readonly phone: 0 | 1; readonly learner: "a" | "b" }
  | { readonly kind: "carry"; readonly from: 0 | 1; readonly how: "file" | "qr" | "other-phone" }
  | { readonly kind: "arrives-late" };

const phoneNumber = fc.constantFrom(0 as const, 1 as const);
const learner = fc.constantFrom(...LEARNERS);
/** Most workers live long enough; some are killed at any step. */
const steps = fc.oneof(
  { weight: 3, arbitrary: fc.constant(10_000) },
  fc.integer({ min: 0, max: 24 }),
);
const fault = fc.constantFrom<Fault>(
  "none",
  "request-lost",
  "answer-lost",
  "twice",
  "receipts-in-disorder",
  "half-the-receipts",
  "receipts-of-before",
  "late",
  "server-fault",
);

export const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("act" as const),
      phone: phoneNumber,
      learner,
      token: fc.option(fc.integer({ min: 0, max: 3 })),
      steps,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("send" as const),
      phone: phoneNumber,
      faults: fc.array(fault, { maxLength: 4 }),
      steps,
      eager: fc.boolean(),
      twoAtOnce: fc.boolean(),
    }),
  },
  fc.record({
    kind: fc.constant("two-taps" as const),
    phone: phoneNumber,
    token: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({
    kind: fc.constant("clock" as const),
    phone: phoneNumber,
    years: fc.constantFrom(-10, -1, 1, 10),
  }),
  fc.record({ kind: fc.constant("content" as const), known: fc.boolean() }),
  fc.record({ kind: fc.constant("full" as const), phone: phoneNumber, full: fc.boolean() }),
  fc.record({ kind: fc.constant("sign-out-and-in" as const), phone: phoneNumber, learner }),
  fc.record({
    kind: fc.constant("carry" as const),
    from: phoneNumber,
    how: fc.constantFrom("file" as const, "qr" as const, "other-phone" as const),
  }),
  fc.constant({ kind: "arrives-late" as const }),
);

async function happen(world: World, what: Event): Promise<void> {
  switch (what.kind) {
    case "act":
      return act(world, world.phones[what.phone], what.learner, what);
    case "two-taps": {
      const tap = { token: what.token, steps: 10_000 };
      const phone = world.phones[what.phone];
      await Promise.all([act(world, phone, "a", tap), act(world, phone, "a", tap)]);
      return;
    }
    case "send": {
      const phone = world.phones[what.phone];
      const second = what.twoAtOnce ? [send(world, phone, what)] : [];
      await Promise.all([send(world, phone, what), ...second]);
      return;
    }
    case "clock":
      world.phones[what.phone].clock += what.years * YEAR_MS;
      return;
    case "content":
      world.server.knowContent(what.known);
      return;
    case "full":
      world.phones[what.phone].disk.full = what.full;
      return;
    case "sign-out-and-in":
      return world.signIn(world.phones[what.phone], what.learner);
    case "carry":
      return carry(world, what.from, what.how);
    case "arrives-late": {
      const late = world.onTheWay.pop();
      if (late !== undefined) await world.server.receive(late, "same-phone");
    }
  }
}

async function carry(world: World, from: 0 | 1, how: "file" | "qr" | "other-phone"): Promise<void> {
  const text = carriedText(world.phones[from].disk.queue);
  const codes = readCodes(codesOf(text).toReversed());
  const { envelopes } = readCarried(how === "qr" && codes.state === "whole" ? codes.text : text);
  expect(envelopes.length).toBe(world.phones[from].disk.queue.length);
  if (how !== "other-phone") await world.server.receive(envelopes, how);
  else await portOf(world.phones[1 - from]?.disk ?? newDisk(), new Life(10)).carry(envelopes);
}

/** The signal is back, clocks stand wherever they jumped to. */
async function settle(world: World): Promise<void> {
  for (const phone of world.phones) {
    phone.clock += 1_000_000;
    await send(world, phone, { faults: [], steps: 100_000, eager: true });
    if (!world.trusting) expect(phone.disk.queue, "still waits").toEqual([]);
  }
}

export async function history(world: World, events: readonly Event[]): Promise<void> {
  for (const each of events) {
    await happen(world, each);
    await expectNothingLost(world);
  }
  await settle(world);
  await expectNothingLost(world);
}
