import { createServer, request } from "node:http";

import { expect, test } from "vitest";

import { drain } from "#app/server/http/drain.server.ts";

test("what is being answered ends, and a client that hangs does not hold up the end", async () => {
  const server = createServer((message, response) => {
    message.resume();
    if (message.url === "/slow") setTimeout(() => response.end("done"), 100);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const ask = (path: string, method: string) =>
    new Promise<number | string>((resolve) => {
      const asked = request({ port, path, method, host: "127.0.0.1" }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asked.on("error", ({ message }) => resolve(message));
      if (method === "GET") asked.end();
      else asked.write("half a form");
    });
  const slow = ask("/slow", "GET");
  const hanging = ask("/hangs", "POST");
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
  });

  await drain(server, 400);

  expect(await slow).toBe(200);
  expect(await hanging).toBe("socket hang up");
});
