import { refusedBodyStatus } from "./faults.server.ts";
import { countValues } from "./json-width.server.ts";
import { chunksOf } from "./stream-chunks.server.ts";

const KIBIBYTE = 1024;
const FORM_BYTES_AT_MOST = 64 * KIBIBYTE;
const FIELDS_AT_MOST = 1_000;
const VALUES_AT_MOST = 10_000;
const AMPERSAND = 0x26;

export interface FormLimits {
  /** More than a form usually has: lists that an official ticks. Only behind a sign-in. */
  readonly bytesAtMost?: number;
  readonly fieldsAtMost?: number;
}

/**
 * The fields of a posted form; files come by `readUpload`. What no form of ours sends is answered with
 * 400, 408, 411, 413 or 415, and 503 when too much is being read at once; the error page says what to do.
 */
export async function readForm(request: Request, limits: FormLimits = {}): Promise<FormData> {
  const { bytesAtMost = FORM_BYTES_AT_MOST, fieldsAtMost = FIELDS_AT_MOST } = limits;
  requireType(request, /^application\/x-www-form-urlencoded\s*(;|$)/iu);
  const bytes = await readBytes(request, bytesAtMost);
  if (countOf(bytes, AMPERSAND) >= fieldsAtMost) throw refused(413);
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(new TextDecoder().decode(bytes))) {
    form.append(name, value);
  }
  return form;
}

/** A posted JSON text; refused as a form is. */
export async function readJson(request: Request, bytesAtMost: number): Promise<unknown> {
  requireType(request, /^application\/json\s*(;|$)/iu);
  const bytes = await readBytes(request, bytesAtMost);
  if (countValues(bytes, VALUES_AT_MOST) > VALUES_AT_MOST) throw refused(413);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw refused(400);
  }
}

function requireType(request: Request, type: RegExp): void {
  if (!type.test(request.headers.get("content-type") ?? "")) throw refused(415);
}

/** The whole body, which says beforehand how long it is. */
async function readBytes(request: Request, bytesAtMost: number): Promise<Uint8Array> {
  requireLength(request, bytesAtMost);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bodyOf(request)) {
    length += chunk.length;
    if (length > bytesAtMost) throw refused(413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** Refused with 411 or 413. */
export function requireLength(request: Request, bytesAtMost: number): void {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!Number.isSafeInteger(length)) throw refused(411);
  if (length > bytesAtMost) throw refused(413);
}

/** The pieces of a body; what stops them is an answer. */
export async function* bodyOf(request: Request): AsyncGenerator<Uint8Array, undefined> {
  if (request.body === null) return;
  try {
    yield* chunksOf(request.body);
  } catch (error) {
    // A body that breaks off was none; nobody is there to read the answer.
    throw refused(refusedBodyStatus(error) ?? 400);
  }
}

const RETRY_SECONDS = "5";

export function refused(status: 400 | 408 | 411 | 413 | 415 | 503 | 507): Response {
  const later = status === 503 || status === 507;
  return new Response(null, { status, headers: later ? { "retry-after": RETRY_SECONDS } : {} });
}

function countOf(bytes: Uint8Array, wanted: number): number {
  let count = 0;
  for (const byte of bytes) if (byte === wanted) count += 1;
  return count;
}

/** A text field; "" when it is missing. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Every text of a field that may repeat. */
export function textsOf(form: FormData, name: string): readonly string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}
