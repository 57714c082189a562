import type { AppLoadContext } from "@remix-run/node";

import { MeetingId } from "#app/domain/centres/index.ts";
import { type MeetingView, readMeeting } from "#app/domain/centres/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";

import { requireActor } from "#app/server/http/request-context.server.ts";

/** Who asks for which class; an address that names none is no page. */
export async function requireClass(
  context: Pick<AppLoadContext, "actor">,
  request: Request,
  params: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly actor: Actor; readonly meetingId: MeetingId }> {
  const actor = await requireActor(context, request);
  const meetingId = MeetingId.safeParse(params["meeting"]);
  if (!meetingId.success) throw new Response(null, { status: 404 });
  return { actor, meetingId: meetingId.data };
}

/** A class that whoever is signed in has a part in leading; no page for everybody else. */
export async function requireLedClass(
  context: Pick<AppLoadContext, "actor" | "deps">,
  request: Request,
  params: Readonly<Record<string, string | undefined>>,
): Promise<MeetingView & { readonly actor: Actor }> {
  const { actor, meetingId } = await requireClass(context, request, params);
  const read = await readMeeting(context.deps, actor, { meetingId });
  if (!read.ok) throw new Response(null, { status: 404 });
  return { ...read.value, actor };
}
