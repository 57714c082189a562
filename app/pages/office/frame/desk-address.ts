import { createContext, useContext } from "react";

const NamedCommune = createContext<string | null>(null);

/** Given the commune that the address of a desk names; null when it names none. */
export const NamedCommuneProvider = NamedCommune.Provider;

export function useNamedCommune(): string | null {
  return useContext(NamedCommune);
}

/** Keeps the commune that was chosen in the addresses that lead on. */
export function useDeskHref(): (href: string) => string {
  const communeId = useNamedCommune();
  return (href) => deskHref(href, communeId);
}

/** The same address on the desk of that commune; with null as it is. */
export function deskHref(href: string, communeId: string | null): string {
  if (communeId === null) return href;
  const { pathname, searchParams, hash } = new URL(href, "http://desk");
  searchParams.set("xa", communeId);
  return `${pathname}?${searchParams.toString()}${hash}`;
}
