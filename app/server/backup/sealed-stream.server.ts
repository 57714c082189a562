import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from "node:crypto";

import { OperatorError } from "#app/db/operator-error.ts";

/** Of a folder of backups, from its passphrase and salt. */
export interface BackupKey {
  readonly bytes: Uint8Array;
}

const MAGIC = Buffer.from("NEPHOC1\n");
const SALT_BYTES = 16;
const TAG_BYTES = 16;
const CHUNK_BYTES = 64 * 1024;
/** scrypt: 128 MB and about half a second for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };

export function backupKeyOf(passphrase: string, salt: Uint8Array): BackupKey {
  return { bytes: new Uint8Array(scryptSync(passphrase.normalize("NFC"), salt, 32, COST)) };
}

/** A key for one purpose; different for each purpose and salt. */
export function subKey({ bytes }: BackupKey, purpose: string, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", bytes, salt, `nep-hoc backup ${purpose}`, 32));
}

/**
 * AES-256-GCM over chunks of 64 kB, each with its number and whether it is the last in its nonce: a chunk
 * that is missing, moved or cut off does not open (the STREAM construction).
 */
export async function* seal(
  key: BackupKey,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES);
  const fileKey = subKey(key, "file", salt);
  yield Buffer.concat([MAGIC, salt]);
  let number = 0;
  for await (const { bytes, last } of chunksOf(plain, CHUNK_BYTES)) {
    const cipher = createCipheriv("aes-256-gcm", fileKey, nonceOf(number, last));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** What `seal` was given; throws when a byte of it was changed. */
export async function* unseal(
  key: BackupKey,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const head = MAGIC.length + SALT_BYTES;
  const { first, rest } = await headOf(sealed, head);
  if (!first.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new OperatorError("Tệp này không phải bản sao lưu của Nếp Học.");
  }
  const fileKey = subKey(key, "file", first.subarray(MAGIC.length));
  let number = 0;
  for await (const { bytes, last } of chunksOf(rest, CHUNK_BYTES + TAG_BYTES)) {
    if (bytes.length < TAG_BYTES) throw damaged();
    const decipher = createDecipheriv("aes-256-gcm", fileKey, nonceOf(number, last));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    const opened = decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES));
    try {
      decipher.final();
    } catch {
      throw damaged();
    }
    yield opened;
    number += 1;
  }
}

function damaged(): OperatorError {
  return new OperatorError("Bản sao lưu bị hỏng hoặc bị sửa: một phần không mở được.");
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 3);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** The same bytes in chunks of one size; the last may be shorter, and is told. */
async function* chunksOf(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly bytes: Buffer; readonly last: boolean }> {
  let held = Buffer.alloc(0);
  for await (const part of source) {
    held = Buffer.concat([held, part]);
    while (held.length > size) {
      yield { bytes: held.subarray(0, size), last: false };
      held = held.subarray(size);
    }
  }
  yield { bytes: held, last: true };
}

async function headOf(
  source: AsyncIterable<Uint8Array>,
  size: number,
): Promise<{ readonly first: Buffer; readonly rest: AsyncIterable<Uint8Array> }> {
  const parts = source[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  while (held.length < size) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { value, done } = await parts.next();
    if (done === true) throw new OperatorError("Tệp sao lưu bị cắt cụt.");
    held = Buffer.concat([held, value]);
  }
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield held.subarray(size);
    yield* { [Symbol.asyncIterator]: () => parts };
  }
  return { first: held.subarray(0, size), rest: rest() };
}
