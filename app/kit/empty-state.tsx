import type { ReactNode } from "react";

import { Icon, type IconName } from "./icon.tsx";

interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  /** What to do about it: a button. */
  readonly action?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <section className="empty flow">
      <span className="loom">
        <Icon name={icon} size={48} />
      </span>
      <h2>{title}</h2>
      {children === undefined ? null : <div>{children}</div>}
      {action}
    </section>
  );
}
