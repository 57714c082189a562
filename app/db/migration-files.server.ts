import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Migration {
  /** `<yyyymmddhhmmss>_<name>`, the folder's name. */
  readonly name: string;
  readonly sql: string;
}

const FOLDER = "prisma/migrations";

/** Every migration of this program, in the order in which they are applied. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.toSorted().map(async (name) => ({
      name,
      sql: await readFile(join(FOLDER, name, "migration.sql"), "utf8"),
    })),
  );
}

/** As `prisma migrate` writes it. */
export function checksumOf({ sql }: Migration): string {
  return createHash("sha256").update(sql).digest("hex");
}

/**
 * Whether a migration changes many rows a few at a time. It holds one statement, which finds by itself
 * what is not changed yet: `UPDATE … WHERE id IN (SELECT … LIMIT 5000)`. It is run until it changes none.
 */
export function isInSteps({ sql }: Migration): boolean {
  return sql.startsWith("-- in steps");
}
