import { randomBytes } from "node:crypto";
import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";

import type { Env } from "#app/server/boot/env.server.ts";
import { earlierSecretsFile, readSecrets } from "#app/server/boot/secrets.server.ts";

const SECRET_BYTES = 48;

/**
 * Begins a new secret and keeps the old ones for what was sealed, signed or agreed to under them: in the data
 * folder, or in `.env` where the secret stands there. Answers the exit code.
 */
export async function rotateSecret(
  env: Pick<Env, "secret" | "earlierSecrets" | "dataFolder">,
  say: (line: string) => void,
  envFile = ".env",
): Promise<number> {
  const { secret, earlier } = await readSecrets(env);
  const fresh = randomBytes(SECRET_BYTES).toString("base64url");
  const kept = [secret, ...earlier];
  if (env.secret === null) {
    // A kill in between leaves the old secret, named twice.
    await writeWhole(earlierSecretsFile(env.dataFolder), `${kept.join("\n")}\n`);
    await writeWhole(join(env.dataFolder, "secret"), fresh);
    say(`Đã đổi khóa trong ${env.dataFolder}/secret; khóa cũ ở ${env.dataFolder}/secret.earlier.`);
  } else {
    const text = await readFile(envFile, "utf8").catch(() => "");
    if (parseEnv(text)["NEPHOC_SECRET"] !== secret) {
      say(`NEPHOC_SECRET không đặt ở ${envFile}. Hãy tự đặt, ở nơi bạn đã đặt nó:`);
      say(`NEPHOC_SECRET=${fresh}`);
      say(`NEPHOC_EARLIER_SECRETS="${kept.join(" ")}"`);
      return 1;
    }
    const rest = text
      .split("\n")
      .filter((line) => !/^NEPHOC_(?:EARLIER_SECRETS|SECRET)=/u.test(line));
    const lines = [`NEPHOC_SECRET=${fresh}`, `NEPHOC_EARLIER_SECRETS="${kept.join(" ")}"`];
    await writeWhole(
      envFile,
      `${[...rest.join("\n").trimEnd().split("\n"), ...lines].join("\n")}\n`,
    );
    say(`Đã đổi khóa trong ${envFile}; khóa cũ ở NEPHOC_EARLIER_SECRETS.`);
  }
  say(
    "Khởi động lại mọi tiến trình, rồi sao lưu. Điện thoại đã ghi nhớ người học cần đăng nhập lại một lần.",
  );
  return 0;
}

async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  const handle = await open(draft, "w", 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  await rename(draft, file);
}
