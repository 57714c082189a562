import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { z } from "zod";

import { OperatorError } from "#app/db/operator-error.ts";

import { type BackupKey, backupKeyOf, seal, subKey, unseal } from "./sealed-stream.server.ts";

/** A folder of backups: `khoa.json`, the snapshots, and each uploaded file once under `files/`. */
export interface BackupFolder {
  readonly path: string;
  readonly key: BackupKey;
}

const KeyFile = z.object({ salt: z.string(), check: z.string() });
const KEY_FILE = "khoa.json";
const SNAPSHOT_SUFFIX = ".nephoc";
const PASSPHRASE_LETTERS = 12;

/** Opens a folder of backups by its passphrase; `make` begins a new one. */
export async function openBackupFolder(
  path: string,
  passphrase: string,
  make: boolean,
): Promise<BackupFolder> {
  const text = await readFile(join(path, KEY_FILE), "utf8").catch(() => null);
  if (text === null && !make) {
    throw new OperatorError(`Trong ${path} không có bản sao lưu nào (không có ${KEY_FILE}).`);
  }
  if (text === null) return makeFolder(path, passphrase);
  const { salt, check } = KeyFile.parse(JSON.parse(text));
  const key = backupKeyOf(passphrase, Buffer.from(salt, "base64"));
  const own = checkOf(key);
  const told = Buffer.from(check, "base64");
  if (own.length !== told.length || !timingSafeEqual(own, told)) {
    throw new OperatorError("Sai mật khẩu của thư mục sao lưu.");
  }
  return { path, key };
}

async function makeFolder(path: string, passphrase: string): Promise<BackupFolder> {
  if (passphrase.length < PASSPHRASE_LETTERS) {
    throw new OperatorError(`Mật khẩu sao lưu cần ít nhất ${PASSPHRASE_LETTERS} ký tự.`);
  }
  const salt = randomBytes(16);
  const key = backupKeyOf(passphrase, salt);
  await mkdir(path, { recursive: true, mode: 0o700 });
  const held = { salt: salt.toString("base64"), check: checkOf(key).toString("base64") };
  await writeFile(join(path, KEY_FILE), `${JSON.stringify(held)}\n`, { flush: true });
  return { path, key };
}

function checkOf(key: BackupKey): Buffer {
  return Buffer.from(subKey(key, "check", new Uint8Array()));
}

/** The names of the snapshots, the oldest first: `20261130T210000Z`. */
export async function listSnapshots(folder: BackupFolder): Promise<readonly string[]> {
  const names = await readdir(folder.path);
  return names
    .filter((name) => name.endsWith(SNAPSHOT_SUFFIX))
    .map((name) => name.slice(0, -SNAPSHOT_SUFFIX.length))
    .toSorted();
}

export async function writeSnapshot(
  folder: BackupFolder,
  name: string,
  plain: AsyncIterable<Uint8Array>,
): Promise<number> {
  return writeSealed(folder, `${name}${SNAPSHOT_SUFFIX}`, plain);
}

export function readSnapshot(folder: BackupFolder, name: string): AsyncIterable<Buffer> {
  const file = join(folder.path, `${name}${SNAPSHOT_SUFFIX}`);
  return unseal(folder.key, createReadStream(file));
}

export async function removeSnapshot(folder: BackupFolder, name: string): Promise<void> {
  await rm(join(folder.path, `${name}${SNAPSHOT_SUFFIX}`));
}

/** What a file is kept under: nothing of its name can be told from it. */
export function fileNameOf(folder: BackupFolder, what: string): string {
  const name = createHmac("sha256", subKey(folder.key, "name", new Uint8Array()))
    .update(what)
    .digest("hex");
  return join("files", name.slice(0, 2), name);
}

export async function hasFile(folder: BackupFolder, name: string): Promise<boolean> {
  return (await stat(join(folder.path, name)).catch(() => null)) !== null;
}

/** The names of all files that are kept. */
export async function listFiles(folder: BackupFolder): Promise<readonly string[]> {
  const found = await readdir(join(folder.path, "files"), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return found
    .filter((entry) => entry.isFile() && !entry.name.includes("."))
    .map((entry) => join("files", entry.name.slice(0, 2), entry.name));
}

export async function removeFile(folder: BackupFolder, name: string): Promise<void> {
  await rm(join(folder.path, name), { force: true });
}

/** Seals into a file that appears when it is whole and on the disk; answers its bytes. */
export async function writeSealed(
  folder: BackupFolder,
  name: string,
  plain: AsyncIterable<Uint8Array>,
): Promise<number> {
  const file = join(folder.path, name);
  const draft = `${file}.${process.pid}.tmp`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    await pipeline(
      Readable.from(seal(folder.key, plain)),
      createWriteStream(draft, { mode: 0o600 }),
    );
    const handle = await open(draft, "r");
    await handle.sync();
    await handle.close();
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return (await stat(file)).size;
}

export function readSealed(folder: BackupFolder, name: string): AsyncIterable<Buffer> {
  return unseal(folder.key, createReadStream(join(folder.path, name)));
}
