import canonicalize from "canonicalize";

/** A value that JSON can carry. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** JSON in the making: members that are undefined will not be in its text. */
export type JsonDraft =
  Json | undefined | readonly JsonDraft[] | { readonly [key: string]: JsonDraft };

/** JSON by RFC 8785: the same value always gives the same text, so its hash is evidence. */
export function canonicalJson(value: JsonDraft): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("not a JSON value");
  return text;
}
