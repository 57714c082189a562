import { setTimeout as pause } from "node:timers/promises";

import pg from "pg";

import { DatabaseAway, isDatabaseAway } from "#app/db/index.server.ts";

/** Tells a database that is slow from one that does not answer at all. */
export interface DatabaseWatch {
  /** The outcome of some work; null as soon as it is known that its database does not answer. */
  readonly guard: <Value>(work: Promise<Value>) => Promise<Value | null>;
  /** Throws while the database is known not to answer: what would wait for it is not begun. */
  readonly refuse: () => void;
  readonly close: () => Promise<void>;
}

/** Work that takes longer makes us look; with two looks, whoever waits is told within two seconds. */
const PATIENCE_MILLISECONDS = 400;
const PROBE_MILLISECONDS = 700;
const AGAIN_MILLISECONDS = 250;
const PAUSE_MILLISECONDS = 50;

export function openDatabaseWatch(url: string): DatabaseWatch {
  const probe = openProbe(url);
  const closed = new AbortController();
  let looking: Promise<boolean> | null = null;
  let away = false;

  const look = async () => {
    const answers = (await probe.answers()) || (await probe.answers());
    if (!answers && !away) void waitForIt();
    return answers;
  };
  const waitForIt = async () => {
    away = true;
    while (away && !closed.signal.aborted) {
      await pause(AGAIN_MILLISECONDS, undefined, { ref: false });
      away = !(await probe.answers());
    }
  };
  const lookOnce = () => {
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  };
  const isLost = async (done: AbortSignal): Promise<null> => {
    for (;;) {
      await pause(PATIENCE_MILLISECONDS, undefined, { signal: done, ref: false });
      if (away || !(await lookOnce())) return null;
    }
  };

  return {
    async guard(work) {
      const done = new AbortController();
      // Nobody is told any more of what fails after the answer.
      work.catch(() => undefined);
      const lost = isLost(done.signal).catch(() => work);
      try {
        return await Promise.race([work, lost]);
      } finally {
        done.abort();
      }
    },
    refuse: () => {
      if (away) throw new DatabaseAway("the database does not answer");
    },
    close: async () => {
      closed.abort();
      await probe.close();
    },
  };
}

/** Asks the least there is, on a connection of its own. */
function openProbe(url: string) {
  let client: pg.Client | null = null;

  const open = async () => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true });
    fresh.on("error", () => undefined);
    await fresh.connect();
    return fresh;
  };
  const forget = (lost: pg.Client | null) => {
    client = null;
    lost?.end().catch(() => undefined);
  };
  const ask = async () => {
    client ??= await open();
    await client.query("SELECT");
    return true;
  };

  return {
    async answers(): Promise<boolean> {
      const asked = client;
      try {
        if (await inTime(ask(), PROBE_MILLISECONDS)) return true;
      } catch (error) {
        forget(asked);
        // With every connection taken it is there all the same.
        return !isDatabaseAway(error) || isFull(error);
      }
      forget(asked);
      return false;
    },
    close: async () => {
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}

function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "53300";
}

/**
 * False when it takes longer. Time in which this process was itself too busy to hear an answer does not
 * count: opening a connection needs it many times, and each pause that it overslept is one pause.
 */
async function inTime(work: Promise<boolean>, milliseconds: number): Promise<boolean> {
  const done = new AbortController();
  const late = async () => {
    for (let waited = 0; waited < milliseconds; waited += PAUSE_MILLISECONDS) {
      await pause(PAUSE_MILLISECONDS, undefined, { signal: done.signal, ref: false });
    }
    return false;
  };
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late().catch(() => work)]);
  } finally {
    done.abort();
  }
}
