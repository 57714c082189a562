import type { ReactNode } from "react";

import { Icon, type IconName } from "./icon.tsx";

interface CardProps {
  readonly children: ReactNode;
  readonly heading?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly id?: string | undefined;
}

/** One matter on a piece of cloth, with its own <h2> when it has a heading. */
export function Card({ children, heading, icon, id }: CardProps) {
  return (
    <section className="card flow" id={id}>
      {heading === undefined ? null : (
        <h2 className="title">
          {icon === undefined ? null : <Icon name={icon} size={28} />}
          {heading}
        </h2>
      )}
      {children}
    </section>
  );
}

/** What is known about someone or something: word and value, one under another on a phone. */
export function Facts({
  rows,
}: {
  readonly rows: readonly { readonly label: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className="facts">
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
