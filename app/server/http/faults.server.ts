/** The status of a body that was refused while it was read, also by another build's class; else null. */
export function refusedBodyStatus(error: unknown): 408 | 413 | 503 | null {
  if (!(error instanceof Error) || error.name !== "BodyRefused" || !("status" in error))
    return null;
  const { status } = error;
  return status === 408 || status === 413 || status === 503 ? status : null;
}

/** No room left on the disk, or none that this user may take; or PostgreSQL says so of its own. */
export function isDiskFull(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause ? cause.code : undefined;
    if (code === "ENOSPC" || code === "EDQUOT" || code === "53100") return true;
  }
  return false;
}
