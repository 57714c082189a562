import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const exec = promisify(execFile);

export interface SignIn {
  readonly card: string;
  readonly pin: string;
  readonly name: string;
}

export interface Product {
  readonly origin: string;
  /** Where the files of course packages are. */
  readonly contentOrigin: string;
  /** Of the process that serves, which is another one after it was started again. */
  readonly serverPid: () => Promise<number>;
  /** Of the one that keeps it running. */
  readonly pid: number;
  /** Where its embedded database and files are. */
  readonly dataFolder: string;
  readonly learners: readonly SignIn[];
  readonly attestor: SignIn;
  readonly promoter: SignIn;
  readonly official: SignIn;
  readonly officer: SignIn;
  readonly stop: () => Promise<void>;
}

/** As `npm start` has them. */
const LAUNCH = ["--max-old-space-size=192", "--max-semi-space-size=4", "app/server/boot/launch.js"];

/** The product as a newcomer starts it: one command, the embedded database, the sample province. */
export async function startProduct(): Promise<Product> {
  const { lines, end: _end, ...running } = await run(LAUNCH);
  return { ...running, ...signInsOf(lines) };
}

/** As many as are asked for, each with data of its own; the sample is made once. */
export async function startProducts(count: number): Promise<readonly Product[]> {
  const first = await run(LAUNCH);
  await first.end();
  const products = await Promise.all(
    Array.from({ length: count }, () => run(LAUNCH, { copyOf: first.dataFolder })),
  );
  await first.stop();
  return products.map(({ lines, end: _end, ...running }) => ({ ...running, ...signInsOf(lines) }));
}

/** The same with nobody in it, which takes a few seconds. */
export async function startEmpty(): Promise<Running> {
  return run(LAUNCH, { env: { NEPHOC_SAMPLE: "no" } });
}

/** The product as an author of courses starts it, with the files of a folder and nobody in it. */
export async function startForAuthors(cwd: string): Promise<Pick<Product, "origin" | "stop">> {
  return run(["--import", "tsx", "app/server/boot/dev.ts"], {
    cwd,
    env: { NEPHOC_SAMPLE: "no" },
    // Packages outside of the folder are read by links, of which the styles of a page complain.
    errors: "ignore",
  });
}

export type Running = Omit<
  Product,
  "learners" | "attestor" | "promoter" | "official" | "officer"
> & {
  /** What was told until it was there. */
  readonly lines: readonly string[];
  /** Leaves its data where they are. */
  readonly end: () => Promise<void>;
};

async function run(
  command: readonly string[],
  {
    env = {},
    cwd = process.cwd(),
    errors = "inherit",
    copyOf,
  }: {
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
    readonly errors?: "inherit" | "ignore";
    /** The data folder of one that has ended. */
    readonly copyOf?: string;
  } = {},
): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), "nep-hoc-"));
  // The embedded database runs as another user when this one is root, and must get in.
  await chmod(folder, 0o755);
  const dataFolder = join(folder, "var");
  // With its owners, of whom the database's server is one.
  if (copyOf !== undefined) await exec("cp", ["-a", copyOf, dataFolder]);
  const port = await freePort();
  const contentPort = await freePort();
  const ownEnv = {
    ...process.env,
    // Vitest's own marks would make the build leave out its plugins.
    VITEST: undefined,
    DATABASE_URL: "",
    PORT: String(port),
    NEPHOC_CONTENT_PORT: String(contentPort),
    // The sample's year of evaluation is open on this day.
    NEPHOC_TODAY: "2026-11-22",
    NEPHOC_DATA: dataFolder,
    // It may forward statements to itself.
    NEPHOC_PRIVATE_HOSTS: "localhost",
    LOG_LEVEL: "warn",
  };
  // Nobody who starts it has said which it is.
  Reflect.deleteProperty(ownEnv, "NODE_ENV");
  const product = spawn(process.execPath, command, {
    cwd,
    env: { ...ownEnv, ...env },
    stdio: ["ignore", "pipe", errors],
  });
  const ended = new Promise<void>((resolve) => {
    product.once("exit", () => resolve());
  });
  const lines: string[] = [];
  const welcomed = new Promise<void>((resolve) => {
    createInterface({ input: product.stdout }).on("line", (line) => {
      lines.push(line);
      if (line.startsWith("Dừng")) resolve();
    });
  });
  await Promise.race([welcomed, ended]);

  const { pid } = product;
  if (pid === undefined || product.exitCode !== null) {
    throw new Error(`the product ended:\n${lines.join("\n")}`);
  }
  const end = async () => {
    product.kill("SIGTERM");
    await ended;
  };
  return {
    origin: `http://localhost:${port}`,
    contentOrigin: `http://localhost:${contentPort}`,
    pid,
    serverPid: () => ownerOf(dataFolder),
    dataFolder,
    lines,
    end,
    stop: async () => {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The process that serves the data folder: its mark is `postgres.owner.<pid>.<birth>`. */
async function ownerOf(dataFolder: string): Promise<number> {
  const marks = (await readdir(dataFolder)).flatMap(
    (name) => /^postgres\.owner\.(\d+)\./u.exec(name)?.[1] ?? [],
  );
  const alive = marks.map(Number).filter((pid) => existsSync(`/proc/${pid}`));
  const [pid] = alive;
  if (pid === undefined || alive.length > 1) throw new Error(`owners: ${marks.join(" ")}`);
  return pid;
}

function signInsOf(lines: readonly string[]) {
  const found = lines.flatMap((line) => {
    const match = /^ {2}(\S.*?) {2,}(\S{4}-\S{4}) +PIN (\d{6}) +(.+)$/u.exec(line);
    const [, role = "", card = "", pin = "", name = ""] = match ?? [];
    return match === null ? [] : [{ role, card, pin, name }];
  });
  const of = (who: string) => found.filter(({ role }) => role === who);
  const one = (who: string): SignIn => {
    const [first] = of(who);
    if (first === undefined) throw new Error(`no sign-in of ${who} in:\n${lines.join("\n")}`);
    return first;
  };
  return {
    learners: of("Người học"),
    attestor: one("Trưởng thôn"),
    promoter: one("Người hướng dẫn"),
    official: one("Cán bộ xã"),
    officer: one("Cán bộ tỉnh"),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("no port"));
      });
    });
  });
}
