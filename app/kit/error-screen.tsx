import type { ReactNode } from "react";

import { Brand, WovenMotif } from "./brand.tsx";
import { href } from "#app/routes.ts";

interface ErrorScreenProps {
  /** Of HTTP: 404, 403, 500. */
  readonly status: number;
  readonly title: string;
  readonly children: ReactNode;
  readonly action: ReactNode;
}

/** A whole page of its own, for when no other can be shown; needs no data and no words but its own. */
export function ErrorScreen({ status, title, children, action }: ErrorScreenProps) {
  return (
    <div className="page">
      <header>
        <div className="bar">
          <Brand href={href("public/front")} />
        </div>
      </header>
      <main className="empty flow" id="noi-dung">
        <WovenMotif broken />
        <h1>{title}</h1>
        <div>{children}</div>
        {action}
        <p className="hint">{status}</p>
      </main>
    </div>
  );
}
