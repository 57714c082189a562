import { type ChildProcess, spawn } from "node:child_process";

/** A command of README in a process of its own, with these variables beside what there is. */
export function startCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "app/server/cli/command.ts", ...args], {
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
}
