import { AcceptLanguage } from "@remix-run/headers";

import type { Json } from "#app/domain/kernel/index.ts";
import {
  activityIdsIn,
  canonical,
  idsOnly,
  type KeptStatement,
  type StatementFormat,
  statementText,
} from "#app/domain/xapi/index.ts";
import { readDefinitions } from "#app/domain/xapi/index.server.ts";

import type { Resources } from "./resources.server.ts";

export interface Printing {
  readonly format: StatementFormat;
  readonly attachments: boolean;
  readonly acceptLanguage: string | undefined;
}

/** Each statement as JSON text in the format that was asked for. */
export async function printStatements(
  resources: Pick<Resources, "sql">,
  statements: readonly (KeptStatement & { readonly payload: string })[],
  { format, acceptLanguage }: Printing,
): Promise<readonly string[]> {
  const texts = statements.map((kept) => statementText(kept));
  switch (format) {
    case "exact":
      return texts;
    case "ids":
      return texts.map((text) => JSON.stringify(idsOnly(parsed(text))));
    case "canonical": {
      const values = texts.map((text) => parsed(text));
      const ids = new Set(values.flatMap((value) => activityIdsIn(value)));
      const definitions = await readDefinitions(resources, [...ids]);
      const words = {
        definitionOf: (id: string) => definitions.get(id),
        preferred: preferredOf(acceptLanguage),
      };
      return values.map((value) => JSON.stringify(canonical(value, words)));
    }
  }
}

function parsed(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}

/** The language of those on offer that an Accept-Language header wants most. */
function preferredOf(
  header: string | undefined,
): (languages: readonly string[]) => string | undefined {
  if (header === undefined) return () => undefined;
  const ranges = new AcceptLanguage(header).languages.map((range) => range.toLowerCase());
  return (languages) => {
    for (const range of ranges) {
      const found = lookedUp(range, languages);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** RFC 4647 §3.4, and a region where only the language was asked for. */
function lookedUp(range: string, languages: readonly string[]): string | undefined {
  for (let text = range; text !== ""; text = text.slice(0, Math.max(0, text.lastIndexOf("-")))) {
    const exact = languages.find((language) => language.toLowerCase() === text);
    if (exact !== undefined) return exact;
  }
  return languages.find((language) => language.toLowerCase().startsWith(`${range}-`));
}
