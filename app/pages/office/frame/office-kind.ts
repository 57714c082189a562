import { href } from "#app/routes.ts";

export type OfficeKind = "village" | "commune" | "province";

/** How the addresses of an office begin. */
const DESKS: ReadonlyMap<string, OfficeKind> = new Map([
  [href("office/queue").slice(1), "commune"],
  [href("office/province").slice(1), "province"],
  [href("office/village").slice(1), "village"],
]);

/**
 * The office to which a path belongs; null for another one: routes are matched after percent-decoding, so that
 * "/%62an-xet" comes here too.
 */
export function deskOfPath(
  pathname: string,
): { readonly desk: string; readonly kind: OfficeKind } | null {
  const desk = (pathname.split("/")[1] ?? "").toLowerCase();
  const kind = DESKS.get(desk);
  return kind === undefined ? null : { desk, kind };
}
