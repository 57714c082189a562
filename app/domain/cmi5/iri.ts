const BYTES_AT_MOST = 1000;
const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{Cc}\p{Cs}<>"{}|\\^`]+$/u;

/** RFC 3987, fully qualified (§3.0): a scheme, something after it, no blank; short enough to be kept. */
export function isIri(value: string | null): value is string {
  return (
    value !== null && IRI.test(value) && new TextEncoder().encode(value).byteLength <= BYTES_AT_MOST
  );
}
