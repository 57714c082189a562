import type { ReactNode } from "react";

import stylesheet from "./styles/chart.css?url";

/** Figures as bars, and the same as a table; it brings its styles along, on pages of learners and of desks. */
export function Chart({
  caption,
  children,
}: {
  readonly caption: string;
  readonly children: ReactNode;
}) {
  return (
    <figure className="chart flow">
      <link rel="stylesheet" href={stylesheet} />
      <figcaption>{caption}</figcaption>
      {children}
    </figure>
  );
}
