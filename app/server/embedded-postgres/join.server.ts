import { findPostmaster, isServed, readSecret } from "./cluster.server.ts";
import { openCluster } from "./programs.server.ts";

/** The database of a folder that another living process serves; null when none does. */
export async function joinEmbeddedPostgres(absolute: string): Promise<string | null> {
  const cluster = await openCluster(absolute);
  if (!(await isServed(cluster.directory))) return null;
  const running = await findPostmaster(cluster.directory);
  const password = await readSecret(cluster);
  if (running?.status !== "ready" || password === null) return null;
  return `postgresql://postgres:${password}@127.0.0.1:${running.port}/postgres`;
}
