import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";
import { href } from "#app/routes.ts";

import { DeskPage } from "./desk-page.tsx";

interface ProvinceDeskProps {
  readonly heading: string;
  readonly current: "overview" | "records" | "clients" | "forwards" | "packages" | "certificates";
  readonly children: ReactNode;
  /** Use the whole width of the screen, for long lists. */
  readonly wide?: boolean | undefined;
}

/** A page of the province's desk, with its matters. */
export function ProvinceDesk({ heading, current, children, wide }: ProvinceDeskProps) {
  const { certificate, desk, exchange, packages, recordClients, records } = useWords();
  return (
    <DeskPage
      heading={heading}
      wide={wide}
      nav={[
        {
          href: href("office/province"),
          label: desk.province.matter,
          icon: "shield",
          current: current === "overview",
        },
        {
          href: href("office/records-province"),
          label: records.list.matter,
          icon: "clock",
          current: current === "records",
        },
        {
          href: href("office/clients"),
          label: recordClients.list.matter,
          icon: "lock",
          current: current === "clients",
        },
        {
          href: href("office/forwards"),
          label: exchange.forwards.matter,
          icon: "next",
          current: current === "forwards",
        },
        {
          href: href("office/packages"),
          label: packages.desk.matter,
          icon: "list",
          current: current === "packages",
        },
        {
          href: href("office/certificates-province"),
          label: certificate.desk.matter,
          icon: "seal",
          current: current === "certificates",
        },
        { href: href("learn/catalogue"), label: desk.matters.learn, icon: "learn", current: false },
      ]}
    >
      {children}
    </DeskPage>
  );
}
