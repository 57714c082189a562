import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { subscribeReminders, unsubscribeReminders } from "#app/domain/guidance/index.server.ts";
import { href } from "#app/routes.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { requireActor } from "#app/server/http/request-context.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor(context, request);
  return redirect(href("learn/plan"));
}

/** A phone asks to be reminded, or no more; the page's script posts here. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const actor = await requireActor(context, request);
  const form = await readForm(request);
  const endpoint = textOf(form, "endpoint");
  if (textOf(form, "viec") === "tat") {
    await unsubscribeReminders(deps, actor, { endpoint });
    return Response.json({ code: "off" });
  }
  const result = await subscribeReminders(deps, actor, {
    endpoint,
    p256dh: textOf(form, "p256dh"),
    auth: textOf(form, "auth"),
  });
  if (result.ok) return Response.json({ code: "on" });
  return Response.json(result.refusal, { status: 422 });
}
