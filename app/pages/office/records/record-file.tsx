import { formatInstant } from "#app/domain/kernel/index.ts";
import type { RecordFile, StatementParts } from "#app/domain/record-office/index.ts";
import { useWords } from "#app/locales/index.ts";

import { BackLink } from "#app/kit/back-link.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { Notice } from "#app/kit/notice.tsx";
import { type RecordBase, recordHref, recordsHref, shortId } from "./record-address.ts";
import { RecordState } from "./record-table.tsx";
import { objectText, resultText, verbText, whoText } from "./record-words.ts";

interface RecordFileProps {
  readonly file: RecordFile;
  readonly base: RecordBase;
}

/** One statement: its readable parts, what it hangs together with, and its text. */
export function RecordFileView({ file, base }: RecordFileProps) {
  const words = useWords().records.file;
  const toDesk = useDeskHref();
  return (
    <>
      <BackLink href={toDesk(base)}>{words.back}</BackLink>
      {file.voided || file.parts === null ? (
        <p>
          <RecordState line={file} />
        </p>
      ) : null}
      {file.content.state === "erased" ? <Erased content={file.content} /> : null}
      {file.parts === null ? null : <Parts {...{ file, base }} parts={file.parts} />}
      <Standing {...{ file, base }} />
      <Links {...{ file, base }} />
      {file.content.state === "kept" ? (
        <Card heading={words.json.heading}>
          <p>{words.json.intro}</p>
          <details>
            <summary>{words.json.show}</summary>
            <pre className="text-base break-all whitespace-pre-wrap">{file.content.json}</pre>
          </details>
        </Card>
      ) : null}
    </>
  );
}

function Erased({
  content,
}: {
  readonly content: Extract<RecordFile["content"], { state: "erased" }>;
}) {
  const words = useWords().records.file.erased;
  const { erasure, hash } = content;
  return (
    <Notice tone="info" title={words.title}>
      <p>
        {erasure === null ? words.unknown : words.text(formatInstant(erasure.at), erasure.basis)}
      </p>
      <p>
        {words.hash}: <code className="break-all">{hash}</code>
      </p>
    </Notice>
  );
}

/** What the statement says, in words. */
function Parts({ file, base, parts }: RecordFileProps & { readonly parts: StatementParts }) {
  const words = useWords().records;
  const { facts } = words.file;
  const toDesk = useDeskHref();
  const { actor, object } = parts;
  const resident = actor.accountId === null ? undefined : file.names[actor.accountId];
  const result = resultText(parts, words);
  return (
    <Card heading={facts.heading} icon="info">
      <Facts
        rows={[
          {
            label: facts.who,
            value: (
              <>
                {whoText(actor, file.names, words)}
                {resident === undefined ? null : (
                  <MoreLink href={toDesk(recordsHref(base, { personId: resident.personId }))}>
                    {facts.ofPerson}
                  </MoreLink>
                )}
              </>
            ),
          },
          { label: facts.verb, value: verbText(parts.verb, words) },
          {
            label: facts.what,
            value: (
              <>
                {objectText(object, file.names, words)}
                {object.kind === "activity" ? (
                  <MoreLink href={toDesk(recordsHref(base, { activity: object.iri }))}>
                    {facts.ofActivity}
                  </MoreLink>
                ) : null}
              </>
            ),
          },
          ...(parts.parents.length === 0
            ? []
            : [{ label: facts.within, value: parts.parents.join("; ") }]),
          { label: facts.result, value: result === "" ? facts.noResult : result },
          { label: facts.happened, value: formatInstant(file.timestamp) },
          ...(parts.registration === null
            ? []
            : [{ label: facts.registration, value: <Code text={parts.registration} /> }]),
        ]}
      />
    </Card>
  );
}

function MoreLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a className="block py-3" href={href}>
      {children}
    </a>
  );
}

function Code({ text }: { readonly text: string }) {
  return <code className="text-base break-all">{text}</code>;
}

/** What the store knows of it. */
function Standing({ file, base }: RecordFileProps) {
  const { facts, links } = useWords().records.file;
  const toDesk = useDeskHref();
  const voiders = file.referredBy.filter(({ voids }) => voids);
  const standing = !file.voided
    ? facts.standing
    : voiders.length === 0
      ? facts.voidedBeyond
      : voiders.map(({ statementId }) => (
          <a key={statementId} className="block py-3" href={toDesk(recordHref(base, statementId))}>
            {facts.voidedBy} {links.open(shortId(statementId)).toLocaleLowerCase("vi")}
          </a>
        ));
  return (
    <Card>
      <Facts
        rows={[
          { label: facts.state, value: standing },
          { label: facts.stored, value: formatInstant(file.stored) },
          { label: facts.place, value: file.placeName },
          { label: facts.authority, value: file.authority },
          {
            label: facts.seal,
            value:
              file.sealedAt === null ? facts.unsealed : facts.sealed(formatInstant(file.sealedAt)),
          },
          { label: facts.version, value: file.version },
          { label: facts.id, value: <Code text={file.statementId} /> },
        ]}
      />
    </Card>
  );
}

function Links({ file, base }: RecordFileProps) {
  const { links } = useWords().records.file;
  const toDesk = useDeskHref();
  const { refersTo, referredBy } = file;
  if (refersTo === null && referredBy.length === 0) return null;
  const open = (statementId: string) => toDesk(recordHref(base, statementId));
  return (
    <Card heading={links.heading}>
      <Facts
        rows={[
          ...(refersTo === null
            ? []
            : [
                {
                  label: links.refersTo,
                  value: refersTo.within ? (
                    <a className="block py-3" href={open(refersTo.statementId)}>
                      {links.open(shortId(refersTo.statementId))}
                    </a>
                  ) : (
                    links.beyond(shortId(refersTo.statementId))
                  ),
                },
              ]),
          {
            label: links.referredBy,
            value:
              referredBy.length === 0
                ? links.none
                : referredBy.map(({ statementId, voids }) => (
                    <a key={statementId} className="block py-3" href={open(statementId)}>
                      {(voids ? links.voids : links.open)(shortId(statementId))}
                    </a>
                  )),
          },
        ]}
      />
    </Card>
  );
}
