import { createServer, type IncomingMessage, request } from "node:http";

import { expect, test } from "vitest";

import { openBodyBudget } from "#app/server/http/body-budget.server.ts";
import { refusedBodyStatus } from "#app/server/http/faults.server.ts";
import { readChunks } from "#app/server/http/body-chunks.server.ts";

async function textOf(
  message: IncomingMessage,
  patience: Parameters<typeof readChunks>[2],
): Promise<string | number> {
  let text = "";
  try {
    for await (const chunk of readChunks(message, openBodyBudget()(), patience)) {
      text += chunk.toString();
    }
    return text;
  } catch (error) {
    return refusedBodyStatus(error) ?? 0;
  }
}

/** What is read of a body that is sent like this, or the status that it is refused with. */
async function readOf(
  send: (post: ReturnType<typeof request>) => void,
  patience: Parameters<typeof readChunks>[2],
): Promise<number | string> {
  const server = createServer();
  const read = new Promise<number | string>((resolve) => {
    server.on("request", (message, response) => {
      resolve(textOf(message, patience));
      response.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  const post = request({ port: address.port, method: "POST", host: "127.0.0.1" });
  post.on("error", () => undefined);
  send(post);
  const outcome = await read;
  post.destroy();
  server.closeAllConnections();
  server.close();
  return outcome;
}

test("a body that stops coming is 408", async () => {
  const stopping = await readOf((post) => post.write("half of it"), {
    graceMilliseconds: 50,
    bytesPerSecond: 1_000_000,
  });

  expect(stopping).toBe(408);
});

test("a slow body is read as long as it keeps its pace", async () => {
  const slow = await readOf(
    (post) => {
      post.write("0123456789");
      setTimeout(() => post.end("0123456789"), 150);
    },
    { graceMilliseconds: 50, bytesPerSecond: 10 },
  );

  expect(slow).toBe("01234567890123456789");
});
