import { type Fault, faultOf } from "./fault.ts";
import type { Away, Outgoing, RemoteStore, RemoteVersion } from "./remote-store.ts";

export interface DeliverOptions {
  readonly version: RemoteVersion;
  /** Whether two texts of one id say the same. */
  readonly isSame: (ours: string, theirs: string) => boolean;
  /** False when the time of this turn is over. */
  readonly mayGoOn: () => boolean;
}

export interface Delivered {
  /** How many of the first ones need nothing more: each of them is there, or is dead. */
  readonly done: number;
  /** How many of those are there. */
  readonly sent: number;
  /** Refused for good, in order. */
  readonly dead: readonly { readonly id: string; readonly fault: Fault }[];
  /** Why it stopped before the end; null also when its time was over. */
  readonly halt: Away | null;
}

/**
 * Sends statements in their order. A batch that is refused is halved until what is refused stands
 * alone, so that one bad statement holds up no other. Sending again what went through before does
 * no harm: the other store knows it by its id.
 */
export async function deliver(
  remote: RemoteStore,
  statements: readonly Outgoing[],
  options: DeliverOptions,
): Promise<Delivered> {
  const dead: { id: string; fault: Fault }[] = [];
  let [done, versionAsked] = [0, false];
  const delivered = (halt: Away | null): Delivered => ({
    done,
    sent: done - dead.length,
    dead,
    halt,
  });

  const parts: (readonly Outgoing[])[] = [statements];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const [first] = part;
    if (first === undefined) continue;
    if (!options.mayGoOn()) return delivered(null);
    // One after another, because their order is kept.
    // oxlint-disable-next-line no-await-in-loop
    const answer = await remote.send(part);
    if (answer.kind === "away") return delivered(answer);
    if (answer.kind === "stored") {
      done += part.length;
      continue;
    }
    if (answer.fault.code === "refused" && !versionAsked) {
      versionAsked = true;
      // oxlint-disable-next-line no-await-in-loop
      const foreign = await foreignVersion(remote, options.version);
      if (foreign !== null) return delivered(foreign);
    }
    if (part.length > 1) {
      const middle = Math.ceil(part.length / 2);
      parts.push(part.slice(middle), part.slice(0, middle));
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop
    const verdict = await judge(remote, first, answer.fault, options);
    if (verdict.kind === "away") return delivered(verdict);
    done += 1;
    if (verdict.kind === "dead") dead.push({ id: first.id, fault: verdict.fault });
  }
  return delivered(null);
}

/** Without this question a store of the other version would make a dead letter of every statement. */
async function foreignVersion(remote: RemoteStore, version: RemoteVersion): Promise<Away | null> {
  const spoken = await remote.versions();
  const [major] = version.split(".");
  if (spoken === null || spoken.some((one) => one.split(".")[0] === major)) return null;
  const fault = faultOf("version", 400, spoken.join(", "));
  return { kind: "away", fault, retryAfterSeconds: null };
}

type Verdict = { readonly kind: "there" } | { readonly kind: "dead"; readonly fault: Fault } | Away;

/** A store may answer 409 to what it has already; it is there when it says the same. */
async function judge(
  remote: RemoteStore,
  statement: Outgoing,
  fault: Fault,
  { isSame }: DeliverOptions,
): Promise<Verdict> {
  if (fault.code !== "conflict") return { kind: "dead", fault };
  const copy = await remote.find(statement.id);
  switch (copy.kind) {
    case "away":
      return copy;
    case "unread":
      return { kind: "dead", fault: { ...fault, code: "conflict-unread" } };
    case "found":
      return isSame(statement.text, copy.text) ? { kind: "there" } : { kind: "dead", fault };
  }
}
