// Keeps the process that serves people running: started again when it ends by itself, sooner or later.
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 30_000;
/** After so long it was well; the next end is a new trouble. */
const WELL_MS = 60_000;
/** It drains for 15 seconds and stops its database; longer, and it hangs. */
const STOP_MS = 40_000;

/**
 * Runs a script until it ends as it should, and answers with its exit code. One that ends before it was
 * ready for the first time is not started again: something is set wrongly, and it said what.
 * @param {string} script
 */
export async function supervise(script) {
  const stopping = new AbortController();
  for (const name of /** @type {const} */ (["SIGTERM", "SIGINT", "SIGHUP"])) {
    process.on(name, () => stopping.abort());
  }
  let failures = 0;
  let wasReady = false;
  for (;;) {
    const begun = performance.now();
    const { code, signal, ready } = await runOnce(script, stopping.signal);
    wasReady ||= ready;
    if (stopping.signal.aborted || code === 0 || !wasReady) return code ?? 1;
    failures = performance.now() - begun > WELL_MS ? 1 : failures + 1;
    const wait = Math.min(FIRST_PAUSE_MS * 4 ** (failures - 1), LONGEST_PAUSE_MS);
    tell({ msg: "the server ended and is started again", reason: reasonOf(code, signal), wait });
    await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    if (stopping.signal.aborted) return 0;
  }
}

/**
 * @param {string} script
 * @param {AbortSignal} stopping
 * @returns {Promise<{ code: number | null; signal: string | null; ready: boolean }>}
 */
async function runOnce(script, stopping) {
  // A channel of its own: a server whose supervisor was killed notices that, and ends.
  const server = spawn(process.execPath, [...process.execArgv, script], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  let ready = false;
  server.on("message", (message) => {
    ready ||= message === "ready";
  });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let forced;
  const stop = () => {
    // Ctrl-C in a terminal has reached it already; twice is as once.
    server.kill("SIGTERM");
    forced = setTimeout(() => server.kill("SIGKILL"), STOP_MS);
  };
  stopping.addEventListener("abort", stop, { once: true });
  try {
    return await new Promise((resolve) => {
      server.once("error", () => resolve({ code: 1, signal: null, ready }));
      server.once("exit", (code, signal) => resolve({ code, signal, ready }));
    });
  } finally {
    clearTimeout(forced);
    stopping.removeEventListener("abort", stop);
  }
}

/**
 * @param {number | null} code
 * @param {string | null} signal
 */
function reasonOf(code, signal) {
  if (signal === "SIGABRT" || code === 134) return "out of memory, or aborted";
  return signal === null ? `exit code ${String(code)}` : signal;
}

/**
 * A line of the log, as the server writes them.
 * @param {Readonly<Record<string, unknown>>} fields
 */
function tell(fields) {
  const line = { level: 50, time: new Date().toISOString(), ...fields };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
