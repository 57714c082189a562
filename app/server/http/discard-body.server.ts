import type { IncomingMessage } from "node:http";

const LEAVE_MILLISECONDS = 10_000;

/**
 * Lets go of what nobody read of a body that was answered, such as the photograph of someone who had to
 * sign in first: it would hold the line, and let the browser wait until it gives up. Whoever is still
 * sending after a while does not read the answer.
 */
export function discardBody(message: IncomingMessage): void {
  if (message.readableEnded) return;
  message.removeAllListeners("data");
  message.removeAllListeners("readable");
  message.resume();
  const leave = setTimeout(() => message.socket.destroy(), LEAVE_MILLISECONDS);
  leave.unref();
  const stay = () => clearTimeout(leave);
  message.once("end", stay);
  message.once("close", stay);
}
