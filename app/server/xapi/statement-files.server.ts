import { attachmentsOf, type KeptStatement } from "#app/domain/xapi/index.ts";

import type { SentPart } from "./multipart.server.ts";
import type { Printing } from "./print-statements.server.ts";
import type { Resources } from "./resources.server.ts";

/** Of the files that go with one page of statements; a page has one statement at least. */
const FILE_BYTES_AT_MOST = 32 * 1024 * 1024;

type WithPayload = KeptStatement & { readonly payload: string };

/** As many of the first statements as their files allow, and those files, each once. */
export async function takeWithFiles(
  { files }: Pick<Resources, "files">,
  statements: readonly WithPayload[],
  { attachments }: Printing,
): Promise<{ readonly statements: readonly WithPayload[]; readonly files: readonly SentPart[] }> {
  if (!attachments) return { statements, files: [] };
  const sent = new Map<string, SentPart | null>();
  let bytes = 0;
  for (const [at, { payload }] of statements.entries()) {
    for (const { sha2, contentType } of attachmentsOf(JSON.parse(payload))) {
      const name = sha2.toLowerCase();
      if (sent.has(name)) continue;
      const found = await files.find(name);
      sent.set(name, found === null ? null : { sha2, contentType, ...found });
      bytes += found?.bytes ?? 0;
    }
    if (bytes > FILE_BYTES_AT_MOST && at > 0) return takeFirst(statements.slice(0, at), sent);
  }
  return takeFirst(statements, sent);
}

function takeFirst(
  statements: readonly WithPayload[],
  found: ReadonlyMap<string, SentPart | null>,
) {
  const named = new Set(
    statements.flatMap(({ payload }) =>
      attachmentsOf(JSON.parse(payload)).map(({ sha2 }) => sha2.toLowerCase()),
    ),
  );
  const files = [...named].flatMap((name) => found.get(name) ?? []);
  return { statements, files };
}
