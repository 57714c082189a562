/** Entries of one status list: the least that Bitstring Status List v1.0 allows (16 KiB). */
export const LIST_ENTRIES = 131_072;

/** What the product publishes of its badges. `origin` is scheme and host, without a slash at its end. */
export function issuerIri(origin: string): string {
  return `${origin}/huy-hieu/to-chuc.json`;
}

/** Answers one public key, as Open Badges 3.0 asks of a `kid`. */
export function keyIri(origin: string, keyId: string): string {
  return `${origin}/huy-hieu/khoa/${keyId}.json`;
}

/** The thumbprint that a `kid` of ours ends in, or null. */
export function keyIdOf(kid: string): string | null {
  return /\/huy-hieu\/khoa\/([\w-]{43})\.json$/u.exec(kid)?.[1] ?? null;
}

export function achievementIri(origin: string, courseId: string): string {
  return `${origin}/huy-hieu/khoa-hoc/${courseId}`;
}

/** `list` counts from 1. */
export function listIri(origin: string, list: number): string {
  return `${origin}/huy-hieu/danh-sach/${list}`;
}

/** The page that says in words how a certificate stands. */
export function checkUrl(origin: string, shownCode: string): string {
  return `${origin}/kiem-tra/khoa-hoc/${shownCode}`;
}

/** In which list, and where in it, the status of the n-th certificate stands; n from 0. */
export function placeOfStatus(statusIndex: number): {
  readonly list: number;
  readonly entry: number;
} {
  return {
    list: Math.floor(statusIndex / LIST_ENTRIES) + 1,
    entry: statusIndex % LIST_ENTRIES,
  };
}
