import type { ReactNode } from "react";

import { Icon } from "./icon.tsx";

/** The way back, above a page's matter. */
export function BackLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ReactNode;
}) {
  return (
    <a className="back no-print" href={href}>
      <Icon name="back" />
      {children}
    </a>
  );
}
