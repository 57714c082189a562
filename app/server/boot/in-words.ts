import { OperatorError } from "#app/db/operator-error.ts";

/** Runs what begins a process; what its operator has to put right is said without a stack, and ends it. */
export async function inWords<Value>(begin: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await begin();
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
