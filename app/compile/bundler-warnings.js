// What bundlers warn of and nobody here can mend.

/** Comments in packages, and routes that have nothing for a browser, because pages need no script. */
const EXPECTED = new Set(["INVALID_ANNOTATION", "EMPTY_BUNDLE"]);

/**
 * Rollup's `onwarn`: passes on what is not expected.
 *
 * @template {{ code?: string | undefined }} Warning
 * @param {Warning} warning
 * @param {(warning: Warning) => void} warn
 */
export function onwarn(warning, warn) {
  if (!EXPECTED.has(warning.code ?? "")) warn(warning);
}
