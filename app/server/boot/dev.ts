// npm run dev: the same product, with pages built as they are asked for.
import "./env-file.js";

import { resolve } from "node:path";

import type { ServerBuild } from "@remix-run/node";
import closeWithGrace from "close-with-grace";
import express from "express";
import { createServer } from "vite";

import { buildPhone } from "#app/compile/build-phone.js";
import { listenContent } from "#app/server/cmi5/cmi5-content.server.ts";
import { readEnv } from "./env.server.ts";
import { startForwarding } from "./forwarding.server.ts";
import { listen } from "#app/server/http/listen.server.ts";
import { openLog } from "./log.server.ts";
import { COURSES, prepare } from "./prepare.server.ts";
import { welcome } from "./welcome.server.ts";

// A build of Vite's own, as that of the phone's scripts, would else make all of this production.
// oxlint-disable-next-line node/no-process-env -- written, not read
process.env["NODE_ENV"] = "development";
const env = readEnv();
const log = openLog(env.logLevel);
const prepared = await prepare(env, log, "apart", true);
const { deps, signIns } = prepared;
await buildPhone("build/phone", true);
const vite = await createServer({ server: { middlewareMode: true } });
watchCourses();
const build = async () => {
  const built = await vite.ssrLoadModule("virtual:remix/server-build");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what Remix's own plugin builds
  return built as unknown as ServerBuild;
};
const server = await listen({
  deps,
  log,
  port: env.port,
  proxies: env.proxies,
  connectionsPerAddress: env.connectionsPerAddress,
  production: false,
  build,
  assets: [express.static("build/phone"), vite.middlewares],
});
const stopForwarding = startForwarding(deps, log);
const content = await listenContent({ deps, log, port: env.contentPort });
process.stdout.write(welcome(env.origin, signIns));

/** What an author saved shows when the page is asked for again. */
function watchCourses(): void {
  const courses = resolve(COURSES);
  let last = Promise.resolve();
  vite.watcher.add(courses);
  vite.watcher.on("all", (_event, path) => {
    if (!path.startsWith(courses)) return;
    // One after another; an editor that is in the middle of saving is read once more when it is done.
    last = last.then(() => prepared.readCourses()).catch((error: unknown) => log.error(error));
  });
}

closeWithGrace({ delay: 5000, logger: false }, async ({ err }) => {
  if (err !== undefined) log.error(err);
  await stopForwarding();
  server.closeAllConnections();
  content.closeAllConnections();
  await vite.close();
  await prepared.stop();
});
