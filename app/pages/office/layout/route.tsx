import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react";

import { FailedPage, useFailure } from "#app/kit/failed-page.tsx";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { OfficeFrameProvider } from "#app/pages/office/frame/office-frame.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";

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

/** An official who asks for what is not there stays at the desk. */
export function ErrorBoundary() {
  const { status, title, advice } = useFailure();
  // Null where this very loader refused, or an action did: Remix then asks the loaders above alone.
  const frame = useRouteLoaderData<typeof loader>("pages/office/layout/route") ?? null;
  if (frame === null || status >= 500) return <FailedPage />;
  return (
    <OfficeFrameProvider value={frame}>
      <OfficePage heading={title}>
        <p>{advice}</p>
        <p className="hint">{status}</p>
      </OfficePage>
    </OfficeFrameProvider>
  );
}
