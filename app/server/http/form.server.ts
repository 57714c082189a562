import { parseFormData } from "@remix-run/form-data-parser";

const MEGABYTE = 1024 * 1024;
const FORM_BYTES_AT_MOST = MEGABYTE;
const UPLOAD_BYTES_AT_MOST = 20 * MEGABYTE;

/**
 * The fields of a posted form. What no form of ours sends is answered with 400, 411, 413 or 415; the
 * error page says what to do.
 */
export async function readForm(
  request: Request,
  { uploadBytesAtMost = UPLOAD_BYTES_AT_MOST } = {},
): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  const multipart = /^multipart\/form-data\s*;/iu.test(type);
  if (!multipart && !/^application\/x-www-form-urlencoded\s*(;|$)/iu.test(type)) {
    throw new Response(null, { status: 415 });
  }
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!Number.isSafeInteger(length)) throw new Response(null, { status: 411 });
  const most = multipart ? uploadBytesAtMost : FORM_BYTES_AT_MOST;
  if (length > most) throw new Response(null, { status: 413 });
  try {
    return await parseFormData(request, { maxFiles: 1, maxFileSize: uploadBytesAtMost });
  } catch {
    // Whatever the parser throws here, the body was not a form.
    throw new Response(null, { status: 400 });
  }
}

/** A posted JSON text; refused with 400, 411, 413 or 415 as a form is. */
export async function readJson(request: Request, bytesAtMost: number): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/iu.test(type)) throw new Response(null, { status: 415 });
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!Number.isSafeInteger(length)) throw new Response(null, { status: 411 });
  if (length > bytesAtMost) throw new Response(null, { status: 413 });
  try {
    return await request.json();
  } catch {
    throw new Response(null, { status: 400 });
  }
}

/** A text field; "" when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Every text of a field that may repeat. */
export function textsOf(form: FormData, name: string): readonly string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}

/** The bytes of an uploaded file, or null when none was chosen. */
export async function bytesOf(form: FormData, name: string): Promise<Uint8Array | null> {
  const value = form.get(name);
  return value instanceof Blob && value.size > 0 ? new Uint8Array(await value.arrayBuffer()) : null;
}
