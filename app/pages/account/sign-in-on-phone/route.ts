import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { checkOwnPin, remember, writeDevice } from "#app/domain/identity/index.server.ts";
import type { OwnProfile } from "#app/domain/phones/index.ts";
import { issueToken } from "#app/domain/phones/index.server.ts";
import { href } from "#app/routes.ts";
import { deviceCookie, deviceOf } from "#app/server/http/device-cookie.server.ts";
import { readJson } from "#app/server/http/form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";

const BODY_BYTES_AT_MOST = 1000;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor(context, request);
  return redirect(href("account/overview"));
}

/**
 * Who is signed in, for the phone in her hand to keep: her name, her picture, a token by which it hands
 * in for her. With `pin`, it says as well whether that is her PIN; tries are counted as at signing in.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const body = await readJson(request, BODY_BYTES_AT_MOST);
  const known = await deviceOf(request);
  const device = remember(known, actor.accountId, deps.deviceKey, deps.newId());
  const pin = pinIn(body);
  if (pin !== null) {
    const fits = await checkOwnPin(deps, actor, { pin, device: known });
    if (!fits.ok) return Response.json({ code: fits.refusal.code }, { status: 422 });
  }
  const { token } = await issueToken(deps, actor, device.deviceId);
  const profile: OwnProfile = {
    accountId: actor.accountId,
    name: actor.fullName,
    picture: actor.picture,
    settings: actor.settings,
    helper: actor.helper,
    sample: deps.holdsSample(),
    token,
    sealKey: deps.sealKeys.current,
    now: deps.now().toISOString(),
  };
  const secure = deps.origin.startsWith("https:");
  return Response.json(profile, {
    headers: {
      "cache-control": "no-store",
      "set-cookie": await deviceCookie.serialize(writeDevice(device), { secure }),
    },
  });
}

/** As typed, or null: it is not asked about any. */
function pinIn(body: unknown): string | null {
  const pin = typeof body === "object" && body !== null && "pin" in body ? body.pin : null;
  return typeof pin === "string" ? pin.slice(0, 60) : null;
}
