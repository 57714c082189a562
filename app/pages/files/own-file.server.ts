import type { PaperData, PaperName } from "#app/domain/documents/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";

/** A file of somebody's own: kept by nobody on the way. */
export function ownFile(
  body: Uint8Array<ArrayBuffer> | string,
  { type, name }: { readonly type: string; readonly name: string },
): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `inline; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}

/**
 * A paper, drawn when its turn comes.
 * @param fileName without its ending, in ASCII
 */
export async function paperFile<Name extends PaperName>(
  { work }: Pick<Deps, "work">,
  { accountId }: Pick<Actor, "accountId">,
  paper: Name,
  fileName: string,
  data: PaperData<Name> | (() => Promise<PaperData<Name>>),
): Promise<Response> {
  const bytes = await work.run(paper, accountId, data);
  return ownFile(new Uint8Array(bytes), { type: "application/pdf", name: `${fileName}.pdf` });
}
