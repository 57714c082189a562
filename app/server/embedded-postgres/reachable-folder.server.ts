import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import * as fs from "node:fs/promises";
import * as path from "node:path";
import { promisify } from "node:util";

import { OperatorError } from "#app/db/operator-error.ts";

const execute = promisify(execFile);

/** The system user the server runs as; empty when Node itself is not root. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** Where the server's user can be when the project itself lies in a folder of root alone. */
export const SHELTER = "/var/lib/nep-hoc";

/** Asked of the system itself, since access lists may allow what the mode bits deny. */
export async function mayEnter({ uid, gid }: Account, folder: string): Promise<boolean> {
  if (uid === undefined || gid === undefined) return true;
  return execute("test", ["-x", folder], { uid, gid, cwd: "/" }).then(
    () => true,
    () => false,
  );
}

/**
 * The data folder that was asked for, or, where the server's user cannot come to it, one of its own under
 * SHELTER; a file beside the folder that was asked for says so.
 */
export async function reachableFolder(wanted: string, account: Account): Promise<string> {
  if (account.uid === undefined || existsSync(wanted)) return wanted;
  const name = createHash("sha256").update(wanted).digest("hex").slice(0, 16);
  const folder = path.join(SHELTER, name);
  const sheltered = path.join(folder, path.basename(wanted));
  if (!existsSync(sheltered)) {
    if (await mayEnter(account, path.dirname(wanted))) return wanted;
    await makeShelter(folder);
  }
  await fs.writeFile(`${wanted}.moved`, `${sheltered}\n`);
  return sheltered;
}

export async function makeShelter(folder: string): Promise<void> {
  try {
    await fs.mkdir(folder, { recursive: true, mode: 0o755 });
    for (const each of [SHELTER, folder]) await fs.chmod(each, 0o755);
  } catch (error) {
    throw new OperatorError(
      `Không tạo được ${folder} cho người dùng "postgres": hãy đặt dự án ở nơi khác, như /srv, hoặc chạy bằng người dùng thường. (Cannot make ${folder}: ${String(error)})`,
      { cause: error },
    );
  }
}

/** Without this, a folder that may not be read would look like one without a database. */
export async function refuseOthersFolder(directory: string): Promise<void> {
  const own = process.getuid?.();
  const found = await fs.stat(directory).catch(() => null);
  if (own === undefined || own === 0 || found === null || found.uid === own) return;
  throw new OperatorError(
    `Thư mục ${directory} thuộc người dùng khác (uid ${found.uid}): hãy chạy "sudo chown -R ${own} ${path.dirname(directory)}" rồi khởi động lại. (The folder belongs to another user.)`,
  );
}
