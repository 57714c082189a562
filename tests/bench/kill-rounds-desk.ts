// A commune's official at work: verifies, undoes, prepares decisions, throws them away, issues some.
import { dayOf, formatDay } from "#app/domain/kernel/index.ts";

import type { Worker } from "./kill-rounds-load.ts";
import { insist, offered } from "./kill-rounds-visitor.ts";

/** What an official has on the desk. */
export interface Desk {
  /** Acts that verified something, the newest last. */
  readonly acts: string[];
  /** The decision that waits for the chair's signature. */
  draft: string | null;
  /** Begins the numbers of this desk's decisions. */
  readonly series: string;
  issued: number;
}

const DESK = "/ban-xet";
/** Posts go to the queue itself, not to the layout around the desk. */
const QUEUE = `${DESK}?index`;
const DECISIONS = "/ban-xet/quyet-dinh";
/** Endorsed cases that issuing leaves for the next rounds. */
const CASES_KEPT = 1;

export async function review(worker: Worker, desk: Desk): Promise<void> {
  const turn = worker.dice.roll(100);
  if (turn < 35) await verify(worker, desk);
  else if (turn < 55) await undo(worker, desk);
  else if (desk.draft === null) await prepare(worker, desk);
  else if (turn < 80) await discard(worker, desk, desk.draft);
  else await issue(worker, desk, desk.draft);
}

async function verify({ visitor, dice, ledger }: Worker, desk: Desk): Promise<void> {
  const queue = await insist(() => visitor.get(QUEUE));
  const waiting = offered(queue.body, "ho-so");
  const ticked = waiting.filter((_, index) => index < 1 || dice.chance(30));
  if (ticked.length === 0) return;
  const fields = ticked.map((value) => ["ho-so", value] as const);
  const { status, location } = await insist(() => visitor.post(QUEUE, fields));
  const told = new URL(location, "http://desk");
  const [, actId] = /^\/ban-xet\/dot-xet\/([0-9a-f-]{36})$/u.exec(told.pathname) ?? [];
  if (actId === undefined) {
    if (status !== 422) throw new Error(`${QUEUE} answered ${status} ${location}`);
    return;
  }
  const left = new Map(
    told.searchParams.getAll("con").map((text) => {
      const [assessmentId = "", reason = ""] = text.split(".");
      return [assessmentId, reason];
    }),
  );
  const ids = ticked.map((value) => value.split(".")[0] ?? "");
  const covered = ids.filter((id) => !left.has(id));
  // Sent again after silence: the page shows the act that verified the first of them before.
  const before = ids.find((id) => left.get(id) === "already-verified");
  for (const id of covered.length > 0 ? covered : [before ?? ""]) {
    ledger.verified.add(`${actId} ${id}`);
  }
  desk.acts.push(actId);
}

async function undo({ visitor, ledger }: Worker, desk: Desk): Promise<void> {
  const actId = desk.acts.pop();
  if (actId === undefined) return;
  const address = `${DESK}/dot-xet/${actId}`;
  const { status, location } = await insist(() => visitor.post(address, []));
  if (status !== 303) throw new Error(`${address} answered ${status}`);
  const { searchParams } = new URL(location, "http://desk");
  const undone = Number(searchParams.get("hoan-tac"));
  if (undone > 0) ledger.undone.set(actId, (ledger.undone.get(actId) ?? 0) + undone);
  // What stands in a draft may be undone when the draft is thrown away.
  else if (Number(searchParams.get("giu")) > 0 && desk.draft !== null) desk.acts.unshift(actId);
}

async function prepare({ visitor, ledger }: Worker, desk: Desk): Promise<void> {
  const fields = [
    ["nguoi-ky", "Người ký thử"],
    ["chuc-vu", "CHỦ TỊCH"],
  ] as const;
  const { status, location } = await insist(() => visitor.post(DECISIONS, fields));
  const [, decisionId] = /\/quyet-dinh\/([0-9a-f-]{36})/u.exec(location) ?? [];
  if (decisionId === undefined) {
    // Nobody is verified and unlisted just now.
    if (status !== 422) throw new Error(`${DECISIONS} answered ${status}`);
    return;
  }
  ledger.prepared.add(decisionId);
  desk.draft = decisionId;
}

async function discard({ visitor, ledger }: Worker, desk: Desk, id: string): Promise<void> {
  ledger.ending.add(id);
  const { status } = await insist(() => visitor.post(`${DECISIONS}/${id}`, [["viec", "bo"]]));
  // 404: sent again after silence, and it had been done.
  if (status !== 303 && status !== 404) throw new Error(`discarding ${id} answered ${status}`);
  if (status === 303) ledger.discarded.add(id);
  desk.draft = null;
}

async function issue({ visitor, ledger }: Worker, desk: Desk, id: string): Promise<void> {
  const queue = await insist(() => visitor.get(QUEUE));
  if (offered(queue.body, "ho-so").length < CASES_KEPT) return;
  desk.issued += 1;
  const number = `${desk.series}${desk.issued}/QĐ-UBND`;
  const fields = [
    ["viec", "ban-hanh"],
    ["so", number],
    ["ngay", formatDay(dayOf(new Date()))],
    ["doi-chieu", "1"],
  ] as const;
  ledger.ending.add(id);
  const { status, body } = await insist(() => visitor.post(`${DECISIONS}/${id}`, fields));
  if (status !== 303) throw new Error(`issuing ${id} answered ${status}: ${body.slice(0, 500)}`);
  ledger.issued.set(id, number);
  desk.draft = null;
}
