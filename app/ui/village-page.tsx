import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import { DeskPage } from "./desk-page.tsx";

interface VillagePageProps {
  readonly heading: string;
  readonly children: ReactNode;
}

/** A page of a village's attestor. */
export function VillagePage({ heading, children }: VillagePageProps) {
  const words = useWords();
  return (
    <DeskPage
      heading={heading}
      nav={[
        { href: "/xac-nhan", label: words.village.nav, icon: "people", current: true },
        {
          href: "/so-hoc-tap",
          label: words.common.frame.portfolio,
          icon: "portfolio",
          current: false,
        },
      ]}
    >
      {children}
    </DeskPage>
  );
}
