import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";

import { Uuid } from "./data-types.ts";
import { elementTexts, textFault } from "./json-text.ts";
import { Statement } from "./statement.ts";
import { keyFault, type StatementKeys, statementKeys } from "./statement-keys.ts";
import { versionFault, type XapiVersion } from "./versions.ts";

/** A statement as it came in: its own text, which is the evidence, and what it says. */
export interface Received {
  readonly id: string;
  readonly text: string;
  readonly statement: Statement;
  readonly keys: StatementKeys;
}

export interface NotReceived {
  /** Null when it has none to go by. */
  readonly id: string | null;
  /** In English, for whoever writes the program that sent it: where, and what is wrong. */
  readonly fault: string;
}

/**
 * Reads one JSON value as a statement. `text` is the value's own text, already without faults of text;
 * `newId` is asked when it names no id.
 */
function readStatement(
  value: unknown,
  text: string,
  { newId, version }: { readonly newId: () => string; readonly version?: XapiVersion },
): Result<Received, NotReceived> {
  const withId = isObject(value) && value["id"] === undefined ? { ...value, id: newId() } : value;
  const parsed = Statement.safeParse(withId);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.join(".") ?? "";
    return refuse({
      id: idOf(value),
      fault: `${path === "" ? "statement" : path}: ${issue?.message}`,
    });
  }
  const statement = parsed.data;
  const keys = statementKeys(statement);
  const fault = keyFault(keys) ?? (version === undefined ? null : versionFault(statement, version));
  return fault === null
    ? accept({ id: statement.id, text, statement, keys })
    : refuse({ id: statement.id, fault });
}

/** Reads a JSON value of our own making, such as a lesson's. */
export function readValue(value: unknown, newId: () => string): Result<Received, NotReceived> {
  // Before its text is made, which a bottomless value has not.
  const read = readStatement(value, "", { newId });
  if (!read.ok) return read;
  const text = JSON.stringify(value);
  const fault = textFault(text);
  if (fault !== null) return refuse({ id: read.value.id, fault: `statement: ${fault}` });
  return accept({ ...read.value, text });
}

/** Reads the text of one statement. */
export function readText(text: string, newId: () => string): Result<Received, NotReceived> {
  const json = readJson(text);
  return json.ok
    ? readStatement(json.value, text.trim(), { newId })
    : refuse({ id: null, fault: json.refusal.fault });
}

/**
 * Reads the text of one statement or of an array of them.
 * Refused: no JSON, a fault of text, or the first statement that is none, by its place from 0.
 */
export function readStatements(
  text: string,
  options: { readonly newId: () => string; readonly version: XapiVersion },
): Result<
  { readonly single: boolean; readonly statements: readonly Received[] },
  { readonly fault: string }
> {
  const read = readJson(text);
  if (!read.ok) return read;
  const { value } = read;
  const single = !Array.isArray(value);
  const values: readonly unknown[] = single ? [value] : value;
  const texts = elementTexts(text);
  const statements: Received[] = [];
  const ids = new Set<string>();
  for (const [at, each] of values.entries()) {
    const one = readStatement(each, texts[at] ?? "", options);
    const where = single ? "" : `statement ${at}: `;
    if (!one.ok) return refuse({ fault: `${where}${one.refusal.fault}` });
    if (ids.has(one.value.id))
      return refuse({ fault: `${where}two statements have the id ${one.value.id}` });
    ids.add(one.value.id);
    statements.push(one.value);
  }
  return accept({ single, statements });
}

/** A JSON text without the faults that `JSON.parse` lets through. */
export function readJson(text: string): Result<unknown, { readonly fault: string }> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse({ fault: "not JSON" });
  }
  const fault = textFault(text);
  return fault === null ? accept(value) : refuse({ fault });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The id of what could not be read, so that its sender knows which one it was. */
function idOf(value: unknown): string | null {
  if (!isObject(value)) return null;
  const id = Uuid.safeParse(value["id"]);
  return id.success ? id.data : null;
}
