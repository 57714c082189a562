import { Uuid } from "#app/domain/kernel/index.ts";

import { searchText } from "#app/pages/office/frame/search-text.ts";
import { readPage } from "#app/pages/office/queue/queue-address.ts";

/** Where the certificates of a commune, or of a province, are looked after. */
export type CertificatesBase = string;

/** What the address of such a list asks for. */
export interface CertificatesAddress {
  readonly search: string;
  /** Null for every course. */
  readonly courseId: string | null;
  /** From 1. */
  readonly page: number;
  /** The certificate that is opened, or null. */
  readonly openedId: string | null;
}

/** What cannot be understood is as if it were not there. */
export function readCertificatesAddress(search: URLSearchParams): CertificatesAddress {
  const opened = Uuid.safeParse(search.get("mo"));
  const course = search.get("khoa") ?? "";
  return {
    search: searchText(search),
    courseId: /^[\w-]{1,100}$/u.test(course) ? course : null,
    page: readPage(search.get("trang")),
    openedId: opened.success ? opened.data : null,
  };
}

export function certificatesHref(base: CertificatesBase, address: CertificatesAddress): string {
  const { search, courseId, page, openedId } = address;
  const asked = new URLSearchParams();
  if (search !== "") asked.set("tim", search);
  if (courseId !== null) asked.set("khoa", courseId);
  if (page > 1) asked.set("trang", String(page));
  if (openedId !== null) asked.set("mo", openedId);
  const query = asked.toString();
  return query === "" ? base : `${base}?${query}`;
}
