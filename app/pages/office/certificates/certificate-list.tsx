import type { CertificatePage } from "#app/domain/certificates/index.ts";
import { formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Button } from "#app/kit/button.tsx";
import { CertificateFile, type OpenedCertificate } from "./certificate-file.tsx";
import { CertificateTable } from "./certificate-table.tsx";
import {
  type CertificatesAddress,
  type CertificatesBase,
  certificatesHref,
} from "./certificates-address.ts";
import { useDeskHref, useOffice } from "#app/pages/office/frame/office-frame.ts";
import { DeskField } from "#app/pages/office/frame/office-page.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { SelectField, TextField } from "#app/kit/field.tsx";
import type { certificateForm } from "./form.ts";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { Pager } from "#app/kit/pager.tsx";
import { SEARCH_AT_MOST } from "#app/pages/office/frame/search-text.ts";

interface CertificateListProps {
  readonly base: CertificatesBase;
  readonly address: CertificatesAddress;
  readonly list: CertificatePage;
  readonly opened: OpenedCertificate | null;
  readonly done: "thu-hoi" | "cap-moi" | null;
  readonly view: ReturnType<typeof certificateForm.view>;
}

/** Certificates that a desk looks after: to be searched, opened, revoked and given anew. */
export function CertificateList(props: CertificateListProps) {
  const { base, address, list, opened, done, view } = props;
  const words = useWords().certificate.desk;
  const { kind } = useOffice();
  const toDesk = useDeskHref();
  const hrefOf = (asked: Partial<CertificatesAddress>) =>
    toDesk(certificatesHref(base, { ...address, ...asked }));
  const filtered = address.search !== "" || address.courseId !== null;
  return (
    <>
      <ErrorSummary title={words.errorTitle} errors={view.errors} />
      {done === null || view.errors.length > 0 ? null : (
        <Notice tone="success">{words.done[done]}</Notice>
      )}
      {opened === null ? null : (
        <CertificateFile certificate={opened} view={view} closeHref={hrefOf({ openedId: null })} />
      )}
      <Filter {...{ base, address, list }} />
      {list.lines.length === 0 ? (
        <EmptyState icon="seal" title={words.empty.title}>
          {filtered ? words.empty.filtered : words.empty.advice}
        </EmptyState>
      ) : (
        <>
          <p className="hint">{words.found(formatNumber(list.found))}</p>
          <CertificateTable
            lines={list.lines}
            manyCommunes={kind === "province"}
            openHref={(openedId) => `${hrefOf({ openedId })}#chi-tiet`}
          />
        </>
      )}
      <Pager
        page={address.page}
        pages={list.pages}
        hrefOf={(page) => hrefOf({ page, openedId: null })}
      />
    </>
  );
}

/** Name or code, and a course; sent by GET, so that a filtered list has an address. */
function Filter({ base, address, list }: Pick<CertificateListProps, "base" | "address" | "list">) {
  const words = useWords().certificate.desk;
  return (
    <form method="get" action={base} className="no-print card" aria-label={words.searchButton}>
      <DeskField />
      <div className="grid items-end gap-3 lg:grid-cols-[1fr_1fr_auto]">
        <TextField
          name="tim"
          label={words.search}
          type="search"
          autoComplete="off"
          maxLength={SEARCH_AT_MOST}
          defaultValue={address.search}
        />
        <SelectField
          name="khoa"
          label={words.course}
          placeholder={words.everyCourse}
          options={list.courses.map(({ courseId, title }) => ({ value: courseId, label: title }))}
          defaultValue={address.courseId ?? ""}
        />
        <Button icon="search">{words.searchButton}</Button>
      </div>
    </form>
  );
}
