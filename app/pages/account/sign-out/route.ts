import { type ActionFunctionArgs, redirect } from "@remix-run/node";

export function loader() {
  return redirect("/");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ended = await context.deps.sessions.end(request.headers.get("cookie"));
  return redirect("/dang-nhap", { status: 303, headers: { "set-cookie": ended } });
}
