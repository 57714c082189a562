/** PostgreSQL is starting, stopping or out of reach, has no place for one more, or ended what took too long. */
const CODES =
  /^(57P0[1-3]|57014|08\w{3}|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|P1001|P1002|P1008|P1017|P2024|P2028)$/u;
const WORDS =
  /Connection terminated|timeout exceeded when trying to connect|ConnectionClosed|DatabaseNotReachable|SocketTimeout|TooManyConnections|terminating connection|Unable to start a transaction/u;

/** The database is known not to answer; nobody waits for it. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
}

/** Whether a fault, in whichever of its many shapes, says that the database cannot be reached now. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause ? String(cause.code) : "";
    if (cause.name === "DatabaseAway" || CODES.test(code) || WORDS.test(cause.message)) return true;
  }
  return false;
}
