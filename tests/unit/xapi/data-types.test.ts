import fc from "fast-check";
import { expect, test } from "vitest";
import type { z } from "zod";

import {
  Duration,
  Extensions,
  Instant,
  Iri,
  LanguageMap,
  LanguageTag,
  MediaType,
  Uuid,
} from "#app/domain/xapi/data-types.ts";

function taken(type: z.ZodType, values: readonly unknown[]): readonly unknown[] {
  return values.filter((value) => type.safeParse(value).success);
}

function refused(type: z.ZodType, values: readonly unknown[]): readonly unknown[] {
  return values.filter((value) => !type.safeParse(value).success);
}

function nested(levels: number): unknown {
  const text = `${"[".repeat(levels)}1${"]".repeat(levels)}`;
  return { "http://a.example/x": JSON.parse(text) as unknown };
}

test("an IRI has a scheme, and may hold letters of any script", () => {
  expect(
    refused(Iri, [
      "http://adlnet.gov/expapi/verbs/passed",
      "urn:uuid:0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10",
      "tag:hoc.example,2026:bai",
      "https://học.example/bài-học/một?a=b#c",
      "mailto:my@ban-pho.example",
    ]),
  ).toEqual([]);
  expect(
    taken(Iri, ["", "passed", "//hoc.example/a", "/bai/1", "1http://a", "http:", "ht tp://a"]),
  ).toEqual([]);
});

test("an IRI holds no blank, no control character and no half of a character", () => {
  expect(
    taken(Iri, [
      "http://a.example/b c",
      "http://a.example/\u0000",
      "http://a.example/\u007F",
      "http://a.example/\uD83D",
      'http://a.example/"',
      "http://a.example/<b>",
      "http://a.example/a|b",
      "http://a.example/\n",
    ]),
  ).toEqual([]);
});

test("a language tag has its parts in the order and of the length that RFC 5646 asks", () => {
  expect(
    refused(LanguageTag, [
      "vi",
      "VI",
      "vi-VN",
      "hmn",
      "und",
      "zh-Hans",
      "zh-Hans-CN",
      "zh-yue-HK",
      "sl-rozaj-biske-1994",
      "de-CH-1996",
      "es-419",
      "en-a-bbb-x-a-ccc",
      "de-DE-u-co-phonebk",
      "x-whatever",
      "i-klingon",
      "sgn-BE-FR",
      "zh-min-nan",
      "art-lojban",
    ]),
  ).toEqual([]);
  expect(
    taken(LanguageTag, [
      "",
      "a",
      "a-DE",
      "v-VN",
      "vi_VN",
      "vi-",
      "-vi",
      "vi--VN",
      "vi-V",
      "tiengvietnam",
      "vi-Latnn-VNN1",
      "de-419-DE",
      "ar-a",
      "x-",
      "tiếng",
      "vi-VN ",
    ]),
  ).toEqual([]);
});

test("a language map has texts under language tags and nothing else", () => {
  expect(refused(LanguageMap, [{}, { vi: "đạt", "en-US": "passed" }, { vi: "" }])).toEqual([]);
  expect(
    taken(LanguageMap, [
      "đạt",
      null,
      ["đạt"],
      { vi: null },
      { vi: 1 },
      { "": "đạt" },
      { "tiếng Việt": "đạt" },
      JSON.parse('{"__proto__": "đạt"}'),
    ]),
  ).toEqual([]);
});

test("extensions hold any JSON under IRIs, null too", () => {
  expect(
    refused(Extensions, [
      {},
      { "http://a.example/x": null },
      { "http://a.example/x": { display: { a: [1, null, "\u0000", "\uD800"] }, "": false } },
      JSON.parse('{"http://a.example/x": {"__proto__": {"a": 1}, "constructor": 2}}'),
    ]),
  ).toEqual([]);
  expect(
    taken(Extensions, [
      null,
      [],
      "x",
      { x: 1 },
      { "": 1 },
      JSON.parse('{"__proto__": {"a": 1}}'),
      { "http://a.example/x": undefined },
      { "http://a.example/x": JSON.parse("1e999") },
    ]),
  ).toEqual([]);
});

test("an extension may be 200 levels deep, and a bottomless one is refused, not fallen into", () => {
  expect(refused(Extensions, [nested(1), nested(200)])).toEqual([]);
  expect(taken(Extensions, [nested(201), nested(100_000)])).toEqual([]);
});

test("a timestamp is a full day, time and offset", () => {
  expect(
    refused(Instant, [
      "2026-11-22T03:00:00Z",
      "2026-11-22T10:00:00+07:00",
      "2026-11-22T03:00:00+00:00",
      "2026-11-22T03:00:00.1Z",
      "2026-11-22T03:00:00.123456789Z",
      "2026-11-22T03:00:00-11:30",
      // RFC 3339 §5.6 lets a blank stand for the T; version 1.0.3 is stricter, and refuses it elsewhere.
      "2026-11-22 03:00:00Z",
    ]),
  ).toEqual([]);
  expect(
    taken(Instant, [
      "",
      "2026-11-22",
      "2026-11-22T03:00:00",
      "2026-11-22T03:00Z",
      "2026-11-22  03:00:00Z",
      "20261122T030000Z",
      "22/11/2026",
      "2026-11-22T03:00:00+0700",
      "2026-11-22T03:00:00+07",
      "2026-11-22T03:00:00.Z",
      "2026-11-22T03:00:00,5Z",
      " 2026-11-22T03:00:00Z",
      1_795_316_400,
    ]),
  ).toEqual([]);
});

test("an offset of -00:00 names no zone and is refused", () => {
  expect(
    taken(Instant, [
      "2026-11-22T03:00:00.601-00:00",
      "2026-11-22T03:00:00.601-0000",
      "2026-11-22T03:00:00.601-00",
    ]),
  ).toEqual([]);
});

test("a day that no calendar has, an hour 24, a second 60 are refused", () => {
  expect(refused(Instant, ["2024-02-29T00:00:00Z", "2000-02-29T00:00:00Z"])).toEqual([]);
  expect(
    taken(Instant, [
      "2026-02-29T00:00:00Z",
      "1900-02-29T00:00:00Z",
      "2026-04-31T00:00:00Z",
      "2026-13-01T00:00:00Z",
      "2026-00-01T00:00:00Z",
      "2026-11-22T24:00:00Z",
      "2016-12-31T23:59:60Z",
      "2026-11-22T03:00:00+24:00",
    ]),
  ).toEqual([]);
});

test("a year that the database cannot hold is refused, also by way of the offset", () => {
  expect(refused(Instant, ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])).toEqual([]);
  expect(
    taken(Instant, [
      "0000-12-31T23:59:59Z",
      "0001-01-01T00:00:00+01:00",
      "9999-12-31T23:59:59-01:00",
      "+010000-01-01T00:00:00Z",
    ]),
  ).toEqual([]);
});

test("a duration is ISO 8601: weeks alone, or the rest, in order", () => {
  expect(
    refused(Duration, [
      "PT4H35M59.14S",
      "P3Y1M29DT4H35M59.14S",
      "PT16559.14S",
      "P3Y",
      "P1M",
      "PT1M",
      "P4W",
      "PT0S",
      "P0D",
      "PT1H0M0.1S",
      "P1DT12H",
    ]),
  ).toEqual([]);
  expect(
    taken(Duration, [
      "",
      "P",
      "PT",
      "P1DT",
      "P4W1D",
      "P1Y4W",
      "PT1D",
      "P1H",
      "PT1S1M",
      "P1D1M",
      "-PT1S",
      "P-1D",
      "pt1s",
      "PT1.S",
      "PT.5S",
      "PA1H0M0S",
      "P0001-00-04T00:00:00",
      "4W",
      60,
    ]),
  ).toEqual([]);
});

test("the last amount of a duration may have a fraction, with a comma or a dot", () => {
  expect(
    refused(Duration, ["P0.5Y", "P1.5W", "PT0,5H", "P1Y1.5M", "PT1M0,25S", "P1DT1.5M"]),
  ).toEqual([]);
  expect(taken(Duration, ["P0.5Y1M", "PT0.5H1M", "P1.5DT1H", "PT1.5M1S"])).toEqual([]);
});

test("a UUID is read in any case and kept in lower case", () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      expect(Uuid.parse(uuid.toUpperCase())).toBe(uuid);
    }),
  );
  expect(refused(Uuid, ["00000000-0000-0000-0000-000000000000"])).toEqual([]);
  expect(
    taken(Uuid, [
      "",
      "0192f0a45b7e7c319d526f1f0c1d7a10",
      "{0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10}",
      "urn:uuid:0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10",
      "AA97B177-9383-4934-8543-0F91A7A028368",
      "MA97B177-9383-4934-8543-0F91A7A02836",
      "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10\n",
    ]),
  ).toEqual([]);
});

test("a media type is a type and a subtype", () => {
  expect(
    refused(MediaType, ["image/jpeg", "application/vnd.a+json", "text/plain; charset=utf-8"]),
  ).toEqual([]);
  expect(
    taken(MediaType, ["", "jpeg", "image/", "/jpeg", "image/jp eg", "image/jpeg\r\nX: y"]),
  ).toEqual([]);
});
