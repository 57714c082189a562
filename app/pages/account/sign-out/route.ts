import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { href } from "#app/routes.ts";

export function loader() {
  return redirect(href("public/front"));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ended = await context.deps.sessions.end(request.headers.get("cookie"));
  return redirect(href("account/sign-in"), { status: 303, headers: { "set-cookie": ended } });
}
