import { createContext, useContext } from "react";

import type { OfficeKind } from "./office-kind.ts";

/** Which office is at work, and for which of its places. */
export interface OfficeFrame {
  readonly kind: OfficeKind;
  readonly desk: string;
  readonly placeId: string;
  readonly named: string | null;
  readonly places: readonly { readonly placeId: string; readonly placeName: string }[];
}

const Context = createContext<OfficeFrame | null>(null);

/** Given by the layout of the officials' pages. */
export const OfficeFrameProvider = Context.Provider;

export function useOffice(): OfficeFrame {
  const frame = useContext(Context);
  if (frame === null) throw new Error("an official's page stands outside the office's layout");
  return frame;
}

/** Keeps the place that was chosen in the addresses that lead on. */
export function useDeskHref(): (href: string) => string {
  const named = useContext(Context)?.named ?? null;
  return (href) => deskHref(href, named);
}

/** The same address for that place; with null as it is. */
export function deskHref(href: string, placeId: string | null): string {
  if (placeId === null) return href;
  const { pathname, searchParams, hash } = new URL(href, "http://desk");
  searchParams.set("xa", placeId);
  return `${pathname}?${searchParams.toString()}${hash}`;
}
