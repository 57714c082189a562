import type { Actor } from "#app/domain/identity/index.ts";
import { accept, parsePublicCode, refuse, type Result } from "#app/domain/kernel/index.ts";
import { communesOf } from "#app/domain/places/index.server.ts";

import { type CertificateDesk, deskOffice } from "./access.ts";
import type { CertificatePage } from "./certificate.ts";
import { findCertifiedCourses, findLines } from "./certificate-list.store.server.ts";
import type { CertificateDeps } from "./deps.ts";

export type ListCertificatesRefusal = { readonly code: "outside-desk" };

const PAGE = 50;

/** The certificates of a commune, or of all communes of a province: the newest first, 50 a page. */
export function listCertificates(
  deps: Pick<CertificateDeps, "transact">,
  actor: Actor,
  input: {
    readonly desk: CertificateDesk;
    /** A name, in which diacritics may be missing, or the code of one certificate. */
    readonly search: string;
    readonly courseId: string | null;
    /** From 1. */
    readonly page: number;
  },
): Promise<Result<CertificatePage, ListCertificatesRefusal>> {
  const { desk, search, courseId } = input;
  const asked = Math.max(1, input.page);
  return deps.transact(actor.reach, async (db) => {
    if (deskOffice(actor, desk) === null) return refuse({ code: "outside-desk" });
    const communeIds =
      desk.kind === "commune"
        ? [desk.placeId]
        : (await communesOf(db, desk.placeId)).map(({ id }) => id);
    const code = parsePublicCode(search);
    const { lines, found } = await findLines(db, {
      communeIds,
      name: code === null ? search : "",
      code,
      courseId,
      page: asked,
      perPage: PAGE,
    });
    const pages = Math.max(1, Math.ceil(found / PAGE));
    const courses = await findCertifiedCourses(db, communeIds);
    return accept({ lines, found, pages, page: Math.min(asked, pages), courses });
  });
}
