import { Outlet, useSearchParams } from "@remix-run/react";

import { NamedCommuneProvider } from "#app/pages/office/frame/desk-address.ts";

/** Every page of the desk leads on within the commune that `?xa=` names. */
export default function Desk() {
  const [search] = useSearchParams();
  return (
    <NamedCommuneProvider value={search.get("xa")}>
      <Outlet />
    </NamedCommuneProvider>
  );
}
