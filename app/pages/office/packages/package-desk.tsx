import {
  type CourseStructure,
  unitsOf,
  vietnamese,
  WAIVE_REASONS,
} from "#app/domain/cmi5/index.ts";
import type { OfficerPackage } from "#app/domain/cmi5/index.server.ts";
import { dayOf, formatNumber } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card, Facts } from "#app/kit/card.tsx";
import { DataTable } from "#app/kit/data-table.tsx";
import { SelectField, TextField } from "#app/kit/field.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import type { waiveForm } from "#app/pages/office/package/form.ts";
import { Badge } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

export function PackageTable({ packages }: { readonly packages: readonly OfficerPackage[] }) {
  const words = useWords().packages.desk;
  const { table } = words;
  return (
    <DataTable
      caption={table.caption(packages.length)}
      columns={[
        { key: "title", label: table.title },
        { key: "state", label: table.state },
        { key: "version", label: table.version },
        { key: "learners", label: table.learners, align: "right" },
        { key: "satisfied", label: table.satisfied, align: "right" },
      ]}
      rows={packages.map(({ id, versions, withdrawnAt, learners, satisfied }) => {
        const [current] = versions;
        return {
          id,
          cells: {
            title: <a href={href("office/package", { package: id })}>{current?.title}</a>,
            state: <OfferState withdrawnAt={withdrawnAt} />,
            version:
              current === undefined
                ? ""
                : words.uploadedOn(dayOf(current.uploadedAt), current.uploadedBy),
            learners: formatNumber(learners),
            satisfied: formatNumber(satisfied),
          },
        };
      })}
    />
  );
}

function OfferState({ withdrawnAt }: { readonly withdrawnAt: Date | null }) {
  const words = useWords().packages.desk;
  return withdrawnAt === null ? (
    <Badge tone="success" icon="check">
      {words.offered}
    </Badge>
  ) : (
    <Badge tone="warning">{words.withdrawn(dayOf(withdrawnAt))}</Badge>
  );
}

type Opened = OfficerPackage & { readonly structure: CourseStructure };

/** What is known of one package: facts, its units, every version. */
export function PackageFile({ opened }: { readonly opened: Opened }) {
  const { common, packages } = useWords();
  const words = packages.desk;
  const { facts } = words.one;
  const units = unitsOf(opened.structure);
  const hosts = new Set(
    units.flatMap(({ inPackage, url }) => (inPackage ? [] : [new URL(url).host])),
  );
  return (
    <>
      <Facts
        rows={[
          { label: words.table.state, value: <OfferState withdrawnAt={opened.withdrawnAt} /> },
          { label: facts.subject, value: common.course.subject[opened.subject] },
          { label: facts.minutes, value: facts.minutesOf(opened.versions[0]?.minutes ?? 0) },
          { label: facts.publisherId, value: opened.publisherId },
          { label: facts.learners, value: formatNumber(opened.learners) },
          { label: facts.satisfied, value: formatNumber(opened.satisfied) },
          ...(hosts.size === 0 ? [] : [{ label: facts.outside, value: [...hosts].join(", ") }]),
        ]}
      />
      <h2>{words.one.structure}</h2>
      <DataTable
        caption={common.course.lessons(units.length)}
        columns={[
          { key: "title", label: words.one.unitTable.title },
          { key: "moveOn", label: words.one.unitTable.moveOn },
          { key: "masteryScore", label: words.one.unitTable.masteryScore, align: "right" },
        ]}
        rows={units.map(({ key, title, moveOn, masteryScore }) => ({
          id: key,
          cells: {
            title: vietnamese(title),
            moveOn: words.one.moveOn[moveOn],
            masteryScore: masteryScore === null ? "" : formatNumber(100 * masteryScore),
          },
        }))}
      />
      <h2>{words.one.versions}</h2>
      <Versions opened={opened} />
    </>
  );
}

function Versions({ opened: { versions } }: { readonly opened: Opened }) {
  const words = useWords().packages.desk;
  const { versionTable, megabytes } = words.one;
  return (
    <DataTable
      caption={words.one.versions}
      captionHidden
      columns={[
        { key: "uploaded", label: versionTable.uploaded },
        { key: "file", label: versionTable.file },
        { key: "size", label: versionTable.size, align: "right" },
        { key: "hash", label: versionTable.hash },
      ]}
      rows={versions.map(({ id, uploadedAt, uploadedBy, fileName, bytes, sha256 }) => ({
        id,
        cells: {
          uploaded: words.uploadedOn(dayOf(uploadedAt), uploadedBy),
          file: fileName,
          size: megabytes(bytes),
          hash: <code>{sha256.slice(0, 16)}</code>,
        },
      }))}
    />
  );
}

/** Withdraws the package, or offers it again. */
export function PackageOffer({ withdrawn }: { readonly withdrawn: boolean }) {
  const words = useWords().packages.desk.one;
  return (
    <Card heading={words.state} icon="shield">
      {withdrawn ? null : <p>{words.withdrawText}</p>}
      <form method="post">
        <Actions>
          <Button
            tone={withdrawn ? "primary" : "danger"}
            name="viec"
            value={withdrawn ? "mo" : "ngung"}
          >
            {withdrawn ? words.offer : words.withdraw}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}

/** Lets one learner off one unit. */
export function WaiveForm({
  structure,
  fields,
}: {
  readonly structure: CourseStructure;
  readonly fields: FieldsOf<typeof waiveForm>;
}) {
  const { reasons, one } = useWords().packages.desk;
  const words = one.waive;
  return (
    <Card heading={words.heading} icon="check" id="mien-bai">
      <p>{words.intro}</p>
      <form method="post" className="flow" noValidate>
        <TextField {...fields.card} label={words.card} autoComplete="off" />
        <SelectField
          {...fields.unit}
          label={words.unit}
          options={unitsOf(structure).map(({ key, title }) => ({
            value: key,
            label: vietnamese(title),
          }))}
          placeholder
        />
        <SelectField
          {...fields.reason}
          label={words.reason}
          options={WAIVE_REASONS.map((value) => ({ value, label: reasons[value] }))}
          placeholder
        />
        <Actions>
          <Button name="viec" value="mien">
            {words.button}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}
