import type { OwnCertificate } from "#app/domain/certificates/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Button, ButtonLink } from "#app/kit/button.tsx";
import { href } from "#app/routes.ts";

export const COURSE_FIELD = "khoa";

/** How somebody stands with the certificate of a course that she completed; null before she asked for it. */
export interface CertificateStanding {
  readonly courseId: string;
  readonly certificate: Pick<OwnCertificate, "id" | "revokedAt"> | null;
}

/** The newest certificate of a course decides. `certificates` come the newest first. */
export function standingOf(
  courseId: string,
  certificates: readonly Pick<OwnCertificate, "id" | "courseId" | "revokedAt">[],
): CertificateStanding {
  const newest = certificates.find((each) => each.courseId === courseId);
  return { courseId, certificate: newest ?? null };
}

/** A button to be given the certificate, or the way to it. */
export function CertificateOffer({
  standing,
  title,
}: {
  readonly standing: CertificateStanding;
  /** Of the course, where the page is about several. */
  readonly title?: string | undefined;
}) {
  const words = useWords().certificate.offer;
  const { courseId, certificate } = standing;
  const of = title === undefined ? null : <span className="sr-only">{words.of(title)}</span>;
  if (certificate === null) {
    return (
      <form method="post" action={`${href("portfolio/certificates")}?index`}>
        <input type="hidden" name={COURSE_FIELD} value={courseId} />
        <Button icon="seal">
          {words.get}
          {of}
        </Button>
      </form>
    );
  }
  if (certificate.revokedAt !== null) return <p className="hint">{words.revoked}</p>;
  return (
    <ButtonLink
      href={`${href("portfolio/certificates")}#g-${certificate.id}`}
      icon="seal"
      tone="plain"
    >
      {words.open}
      {of}
    </ButtonLink>
  );
}
