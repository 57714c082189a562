// npm start: database, migrations, content and the sample province as needed, then the product.
import type { ServerBuild } from "@remix-run/node";
import closeWithGrace from "close-with-grace";

import { listenContent } from "#app/server/cmi5/cmi5-content.server.ts";
import { readEnv } from "./env.server.ts";
import { inWords } from "./in-words.ts";
import { refuseDangers } from "./refuse-dangers.server.ts";
import { drain } from "#app/server/http/drain.server.ts";
import { listen } from "#app/server/http/listen.server.ts";
import { openLog } from "./log.server.ts";
import { prepare } from "./prepare.server.ts";
import { startTasksOnce } from "./tasks-once.server.ts";
import { startTasks } from "./tasks.server.ts";
import { listenMetrics } from "#app/server/watch/metrics-listener.server.ts";
import { RequestCounter } from "#app/server/watch/request-counter.ts";
import { openWork } from "#app/server/workers/work.server.ts";
import { welcome } from "./welcome.server.ts";

/** For what is being answered when it is to end; then for the database, too. */
const DRAIN_MILLISECONDS = 8000;
const STOP_MILLISECONDS = 30_000;

const env = await inWords(() => readEnv());
const log = openLog(env.logLevel);
const work = openWork({ report: (error) => log.error({ err: error }) });
const prepared = await inWords(() => prepare(env, log, "apart", false, "own", work));
if (prepared.realPeople > 0) await inWords(() => refuseDangers(env, prepared.deps.transact));
const { deps, signIns } = prepared;
const built = new URL("../../build/server/index.js", import.meta.url).href;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what Remix's own compiler builds
const build = (await import(built)) as ServerBuild;
const counter = new RequestCounter();
const server = await listen({ ...env, deps, log, build, counter });
const metrics =
  env.metrics === null ? null : await listenMetrics({ ...deps, counter, address: env.metrics });
const stopTasks = env.tasks
  ? startTasksOnce(prepared.appUrl, log, () => startTasks(deps, log))
  : null;
const content = await listenContent({ deps, log, port: env.contentPort });
process.stdout.write(welcome(env.origin, signIns));

// Who keeps it running starts it again from now on; when that one is gone, it ends.
process.send?.("ready");
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));

closeWithGrace({ delay: STOP_MILLISECONDS, logger: false }, async ({ err }) => {
  if (err !== undefined) log.error(err);
  metrics?.close();
  const drained = [server, content].map((each) => drain(each, DRAIN_MILLISECONDS));
  await Promise.all([stopTasks?.(), ...drained]);
  // After a fault it is started again at once, and finds its database as it stands.
  if (err === undefined) await prepared.stop();
});
