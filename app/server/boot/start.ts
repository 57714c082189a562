// npm start: database, migrations, content and the sample province as needed, then the product.
import type { ServerBuild } from "@remix-run/node";
import closeWithGrace from "close-with-grace";

import { listenContent } from "#app/server/cmi5/cmi5-content.server.ts";
import { readEnv } from "./env.server.ts";
import { inWords } from "./in-words.ts";
import { refuseDangers } from "./refuse-dangers.server.ts";
import { listen } from "#app/server/http/listen.server.ts";
import { openLog } from "./log.server.ts";
import { prepare } from "./prepare.server.ts";
import { startTasks } from "./tasks.server.ts";
import { listenMetrics } from "#app/server/watch/metrics-listener.server.ts";
import { RequestCounter } from "#app/server/watch/request-counter.ts";
import { welcome } from "./welcome.server.ts";

const env = await inWords(() => readEnv());
const log = openLog(env.logLevel);
const prepared = await inWords(() => prepare(env, log));
if (prepared.realPeople > 0) await inWords(() => refuseDangers(env, prepared.deps.transact));
const { deps, signIns } = prepared;
const built = new URL("../../build/server/index.js", import.meta.url).href;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what Remix's own compiler builds
const build = (await import(built)) as ServerBuild;
const counter = new RequestCounter();
const server = await listen({ ...env, deps, log, build, counter });
const metrics =
  env.metrics === null ? null : await listenMetrics({ ...deps, counter, address: env.metrics });
const stopTasks = env.tasks ? startTasks(deps, log) : null;
const content = await listenContent({ deps, log, port: env.contentPort });
process.stdout.write(welcome(env.origin, signIns));

closeWithGrace({ delay: 15_000, logger: false }, async ({ err }) => {
  if (err !== undefined) log.error(err);
  metrics?.close();
  await stopTasks?.();
  await Promise.all(
    [server, content].map(
      (each) =>
        new Promise((resolve) => {
          each.close(resolve);
          each.closeIdleConnections();
        }),
    ),
  );
  await prepared.stop();
});
