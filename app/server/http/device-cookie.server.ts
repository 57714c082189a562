import { createCookie } from "@remix-run/node";

import { isKnown, type KnownDevice, readDevice } from "#app/domain/identity/index.server.ts";
import { listLearners, type PhoneLearner } from "#app/domain/phones/index.server.ts";
import { href } from "#app/routes.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";

/** Marks a phone on which an account signed in before; says nothing about who. */
export const deviceCookie = createCookie("thiet-bi", {
  path: href("account/sign-in"),
  httpOnly: true,
  sameSite: "lax",
  maxAge: 400 * 24 * 60 * 60,
});

/** The phone that a request comes from; null: none that anybody signed in on. */
export async function deviceOf(request: Request): Promise<KnownDevice | null> {
  return readDevice(await deviceCookie.parse(request.headers.get("cookie")));
}

/** Who learns on the phone that a request comes from, as far as its cookie proves it. */
export async function facesOn(
  deps: Pick<Deps, "transact" | "deviceKey">,
  request: Request,
): Promise<readonly PhoneLearner[]> {
  const device = await deviceOf(request);
  if (device === null) return [];
  const learners = await listLearners(deps, device.deviceId);
  return learners.filter(({ accountId }) => isKnown(device, accountId, deps.deviceKey));
}
