import type { z } from "zod";

import { agentKey, IdentifiedActor, Instant, Iri, readJson, Uuid } from "#app/domain/xapi/index.ts";

import { refusal } from "./reply.server.ts";

export type Params = ReadonlyMap<string, string>;

/** Refuses what the resource does not know, other cases of a name included. */
export function onlyParams(params: Params, known: readonly string[]): void {
  for (const name of params.keys()) {
    if (!known.includes(name))
      throw refusal(400, `the parameter ${name.slice(0, 100)} is not known here`);
  }
}

function readAs<Type extends z.ZodType>(type: Type, name: string, value: string): z.infer<Type> {
  const read = type.safeParse(value);
  if (!read.success) throw refusal(400, `${name}: ${read.error.issues[0]?.message ?? "not valid"}`);
  return read.data;
}

export function optionalUuid(params: Params, name: string): string | undefined {
  const value = params.get(name);
  return value === undefined ? undefined : readAs(Uuid, name, value);
}

export function optionalIri(params: Params, name: string): string | undefined {
  const value = params.get(name);
  return value === undefined ? undefined : readAs(Iri, name, value);
}

export function optionalInstant(params: Params, name: string): Date | undefined {
  const value = params.get(name);
  return value === undefined ? undefined : new Date(readAs(Instant, name, value));
}

export function optionalBoolean(params: Params, name: string): boolean {
  const value = params.get(name) ?? "false";
  if (value !== "true" && value !== "false") throw refusal(400, `${name}: neither true nor false`);
  return value === "true";
}

export function required(params: Params, name: string): string {
  const value = params.get(name);
  if (value === undefined) throw refusal(400, `the parameter ${name} is missing`);
  return value;
}

export function requiredIri(params: Params, name: string): string {
  return readAs(Iri, name, required(params, name));
}

/** An agent or an identified group, as JSON in a parameter. */
export function readActor(name: string, text: string): IdentifiedActor {
  const json = readJson(text);
  if (!json.ok) throw refusal(400, `${name}: not JSON`);
  const read = IdentifiedActor.safeParse(json.value);
  if (!read.success)
    throw refusal(400, `${name}: ${read.error.issues[0]?.message ?? "not an agent"}`);
  return read.data;
}

/** The key that an agent in a parameter is kept by. */
export function requiredAgentKey(params: Params, name: string): string {
  return agentKey(readActor(name, required(params, name)));
}
