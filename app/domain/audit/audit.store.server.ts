import { createHash } from "node:crypto";

import type { Db } from "#app/db/index.server.ts";
import { canonicalJson } from "#app/domain/kernel/index.ts";

import { auditedText, type AuditFact } from "./chain.ts";

interface Head {
  readonly sequence: bigint;
  readonly hash: Uint8Array;
}

/**
 * Appends facts to the chains of their communes, in the transaction of the change they tell of.
 * Locks each chain's head until that transaction ends; heads are taken in the order of their ids.
 */
export async function appendAudit(db: Db, facts: readonly AuditFact[]): Promise<void> {
  const communes = [...new Set(facts.map(({ communeId }) => communeId))].toSorted();
  for (const communeId of communes) {
    let head = await lockHead(db, communeId);
    const rows = facts
      .filter((fact) => fact.communeId === communeId)
      .map((fact) => {
        const entry = chained(fact, head);
        head = { sequence: entry.sequence, hash: entry.hash };
        return entry;
      });
    await db.auditEntry.createMany({ data: rows });
    await db.auditHead.update({
      where: { communeId },
      data: { sequence: head.sequence, hash: Buffer.from(head.hash) },
    });
  }
}

async function lockHead(db: Db, communeId: string): Promise<Head> {
  await db.$executeRaw`
    INSERT INTO audit_head (commune_id, sequence, hash) VALUES (${communeId}::uuid, 0, ''::bytea)
    ON CONFLICT DO NOTHING`;
  const [head] = await db.$queryRaw<Head[]>`
    SELECT sequence, hash FROM audit_head WHERE commune_id = ${communeId}::uuid FOR UPDATE`;
  if (head === undefined) throw new Error(`no audit chain within reach for ${communeId}`);
  return head;
}

function chained(fact: AuditFact, head: Head) {
  const sequence = head.sequence + 1n;
  const detail = canonicalJson(fact.detail);
  const previousHash = Buffer.from(head.hash);
  const text = auditedText({ ...fact, detailText: detail }, sequence, previousHash.toString("hex"));
  return {
    communeId: fact.communeId,
    sequence,
    at: fact.at,
    actorPersonId: fact.actor.personId,
    actorName: fact.actor.name,
    actorOffice: fact.actor.office,
    action: fact.action,
    subjectKind: fact.subjectKind,
    subjectId: fact.subjectId,
    detail,
    previousHash,
    hash: createHash("sha256").update(text).digest(),
  };
}

/** The newest entry's hash of a chain, hex, or null when nothing was ever written to it. */
export async function auditHeadHash(db: Db, communeId: string): Promise<string | null> {
  const head = await db.auditHead.findUnique({ where: { communeId } });
  return head === null || head.sequence === 0n ? null : Buffer.from(head.hash).toString("hex");
}

const PAGE = 2000;

/** What does not fit: which entry of which chain, and how. */
export interface AuditFault {
  readonly communeId: string;
  readonly sequence: bigint;
  readonly fault: "changed" | "missing" | "head-differs";
}

/** Recomputes one chain from its first entry. */
async function verifyChain(db: Db, communeId: string): Promise<readonly AuditFault[]> {
  const faults: AuditFault[] = [];
  let previousHash = Buffer.alloc(0);
  let expected = 1n;
  for (;;) {
    const rows = await db.auditEntry.findMany({
      where: { communeId, sequence: { gte: expected } },
      orderBy: { sequence: "asc" },
      take: PAGE,
    });
    for (const row of rows) {
      if (row.sequence !== expected) {
        faults.push({ communeId, sequence: expected, fault: "missing" });
        previousHash = Buffer.from(row.previousHash);
      }
      const text = auditedText(
        {
          ...row,
          actor: { personId: row.actorPersonId, name: row.actorName, office: row.actorOffice },
          detailText: row.detail,
        },
        row.sequence,
        previousHash.toString("hex"),
      );
      const hash = createHash("sha256").update(text).digest();
      if (!hash.equals(row.hash) || !previousHash.equals(row.previousHash)) {
        faults.push({ communeId, sequence: row.sequence, fault: "changed" });
      }
      previousHash = Buffer.from(row.hash);
      expected = row.sequence + 1n;
    }
    if (rows.length < PAGE) break;
  }
  const head = await db.auditHead.findUnique({ where: { communeId } });
  if (head === null ? expected !== 1n : !fits(head, expected - 1n, previousHash)) {
    faults.push({ communeId, sequence: expected, fault: "head-differs" });
  }
  return faults;
}

function fits(head: { sequence: bigint; hash: Uint8Array }, last: bigint, hash: Buffer): boolean {
  return head.sequence === last && hash.equals(head.hash);
}

/** Every edit, gap or cut end in any chain within the transaction's scope. */
export async function verifyAudit(db: Db): Promise<{
  readonly chains: number;
  readonly entries: number;
  readonly faults: readonly AuditFault[];
}> {
  const heads = await db.auditHead.findMany({ select: { communeId: true } });
  const written = await db.auditEntry.findMany({
    distinct: ["communeId"],
    select: { communeId: true },
  });
  const communes = [...new Set([...heads, ...written].map(({ communeId }) => communeId))];
  const faults: AuditFault[] = [];
  for (const communeId of communes) faults.push(...(await verifyChain(db, communeId)));
  return { chains: communes.length, entries: await db.auditEntry.count(), faults };
}
