import { type ActionFunctionArgs, redirect } from "@remix-run/node";

import { Posted, type Received } from "#app/domain/phones/index.ts";
import { receiveSealed } from "#app/domain/phones/index.server.ts";
import { href } from "#app/routes.ts";
import { readJson } from "#app/server/http/form.server.ts";

const BODY_BYTES_AT_MOST = 1024 * 1024;

export function loader() {
  return redirect(href("account/on-this-phone"));
}

/**
 * What phones sealed comes in here. It reads no cookie: each envelope names its learner under its seal,
 * so what one left on the phone is taken over the next one's connection.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const { deps, address, report } = context;
  const posted = Posted.safeParse(await readJson(request, BODY_BYTES_AT_MOST));
  if (!posted.success) throw new Response(null, { status: 400 });
  const wait = await deps.handInTries.take(address);
  if (wait > 0) {
    return new Response(null, { status: 429, headers: { "retry-after": String(wait) } });
  }
  const { openSealed, handInOf, transact, now } = { ...deps, openSealed: deps.sealKeys.open };
  const receipts = await receiveSealed(
    { transact, now, openSealed, handInOf, report },
    posted.data,
  );
  const received: Received = { receipts: [...receipts], now: deps.now().toISOString() };
  return Response.json(received, { headers: { "cache-control": "no-store" } });
}
