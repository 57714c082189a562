import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";
import { href } from "#app/routes.ts";

import { useDeskHref } from "./desk-address.ts";
import { DeskPage } from "./desk-page.tsx";

interface CommuneDeskProps {
  readonly heading: string;
  readonly current: "queue" | "decisions" | "register" | "certificates" | "people" | "records";
  readonly children: ReactNode;
  /** Use the whole width of the screen, for long lists. */
  readonly wide?: boolean | undefined;
}

/** A page of the commune's desk, with its matters. */
export function CommuneDesk({ heading, current, children, wide }: CommuneDeskProps) {
  const { certificate, group, people, records } = useWords();
  const words = useWords().desk.matters;
  const hrefOf = useDeskHref();
  return (
    <DeskPage
      heading={heading}
      wide={wide}
      nav={[
        {
          href: hrefOf(href("office/queue")),
          label: words.queue,
          icon: "assess",
          current: current === "queue",
        },
        {
          href: hrefOf(href("office/decisions")),
          label: words.decisions,
          icon: "seal",
          current: current === "decisions",
        },
        {
          href: hrefOf(href("office/register")),
          label: words.register,
          icon: "list",
          current: current === "register",
        },
        {
          href: hrefOf(href("office/certificates-commune")),
          label: certificate.desk.matter,
          icon: "seal",
          current: current === "certificates",
        },
        {
          href: hrefOf(href("office/people")),
          label: people.matter,
          icon: "people",
          current: current === "people",
        },
        {
          href: hrefOf(href("office/records-commune")),
          label: records.list.matter,
          icon: "clock",
          current: current === "records",
        },
        { href: href("classes/list"), label: group.desk, icon: "people", current: false },
        { href: href("learn/catalogue"), label: words.learn, icon: "learn", current: false },
      ]}
    >
      {children}
    </DeskPage>
  );
}
