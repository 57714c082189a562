import { Outlet } from "@remix-run/react";

import { FailedPage } from "#app/kit/failed-page.tsx";

/** Around every page, so that a failure is shown below the root: its loader has run, and the frame is known. */
export default function Shell() {
  return <Outlet />;
}

export { FailedPage as ErrorBoundary };
