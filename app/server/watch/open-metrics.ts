import { daysUntilFull } from "./growth.ts";
import type { Standing } from "./standing.server.ts";

/** What one process counts of its own requests. */
export interface RequestCounts {
  /** By class of status: "2xx". */
  readonly byStatus: ReadonlyMap<string, number>;
  readonly seconds: number;
  /** Cumulative counts by upper bound in seconds. */
  readonly buckets: readonly (readonly [bound: number, count: number])[];
}

export interface ProcessFigures {
  readonly rssBytes: number;
  readonly heapBytes: number;
  readonly loopDelaySeconds: number;
}

/** OpenMetrics 1.0: one text, counted anew each time it is asked. */
export function openMetrics(
  requests: RequestCounts,
  own: ProcessFigures,
  standing: Standing | null,
  now: Date,
): string {
  const lines: string[] = [];
  const gauge = (name: string, help: string, value: number | null) => {
    if (value === null) return;
    lines.push(`# TYPE nephoc_${name} gauge`, `# HELP nephoc_${name} ${help}`);
    lines.push(`nephoc_${name} ${value}`);
  };
  lines.push("# TYPE nephoc_requests counter", "# HELP nephoc_requests Requests answered");
  for (const [status, count] of requests.byStatus) {
    lines.push(`nephoc_requests_total{status="${status}"} ${count}`);
  }
  lines.push("# TYPE nephoc_request_seconds histogram", "# UNIT nephoc_request_seconds seconds");
  for (const [bound, count] of requests.buckets) {
    lines.push(
      `nephoc_request_seconds_bucket{le="${bound === Infinity ? "+Inf" : bound}"} ${count}`,
    );
  }
  const [, all = 0] = requests.buckets.at(-1) ?? [];
  lines.push(
    `nephoc_request_seconds_count ${all}`,
    `nephoc_request_seconds_sum ${requests.seconds}`,
  );
  gauge("rss_bytes", "Memory of this process", own.rssBytes);
  gauge("heap_bytes", "Heap of this process", own.heapBytes);
  gauge("loop_delay_seconds", "99th percentile of the event loop's delay", own.loopDelaySeconds);
  gauge("database_up", "Whether the database answered", standing === null ? 0 : 1);
  if (standing !== null) pushStanding(gauge, standing, now);
  return `${lines.join("\n")}\n# EOF\n`;
}

function pushStanding(
  gauge: (name: string, help: string, value: number | null) => void,
  { database, disk, forwards, seals, lastBackup, sizes, setAside, officialsSignedIn }: Standing,
  now: Date,
): void {
  const since = (at: Date) => Math.round((now.getTime() - at.getTime()) / 1000);
  gauge("database_bytes", "Size of the database", database.bytes);
  gauge("statements", "Statements kept, estimated", database.statements);
  gauge("database_connections", "Connections to the database", database.connections);
  gauge(
    "database_connections_max",
    "Connections that PostgreSQL allows",
    database.connectionsAtMost,
  );
  gauge("disk_free_bytes", "Free on the disk of NEPHOC_DATA", disk.freeBytes);
  gauge("disk_full_days", "Days until that disk is full", daysUntilFull(sizes, disk.freeBytes));
  gauge("forwards_active", "Forwards that are on", forwards.active);
  gauge("forwards_failing", "Forwards whose last try failed", forwards.failing);
  gauge("dead_letters", "Statements that another store refused for good", forwards.deadLetters);
  gauge("acts_set_aside", "Acts of phones that wait for a course to be known", setAside);
  gauge("officials_signed_in", "Officials with a session", officialsSignedIn);
  gauge(
    "last_seal_age_seconds",
    "Since the last sealed day began",
    seals.lastDay === null ? null : since(new Date(`${seals.lastDay}T00:00:00+07:00`)),
  );
  gauge(
    "last_backup_age_seconds",
    "Since the last backup",
    lastBackup === null ? null : since(lastBackup.at),
  );
}
