import { href } from "#app/routes.ts";

export type OfficeKind = "village" | "commune" | "province";

/** How the addresses of an office begin. */
const DESKS: ReadonlyMap<string, OfficeKind> = new Map([
  [href("office/queue").slice(1), "commune"],
  [href("office/province").slice(1), "province"],
  [href("office/village").slice(1), "village"],
]);

/** The office to which a path belongs. */
export function deskOfPath(pathname: string): { readonly desk: string; readonly kind: OfficeKind } {
  const desk = pathname.split("/")[1] ?? "";
  const kind = DESKS.get(desk);
  if (kind === undefined) throw new Error(`no office has pages at ${pathname}`);
  return { desk, kind };
}
