/** A path of our own to go on to after signing in; anything else leads home. */
export function ownPath(text: string | null): string {
  return text !== null && /^\/(?![/\\])[^\s\\]*$/u.test(text) ? text : "/";
}
