import type { Server } from "node:http";

const LOOK_MILLISECONDS = 100;

/**
 * Takes no more connections, lets what is being answered end, and cuts off what has not ended in time:
 * one client that hangs must not hold up the end of the program.
 */
export function drain(server: Server, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const look = setInterval(() => server.closeIdleConnections(), LOOK_MILLISECONDS);
    const cut = setTimeout(() => server.closeAllConnections(), milliseconds);
    server.close(() => {
      clearInterval(look);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
