import { expect, test } from "vitest";

import { shortAddress } from "#app/server/http/short-address.ts";
import { findAlarms } from "#app/server/watch/alarms.ts";
import { daysUntilFull, withPoint } from "#app/server/watch/growth.ts";
import { openMetrics } from "#app/server/watch/open-metrics.ts";
import { RequestCounter } from "#app/server/watch/request-counter.ts";
import type { Standing } from "#app/server/watch/standing.server.ts";

const NOW = new Date("2026-11-30T12:00:00Z");
const SOUND: Standing = {
  database: { bytes: 5e9, statements: 1e6, connections: 30, connectionsAtMost: 100 },
  disk: { freeBytes: 50e9, totalBytes: 100e9 },
  seals: { lastDay: "2026-11-29" },
  forwards: { active: 1, failing: 0, deadLetters: 0 },
  setAside: 0,
  officialsSignedIn: 3,
  lastBackup: { at: new Date("2026-11-30T11:00:00Z"), bytes: 1e8 },
  sizes: [],
  failedJobs: [],
};

test("an installation in order raises no alarm", () => {
  expect(findAlarms(SOUND, NOW)).toEqual([]);
});

test.for<readonly [Partial<Standing>, string]>([
  [{ disk: { freeBytes: 1e9, totalBytes: 100e9 } }, "disk-low"],
  [
    {
      sizes: [
        { day: "2026-11-20", bytes: 1e9 },
        { day: "2026-11-30", bytes: 31e9 },
      ],
    },
    "disk-full-soon",
  ],
  [{ lastBackup: null }, "no-backup"],
  [{ lastBackup: { at: new Date("2026-11-29T00:00:00Z"), bytes: 1 } }, "backup-old"],
  [{ seals: { lastDay: "2026-11-25" } }, "seals-behind"],
  [{ forwards: { active: 1, failing: 1, deadLetters: 0 } }, "forwards-failing"],
  [{ forwards: { active: 1, failing: 0, deadLetters: 2 } }, "dead-letters"],
  [{ failedJobs: [{ job: "seals", at: NOW }] }, "jobs-failed"],
  [
    { database: { bytes: 1, statements: 1, connections: 90, connectionsAtMost: 100 } },
    "connections-short",
  ],
])("what needs a person is told: %o", ([changed, code]) => {
  expect(findAlarms({ ...SOUND, ...changed }, NOW)).toMatchObject([{ code }]);
});

test("the day when the disk is full is told from what it grew in the last weeks", () => {
  const points = [
    { day: "2026-11-01", bytes: 10e9 },
    { day: "2026-11-11", bytes: 12e9 },
  ];
  expect(daysUntilFull(points, 1e9)).toBe(5);
  expect(daysUntilFull(points.slice(0, 1), 1e9)).toBeNull();
  expect(withPoint(points, { day: "2026-11-11", bytes: 13e9 })).toHaveLength(2);
});

test("metrics are OpenMetrics, with what the database told and without it", () => {
  const counter = new RequestCounter();
  counter.add(200, 30);
  counter.add(503, 3000);
  const own = { rssBytes: 1, heapBytes: 2, loopDelaySeconds: 0.01 };
  const text = openMetrics(counter.counts(), own, SOUND, NOW);
  expect(text).toContain('nephoc_requests_total{status="5xx"} 1');
  expect(text).toContain('nephoc_request_seconds_bucket{le="0.05"} 1');
  expect(text).toContain('nephoc_request_seconds_bucket{le="+Inf"} 2');
  expect(text).toContain("nephoc_last_backup_age_seconds 3600");
  expect(text.endsWith("# EOF\n")).toBe(true);
  expect(openMetrics(counter.counts(), own, null, NOW)).toContain("nephoc_database_up 0");
});

test.for([
  ["203.0.113.77", "203.0.113.0"],
  ["::ffff:203.0.113.77", "203.0.113.0"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::"],
  ["", ""],
] as const)("a log names the network of %s and not the household", ([whole, short]) => {
  expect(shortAddress(whole)).toBe(short);
});
