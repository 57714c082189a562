import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";

import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { OfficeFrameProvider } from "#app/pages/office/frame/office-frame.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor: _actor, placeName: _name, ...frame } = await requireOffice(context, request);
  return frame;
}

/** Every page of an office leads on within the place that `?xa=` names. */
export default function Office() {
  const frame = useLoaderData<typeof loader>();
  return (
    <OfficeFrameProvider value={frame}>
      <Outlet />
    </OfficeFrameProvider>
  );
}
