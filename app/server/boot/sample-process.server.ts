import { spawn } from "node:child_process";

/**
 * Makes the sample province in a process of its own, whose memory goes with it; the one that serves
 * people stays small. `databaseUrl`: the running server, as the owner of the tables.
 */
export async function makeSampleApart(databaseUrl: string): Promise<void> {
  const maker = spawn(
    process.execPath,
    ["--import", "tsx", "app/server/cli/command.ts", "sample:make"],
    { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, DATABASE_URL: databaseUrl } },
  );
  const code = await new Promise((resolve) => {
    maker.once("exit", resolve);
  });
  if (code !== 0) throw new Error(`the sample ended with ${String(code)}`);
}
