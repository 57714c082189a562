import { type CourseCertificate, percentOf } from "#app/domain/certificates/index.ts";
import { Day, dayOf, formatDay, formatPublicCode } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import { CertificateStandingBadge } from "./certificate-table.tsx";
import type { certificateForm } from "./form.ts";
import { TextArea } from "#app/kit/field.tsx";
import { href } from "#app/routes.ts";

/** A certificate as a desk opens it: without the badge. */
export type OpenedCertificate = Omit<CourseCertificate, "credential" | "personId">;

interface CertificateFileProps {
  readonly certificate: OpenedCertificate;
  readonly view: ReturnType<typeof certificateForm.view>;
  readonly closeHref: string;
}

/** One certificate opened: what it says, and its revocation or the form for one. */
export function CertificateFile({ certificate, view, closeHref }: CertificateFileProps) {
  const words = useWords().certificate;
  const { desk } = words;
  const { id, holderName, revocation } = certificate;
  const heading = holderName === "" ? desk.erased : holderName;
  return (
    <Card heading={heading} icon="account" id="chi-tiet">
      <Facts rows={rowsOf(certificate, words)} />
      <Actions>
        {revocation === null ? (
          <ButtonLink href={href("files/certificate-pdf", { certificate: id })} icon="pdf">
            {desk.paper}
          </ButtonLink>
        ) : null}
        <ButtonLink href={closeHref} tone="plain" icon="cross">
          {desk.close}
        </ButtonLink>
      </Actions>
      {revocation === null ? <RevokeForm holder={heading} view={view} /> : null}
      {revocation !== null && holderName !== "" ? <ReissueForm /> : null}
    </Card>
  );
}

function rowsOf(certificate: OpenedCertificate, { desk, mine }: Words["certificate"]) {
  const { code, courseTitle, courseVersion, finalScaled, revocation } = certificate;
  const { facts } = mine;
  const shownCode = formatPublicCode(code);
  return [
    {
      label: desk.table.state,
      value: <CertificateStandingBadge revoked={revocation !== null} />,
    },
    { label: desk.table.course, value: courseTitle },
    { label: desk.version, value: shownVersion(courseVersion) },
    { label: facts.completed, value: formatDay(dayOf(certificate.completedAt)) },
    { label: facts.issued, value: formatDay(dayOf(certificate.issuedAt)) },
    { label: facts.minutes, value: facts.minutesText(certificate.minutes) },
    ...(finalScaled === null
      ? []
      : [{ label: facts.result, value: facts.resultText(percentOf(finalScaled)) }]),
    {
      label: desk.table.code,
      value: (
        <a
          className="inline-block py-3"
          href={href("public/check-certificate", { code: shownCode })}
        >
          {shownCode}
        </a>
      ),
    },
    ...(revocation === null
      ? []
      : [
          { label: desk.revokedOn, value: formatDay(dayOf(revocation.revokedAt)) },
          {
            label: desk.revokedBy,
            value: revocation.revokedByName === "" ? desk.provincial : revocation.revokedByName,
          },
          {
            label: desk.reason,
            value: <span className="whitespace-pre-line">{revocation.reason}</span>,
          },
        ]),
  ];
}

/** A day for our own courses; a hash, told by its beginning, for packages. */
function shownVersion(version: string): string {
  const day = Day.safeParse(version);
  return day.success ? formatDay(day.data) : version.slice(0, 12);
}

/** Folded away, because it cannot be taken back. */
function RevokeForm({
  holder,
  view: { fields, errors },
}: Pick<CertificateFileProps, "view"> & { holder: string }) {
  const { revoke: words } = useWords().certificate.desk;
  return (
    <details className="no-print" open={errors.length > 0}>
      <summary>{words.summary}</summary>
      <form method="post" className="flow">
        <p>{words.warning(holder)}</p>
        <TextArea {...fields.reason} label={words.reason} hint={words.reasonHint} rows={3} />
        <Button tone="danger" icon="cross" name="viec" value="thu-hoi">
          {words.button}
        </Button>
      </form>
    </details>
  );
}

function ReissueForm() {
  const words = useWords().certificate.desk.reissue;
  return (
    <form method="post" className="no-print flow">
      <p>{words.text}</p>
      <Button icon="seal" tone="plain" name="viec" value="cap-moi">
        {words.button}
      </Button>
    </form>
  );
}
