import { inject } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";

export const VERSIONS = ["1.0.3", "2.0.0"] as const;
export type Version = (typeof VERSIONS)[number];
export type Method = "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "OPTIONS" | "PATCH";
export type Part = Readonly<Record<string, unknown>>;

export interface Question {
  /** Of the request's header; null leaves the header out. */
  readonly version?: string | null;
  /** A value that is no text is sent as JSON; one that is undefined is left out. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** null takes a header away that is sent otherwise. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Sent as application/json. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** One request to the started store, by the key and secret that may do everything. */
export async function ask(method: Method, path: string, question: Question = {}): Promise<Answer> {
  const { baseUrl } = inject("recordStore");
  const response = await fetch(`${baseUrl}${path}${queryText(question.query)}`, {
    method,
    headers: headersOf(question),
    redirect: "manual",
    ...bodyOf(question),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    text: new TextDecoder().decode(bytes),
  };
}

export function basic(key: string, secret: string): string {
  return `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`;
}

export function authorization(): string {
  const { key, secret } = inject("recordStore");
  return basic(key, secret);
}

function headersOf({ version = "2.0.0", headers = {}, json }: Question): Headers {
  const all = new Headers({ authorization: authorization() });
  if (version !== null) all.set("x-experience-api-version", version);
  if (json !== undefined) all.set("content-type", "application/json");
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) all.delete(name);
    else all.set(name, value);
  }
  return all;
}

function bodyOf({ json, body }: Question): { body?: string | Uint8Array<ArrayBuffer> } {
  if (json !== undefined) return { body: JSON.stringify(json) };
  return body === undefined ? {} : { body };
}

export function queryText(query: Readonly<Record<string, unknown>> = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name, typeof value === "string" ? value : JSON.stringify(value)] as [string, string]],
  );
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs).toString()}`;
}

const JsonObject = z.record(z.string(), z.unknown());
export const objectOf = ({ text }: Answer) => JsonObject.parse(JSON.parse(text));
export const listOf = ({ text }: Answer) => z.array(z.string()).parse(JSON.parse(text));

const StatementResult = z.strictObject({
  statements: z.array(z.looseObject({ id: z.string() })),
  more: z.string().optional(),
});
export const resultOf = ({ text }: Answer) => StatementResult.parse(JSON.parse(text));
export const idsOf = (answer: Answer) => resultOf(answer).statements.map(({ id }) => id);

/** A part of a JSON value by its keys, or undefined. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
}

export const newId = (): string => uuidv7();
