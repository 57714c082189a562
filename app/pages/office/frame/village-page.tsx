import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import { DeskPage } from "./desk-page.tsx";

interface VillagePageProps {
  readonly heading: string;
  readonly children: ReactNode;
  readonly current?: "people" | "needs" | undefined;
}

/** A page of a village's attestor. */
export function VillagePage({ heading, children, current = "people" }: VillagePageProps) {
  const words = useWords();
  return (
    <DeskPage
      heading={heading}
      nav={[
        {
          href: "/xac-nhan",
          label: words.village.nav,
          icon: "people",
          current: current === "people",
        },
        {
          href: "/xac-nhan/nhu-cau",
          label: words.finding.villageNeeds.matter,
          icon: "learn",
          current: current === "needs",
        },
        { href: "/lop", label: words.group.desk, icon: "learn", current: false },
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
