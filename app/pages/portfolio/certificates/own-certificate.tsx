import { type OwnCertificate, percentOf } from "#app/domain/certificates/index.ts";
import { dayOf, formatDay, formatPublicCode } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

/** One certificate in its holder's list: what it says, its paper, its page and its badge. */
export function OwnCertificateCard({ certificate }: { readonly certificate: OwnCertificate }) {
  const words = useWords().certificate.mine;
  const { id, courseTitle, code, finalScaled, minutes, revokedAt } = certificate;
  const { facts } = words;
  const shownCode = formatPublicCode(code);
  const file = { certificate: id };
  return (
    <Card heading={courseTitle} icon="seal" id={`g-${id}`}>
      {revokedAt === null ? null : (
        <Notice tone="warning">{words.revoked(formatDay(dayOf(revokedAt)))}</Notice>
      )}
      <Facts
        rows={[
          { label: facts.completed, value: formatDay(dayOf(certificate.completedAt)) },
          { label: facts.issued, value: formatDay(dayOf(certificate.issuedAt)) },
          { label: facts.minutes, value: facts.minutesText(minutes) },
          ...(finalScaled === null
            ? []
            : [{ label: facts.result, value: facts.resultText(percentOf(finalScaled)) }]),
          { label: facts.code, value: shownCode },
        ]}
      />
      {revokedAt === null ? (
        <>
          <Actions>
            <ButtonLink href={href("files/certificate-pdf", file)} icon="pdf">
              {words.pdf}
              <span className="sr-only">: {courseTitle}</span>
            </ButtonLink>
            <ButtonLink
              href={href("public/check-certificate", { code: shownCode })}
              icon="shield"
              tone="plain"
            >
              {words.check}
              <span className="sr-only">: {courseTitle}</span>
            </ButtonLink>
          </Actions>
          <details>
            <summary>{words.badge}</summary>
            <p>{words.badgeText}</p>
            <Actions>
              <ButtonLink
                href={href("files/certificate-jwt", file)}
                icon="download"
                tone="plain"
                download="huy-hieu.jwt"
              >
                {words.badgeFile}
              </ButtonLink>
              <ButtonLink href={href("files/certificate-json", file)} icon="list" tone="plain">
                {words.badgeRead}
              </ButtonLink>
            </Actions>
          </details>
        </>
      ) : null}
    </Card>
  );
}
