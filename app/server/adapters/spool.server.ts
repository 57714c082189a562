import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

import { BodyRefused } from "#app/server/http/body-budget.server.ts";

/** Where uploads wait until they are read, on disk and not in memory. */
export interface Spool {
  /**
   * Writes pieces into a file of its own. Refused with 413 when there are too many bytes, with 503 when
   * the same person has several under way or the spool is full.
   */
  readonly write: (pieces: AsyncIterable<Uint8Array>, limits: SpoolLimits) => Promise<SpooledFile>;
}

export interface SpoolLimits {
  readonly bytesAtMost: number;
  /** Whose upload it is: an account, or the address of somebody who has not signed in. */
  readonly whose: string;
  /** How many of these may be under way; unset: a page sends one, a second press another. */
  readonly atOnce?: number;
}

export interface SpooledFile {
  readonly path: string;
  readonly bytes: number;
  readonly remove: () => Promise<void>;
}

const MEBIBYTE = 1024 * 1024;
const BYTES_AT_ONCE = 1024 * MEBIBYTE;
const FILES_AT_ONCE = 200;
const OWN_AT_ONCE = 3;

/** A spool in a folder that processes share; what a dead one left is taken away at the first write. */
export function openSpool(folder: string): Spool {
  const ownFolder = join(folder, `${hostname()}.${process.pid}`);
  const own = new Map<string, number>();
  let bytesOfAll = 0;
  let files = 0;
  let made: Promise<void> | null = null;

  const enter = ({ whose, atOnce = OWN_AT_ONCE }: SpoolLimits) => {
    const before = own.get(whose) ?? 0;
    if (before >= atOnce || files >= FILES_AT_ONCE) throw new BodyRefused(503);
    own.set(whose, before + 1);
    files += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      files -= 1;
      const now = (own.get(whose) ?? 1) - 1;
      if (now === 0) own.delete(whose);
      else own.set(whose, now);
    };
  };

  return {
    async write(pieces, limits) {
      const { bytesAtMost } = limits;
      const leave = enter(limits);
      const path = join(ownFolder, randomUUID());
      let bytes = 0;
      const remove = async () => {
        bytesOfAll -= bytes;
        bytes = 0;
        leave();
        await rm(path, { force: true });
      };
      try {
        made ??= removeLeft(folder).then(() => makeFolder(ownFolder));
        await made;
        const handle = await open(path, "wx", 0o600);
        try {
          for await (const piece of pieces) {
            if (bytes + piece.length > bytesAtMost) throw new BodyRefused(413);
            if (bytesOfAll + piece.length > BYTES_AT_ONCE) throw new BodyRefused(503);
            bytes += piece.length;
            bytesOfAll += piece.length;
            await handle.writeFile(piece);
          }
        } finally {
          await handle.close();
        }
        return { path, bytes, remove };
      } catch (error) {
        await remove();
        throw error;
      }
    },
  };
}

/** Folders of processes of this machine that live no longer. */
async function removeLeft(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const [, pid] = /^(\d+)$/u.exec(name.slice(hostname().length + 1)) ?? [];
    const isOurs = name.startsWith(`${hostname()}.`) && pid !== undefined;
    if (isOurs && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
