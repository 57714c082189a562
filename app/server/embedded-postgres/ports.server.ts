import { randomInt } from "node:crypto";
import * as fs from "node:fs/promises";
import { createServer } from "node:net";

/** The port of the last time if it is free, else a new one. Below the range from which systems pick
 *  ports for outgoing connections: one of those could sit on ours during a restart. */
export async function choosePort(directory: string): Promise<number> {
  let port = Number(await fs.readFile(`${directory}.port`, "utf8").catch(() => ""));
  while (!(port > 0 && port < 65_536 && (await isFree(port)))) port = randomInt(20_000, 30_000);
  return port;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
