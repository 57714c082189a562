import type { IconName } from "#app/kit/icon.tsx";
import type { Words } from "#app/locales/index.ts";
import { href } from "#app/routes.ts";

import type { OfficeFrame } from "./office-frame.ts";
import type { OfficeKind } from "./office-kind.ts";

/** An entry of an office's navigation. */
interface NavItem {
  readonly key: string;
  readonly icon: IconName;
  readonly label: (words: Words) => string;
  readonly href: (office: Pick<OfficeFrame, "desk">) => string;
}

const RECORDS = {
  key: "records",
  icon: "archive",
  label: (words) => words.records.list.navItem,
  href: ({ desk }) => href("office/records", { desk }),
} as const satisfies NavItem;

const CERTIFICATES = {
  key: "certificates",
  icon: "certificate",
  label: (words) => words.certificate.desk.navItem,
  href: ({ desk }) => href("office/certificates", { desk }),
} as const satisfies NavItem;

const LEARN = {
  key: "learn",
  icon: "learn",
  label: (words) => words.desk.matters.learn,
  href: () => href("learn/catalogue"),
} as const satisfies NavItem;

const CLASSES = {
  key: "classes",
  icon: "class",
  label: (words) => words.group.desk,
  href: () => href("classes/list"),
} as const satisfies NavItem;

/** What stands in the navigation of each office; the first entry is where its mark leads. */
export const NAVIGATION = {
  commune: [
    {
      key: "queue",
      icon: "assess",
      label: (words) => words.desk.matters.queue,
      href: () => href("office/queue"),
    },
    {
      key: "decisions",
      icon: "seal",
      label: (words) => words.desk.matters.decisions,
      href: () => href("office/decisions"),
    },
    {
      key: "register",
      icon: "list",
      label: (words) => words.desk.matters.register,
      href: () => href("office/register"),
    },
    CERTIFICATES,
    {
      key: "people",
      icon: "people",
      label: (words) => words.people.navItem,
      href: () => href("office/people"),
    },
    RECORDS,
    CLASSES,
    LEARN,
  ],
  province: [
    {
      key: "overview",
      icon: "shield",
      label: (words) => words.desk.province.navItem,
      href: () => href("office/province"),
    },
    RECORDS,
    {
      key: "clients",
      icon: "key",
      label: (words) => words.recordClients.list.navItem,
      href: () => href("office/clients"),
    },
    {
      key: "forwards",
      icon: "forward",
      label: (words) => words.exchange.forwards.navItem,
      href: () => href("office/forwards"),
    },
    {
      key: "packages",
      icon: "package",
      label: (words) => words.packages.desk.navItem,
      href: () => href("office/packages"),
    },
    {
      key: "operation",
      icon: "clock",
      label: (words) => words.operation.navItem,
      href: () => href("office/operation"),
    },
    CERTIFICATES,
    LEARN,
  ],
  village: [
    {
      key: "village",
      icon: "people",
      label: (words) => words.village.nav,
      href: () => href("office/village"),
    },
    {
      key: "needs",
      icon: "tip",
      label: (words) => words.finding.villageNeeds.navItem,
      href: ({ desk }) => href("office/needs", { desk }),
    },
    CLASSES,
    {
      key: "portfolio",
      icon: "portfolio",
      label: (words) => words.common.frame.portfolio,
      href: () => href("portfolio/book"),
    },
  ],
} as const satisfies Record<OfficeKind, readonly NavItem[]>;

/** Under which entry of the navigation a page stands. */
export type NavKey = (typeof NAVIGATION)[OfficeKind][number]["key"];
