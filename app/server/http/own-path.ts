/**
 * A path of our own to go on to after signing in; anything else leads home, also what no header can
 * carry: a path is written in ASCII.
 */
export function ownPath(text: string | null): string {
  return text !== null && /^\/(?![/\\])[!-[\]-~]*$/u.test(text) ? text : "/";
}
