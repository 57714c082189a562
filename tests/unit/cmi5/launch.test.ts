import { expect, test } from "vitest";

import { documentViolation, type DocumentRequest, unitsOf } from "#app/domain/cmi5/index.ts";
import { launchData, launchUrl, unitAddress } from "#app/domain/cmi5/launch.ts";
import { readStructure } from "#app/domain/cmi5/read-structure.ts";
import { EXTENSION } from "#app/domain/cmi5/vocabulary.ts";
import { au, cmi5Xml } from "#tests/setup/course-package.ts";

import { FRAME } from "./session-statements.ts";

const PLACES = { contentOrigin: "https://goi.example", endpoint: "https://hoc.example/xapi/" };
const FETCH = "https://goi.example/xapi-fetch/ma";

function unitWith(options: Parameters<typeof au>[1]) {
  const read = readStructure(cmi5Xml([au("mot", options)]), new Set(["index.html"]));
  const unit = read.ok ? unitsOf(read.structure)[0] : undefined;
  if (unit === undefined) throw new Error(JSON.stringify(read));
  return unit;
}

test("a unit is launched with its own query, the five of the specification, and its fragment last", () => {
  const unit = unitWith({ url: "index.html?a=1&amp;b=tr%C6%B0%E1%BB%9Dng#trang2" });
  const address = unitAddress(unit, "abc", PLACES);
  const url = new URL(launchUrl(address, PLACES, FRAME, FETCH));

  expect(address).toBe("https://goi.example/goi/abc/index.html?a=1&b=tr%C6%B0%E1%BB%9Dng#trang2");
  expect(url.hash).toBe("#trang2");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    a: "1",
    b: "trường",
    endpoint: "https://hoc.example/xapi/",
    fetch: FETCH,
    actor: JSON.stringify({ objectType: "Agent", account: FRAME.actor }),
    registration: FRAME.registration,
    activityId: FRAME.activityId,
  });
  // Some units decode percent signs and leave a plus as it is.
  expect(url.search).not.toContain("+");
});

test("a unit on another host is launched there", () => {
  const unit = unitWith({ url: "https://soan-bai.example/a.html" });
  const url = launchUrl(unitAddress(unit, "abc", PLACES), PLACES, FRAME, FETCH);
  expect(url.startsWith("https://soan-bai.example/a.html?endpoint=https%3A%2F%2F")).toBe(true);
});

test("launch data says what the structure says, and nothing where it says nothing", () => {
  const whole = unitWith({
    more: 'moveOn="CompletedAndPassed" masteryScore="0.8" launchMethod="OwnWindow"',
    inside: "<launchParameters>a=1</launchParameters><entitlementKey>k</entitlementKey>",
  });
  expect(launchData(whole, FRAME, "https://hoc.example/hoc/goi/a")).toEqual({
    contextTemplate: {
      contextActivities: { grouping: [{ objectType: "Activity", id: FRAME.publisherId }] },
      extensions: { [EXTENSION.sessionId]: FRAME.sessionId },
    },
    launchMode: "Normal",
    launchMethod: "OwnWindow",
    moveOn: "CompletedAndPassed",
    masteryScore: 0.8,
    launchParameters: "a=1",
    entitlementKey: { courseStructure: "k" },
    returnURL: "https://hoc.example/hoc/goi/a",
  });
  const bare = launchData(unitWith({}), { ...FRAME, masteryScore: null }, "https://hoc.example/");
  expect(Object.keys(bare)).not.toContain("masteryScore");
  expect(Object.keys(bare)).not.toContain("launchParameters");
  expect(Object.keys(bare)).not.toContain("entitlementKey");
});

const asked = (change: Partial<DocumentRequest>): string | null =>
  documentViolation({
    kind: "agent_profile",
    method: "PUT",
    documentId: "cmi5LearnerPreferences",
    contentType: "application/json",
    content: '{"languagePreference":"vi,hmn","audioPreference":"on"}',
    ...change,
  })?.requirement ?? null;

const state = (change: Partial<DocumentRequest>) => asked({ kind: "state", ...change });

test("a unit keeps the learner's preferences only as the specification has them", () => {
  expect(asked({})).toBeNull();
  expect(asked({ method: "GET" })).toBeNull();
  expect(asked({ contentType: "text/plain" })).toBe("11.0.0.0-5");
  expect(asked({ content: "tiếng Việt" })).toBe("11.0.0.0-5");
  expect(asked({ content: '{"languagePreference":"vi"}' })).toBe("11.0.0.0-5");
  expect(asked({ content: '{"audioPreference":"on"}' })).toBe("11.0.0.0-5");
  const language = (languagePreference: string) =>
    asked({ content: JSON.stringify({ languagePreference, audioPreference: "off" }) });
  expect(language("")).toBe("11.1.0.0-1");
  expect(language("not comma separated")).toBe("11.1.0.0-1");
  expect(language("en-US,fr-FR")).toBeNull();
  expect(asked({ method: "DELETE" })).toBe("11.0.0.0-4");
  expect(asked({ documentId: "khac" })).toBe("11.0.0.0-4");
});

test("a unit keeps its own state, but not its launch data", () => {
  expect(state({ documentId: "trang" })).toBeNull();
  expect(state({ documentId: "trang", method: "DELETE" })).toBeNull();
  expect(state({ documentId: "LMS.LaunchData", method: "GET" })).toBeNull();
  for (const method of ["PUT", "POST", "DELETE"] as const) {
    expect(state({ documentId: "LMS.LaunchData", method })).toBe("10.2.1.0-5");
  }
  // All of its documents, the launch data with them.
  expect(state({ documentId: null, method: "DELETE" })).toBe("10.2.1.0-5");
});
