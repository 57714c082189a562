import { createHmac } from "node:crypto";
import { v4 as uuidv4 } from "uuid";

import type { StatementIds } from "./statement-ids.ts";

const BYTES_OF_AN_ID = 16;

/** By keys of the installation, that of today first. */
export function statementIdsBy([today, ...before]: readonly Uint8Array[]): StatementIds {
  if (today === undefined) throw new Error("statements of our own are named by a key");
  return {
    of: (name) => keyed(today, name),
    earlier: (name) => [...before.map((key) => keyed(key, name)), name],
  };
}

function keyed(key: Uint8Array, name: string): string {
  const random = createHmac("sha256", key).update(name).digest().subarray(0, BYTES_OF_AN_ID);
  return uuidv4({ random: new Uint8Array(random) });
}
