import { once } from "node:events";
import type { ServerResponse } from "node:http";

/** Writes chunks as fast as they are taken, so that a slow reader costs no memory; then ends the answer. */
export async function writeSlowly(
  response: ServerResponse,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  response.once("close", leave);
  try {
    for await (const chunk of chunks) {
      if (response.destroyed) break;
      if (!response.write(chunk)) await once(response, "drain", { signal: gone.signal });
    }
    response.end();
  } catch (error) {
    response.destroy();
    if (!gone.signal.aborted) throw error;
  } finally {
    response.off("close", leave);
  }
}
