import { Day, formatDay, formatInstant, formatNumber } from "#app/domain/kernel/index.ts";
import type { SignedInOfficial } from "#app/domain/identity/index.server.ts";
import { useWords, type Words } from "#app/locales/index.ts";
import { Card, Facts } from "#app/kit/card.tsx";
import { DataTable } from "#app/kit/data-table.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";
import type { Alarm } from "#app/server/watch/alarms.ts";
import type { Standing } from "#app/server/watch/standing.server.ts";

/** What needs a person, with the word by which README says what to do. */
export function OperationAlarms({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const words = useWords().operation;
  if (alarms.length === 0) return <Notice tone="success">{words.sound}</Notice>;
  return (
    <Notice tone="warning" title={words.needed(alarms.length)}>
      <ul>
        {alarms.map((alarm) => (
          <li key={alarm.code}>
            {alarmText(words, alarm)} <code>{alarm.code}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function alarmText({ alarms: words }: Words["operation"], alarm: Alarm): string {
  switch (alarm.code) {
    case "disk-low":
      return words["disk-low"](sizeText(alarm.freeBytes));
    case "disk-full-soon":
      return words["disk-full-soon"](alarm.days);
    case "no-backup":
      return words["no-backup"];
    case "backup-old":
      return words["backup-old"](alarm.hours);
    case "seals-behind":
      return words["seals-behind"](dayText(alarm.lastDay) ?? words.never);
    case "forwards-failing":
      return words["forwards-failing"](alarm.forwards);
    case "dead-letters":
      return words["dead-letters"](alarm.letters);
    case "jobs-failed":
      return words["jobs-failed"](alarm.jobs);
    case "connections-short":
      return words["connections-short"](alarm.used, alarm.atMost);
  }
}

interface OperationFactsProps {
  readonly standing: Standing;
  readonly daysUntilFull: number | null;
}

export function OperationFacts({ standing, daysUntilFull }: OperationFactsProps) {
  const words = useWords().operation;
  const { database, disk, forwards, lastBackup, failedJobs } = standing;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card heading={words.work} icon="forward">
        <Facts
          rows={[
            {
              label: words.forwards,
              value: (
                <a href={href("office/forwards")}>
                  {words.forwarding(forwards.active, forwards.failing)}
                </a>
              ),
            },
            { label: words.deadLetters, value: formatNumber(forwards.deadLetters) },
            { label: words.lastSeal, value: dayText(standing.seals.lastDay) ?? words.never },
            {
              label: words.failedJobs,
              value:
                failedJobs.length === 0
                  ? words.noFailedJob
                  : failedJobs
                      .map(({ job, at }) => `${words.jobs[job]} (${formatInstant(at)})`)
                      .join("; "),
            },
            { label: words.setAside, value: formatNumber(standing.setAside) },
          ]}
        />
      </Card>
      <Card heading={words.keeping} icon="archive">
        <Facts
          rows={[
            {
              label: words.lastBackup,
              value:
                lastBackup === null
                  ? words.never
                  : `${formatInstant(lastBackup.at)}, ${sizeText(lastBackup.bytes)}`,
            },
            {
              label: words.disk,
              value: words.free(sizeText(disk.freeBytes), sizeText(disk.totalBytes)),
            },
            {
              label: words.full,
              value: daysUntilFull === null ? words.notTold : words.fullIn(daysUntilFull),
            },
            { label: words.database, value: sizeText(database.bytes) },
            { label: words.statements, value: formatNumber(database.statements) },
            {
              label: words.connections,
              value: `${database.connections} / ${database.connectionsAtMost}`,
            },
          ]}
        />
      </Card>
    </div>
  );
}

export function SignedInOfficials({
  officials,
}: {
  readonly officials: readonly SignedInOfficial[];
}) {
  const words = useWords().operation;
  const { table } = words;
  return (
    <DataTable
      caption={table.caption}
      columns={[
        { key: "name", label: table.name },
        { key: "office", label: table.office },
        { key: "since", label: table.since },
        { key: "sessions", label: table.sessions, align: "right" },
      ]}
      rows={officials.map(({ officeId, name, title, placeName, lastSignIn, sessions }) => ({
        id: officeId,
        cells: {
          name,
          office: `${title}, ${placeName}`,
          since: formatInstant(lastSignIn),
          sessions: formatNumber(sessions),
        },
      }))}
    />
  );
}

function dayText(day: string | null): string | null {
  return day === null ? null : formatDay(Day.parse(day));
}

const MEGABYTE = 1e6;
const GIGABYTE = 1e9;

function sizeText(bytes: number): string {
  return bytes < GIGABYTE
    ? `${formatNumber(Math.round(bytes / MEGABYTE))} MB`
    : `${formatNumber(Math.round(bytes / (GIGABYTE / 10)) / 10)} GB`;
}
