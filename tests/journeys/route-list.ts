import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { listScreens } from "#app/routes.ts";

/** A route as its file's name says it. */
export interface Route {
  /** "hoc", ":course", ":lesson", "cau-hoi". */
  readonly segments: readonly string[];
  /** Without a page it answers with a paper, a picture or a redirect. */
  readonly hasPage: boolean;
  readonly hasAction: boolean;
}

const FOLDER = "app/pages";

/** Every route of the map of addresses, so that a new one is included by itself. */
export function listRoutes(): readonly Route[] {
  return listScreens().map(({ screen, pattern, hasPage }) => {
    const file = join(FOLDER, screen, `route.${hasPage ? "tsx" : "ts"}`);
    const source = readFileSync(file, "utf8");
    return {
      segments: pattern.split("/").filter((segment) => segment !== ""),
      hasPage,
      hasAction: /^export (?:async )?(?:function|const) action\b/mu.test(source),
    };
  });
}

/** The name of a segment's parameter, or null: ":person.pdf" holds the parameter "person". */
export function paramOf(segment: string): string | null {
  return /^:([^.]*)/u.exec(segment)?.[1] ?? null;
}

/** The route's address, each parameter given by `valueOf`, already percent-encoded. */
export function addressOf(route: Route, valueOf: (param: string) => string): string {
  const filled = route.segments.map((segment) => {
    const param = paramOf(segment);
    return param === null ? segment : valueOf(param) + segment.slice(1 + param.length);
  });
  return `/${filled.join("/")}`;
}

/** "/hoc/:course", as it is written in tests. */
export function patternOf(route: Route): string {
  return addressOf(route, (param) => `:${param}`);
}

/** Names that forms and addresses of the product use, found in its source. */
export function knownNames(): {
  readonly fields: readonly string[];
  readonly query: readonly string[];
} {
  const source = [FOLDER, "app/server", "app/kit"]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
    )
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const named = (pattern: RegExp) =>
    [...source.matchAll(pattern)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  return {
    fields: [...new Set([...named(/\sname="([^"]+)"/gu), ...named(/\bform, "([^"]+)"/gu)])],
    query: [...new Set(named(/\bsearch(?:Params)?(?:\.\w+\(|, )"([^"]+)"/gu))],
  };
}
