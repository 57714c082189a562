import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";
import { href } from "#app/routes.ts";

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
          href: href("office/village"),
          label: words.village.nav,
          icon: "people",
          current: current === "people",
        },
        {
          href: href("office/needs-village"),
          label: words.finding.villageNeeds.matter,
          icon: "learn",
          current: current === "needs",
        },
        { href: href("classes/list"), label: words.group.desk, icon: "learn", current: false },
        {
          href: href("portfolio/book"),
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
