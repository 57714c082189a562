// Root is never needed. Started by root in an ordinary user's folder, the product goes on as that user:
// otherwise root's files under var/ would shut its owner out the next time.
import { statSync } from "node:fs";
import process from "node:process";

if (process.getuid?.() === 0) {
  const { uid, gid } = statSync(".");
  if (uid !== 0) {
    process.setgroups?.([gid]);
    process.setgid?.(gid);
    process.setuid?.(uid);
  }
}
