import fc from "fast-check";
import { expect, test } from "vitest";

import { decisionText, registerNumber, validity } from "#app/domain/criteria/index.ts";
import { readCriteriaFiles } from "#app/domain/criteria/index.server.ts";
import { formatPublicCode, parsePublicCode } from "#app/domain/evaluation/index.ts";
import { newPublicCode } from "#app/domain/evaluation/index.server.ts";
import { checkOf, type ShownRecognition } from "#app/domain/evaluation/recognition.ts";
import { Day } from "#app/domain/kernel/index.ts";

const process = (await readCriteriaFiles("content/criteria")).processes[0];
if (process === undefined) throw new Error("there is no process");

const day = (text: string) => Day.parse(text);

const RECOGNITION: ShownRecognition = {
  fullName: "Giàng Thị Mỷ",
  year: 2026,
  communeName: "Xã Bắc Hà",
  provinceName: "Tỉnh Lào Cai",
  registerNumber: "0001/2026/CDHT",
  decisionNumber: "215/QĐ-UBND",
  decidedOn: day("2026-12-15"),
  validFrom: day("2026-12-15"),
  validTo: day("2026-12-31"),
};

test("a register number has four digits or as many as it needs", () => {
  expect(registerNumber(process, 12)).toBe("0012/2026/CDHT");
  expect(registerNumber(process, 12345)).toBe("12345/2026/CDHT");
});

test("a recognition stands from its decision to the end of the cycle's year", () => {
  expect(validity(process, day("2026-12-15"))).toEqual({ from: "2026-12-15", to: "2026-12-31" });
});

test("the draft of a decision names its commune, year and how many", () => {
  const { legalBases, articles } = decisionText(process, { communeName: "Xã Bắc Hà", count: 1234 });

  expect(articles[0]).toBe(
    "Công nhận danh hiệu “Công dân học tập” năm 2026 cho 1.234 công dân của xã Bắc Hà (có danh sách kèm theo).",
  );
  expect([...legalBases, ...articles].join(" ")).not.toMatch(/[{}]/u);
});

test("a commune that heads a line has a capital, inside a sentence it has none", () => {
  const decision = {
    ...process.decision,
    articles: ["{communeName} và {communeName}\n{communeName}."],
  };
  const titled = (communeName: string) =>
    decisionText({ ...process, decision }, { communeName, count: 1 }).articles[0];

  expect(titled("Xã Bắc Hà")).toBe("Xã Bắc Hà và xã Bắc Hà\nXã Bắc Hà.");
  expect(titled("Đặc khu Vân Đồn")).toBe("Đặc khu Vân Đồn và đặc khu Vân Đồn\nĐặc khu Vân Đồn.");
});

test("a recognition is valid until its last day, expired after it, and revoked for good", () => {
  expect(checkOf(RECOGNITION, null, day("2026-12-31")).status).toBe("valid");
  expect(checkOf(RECOGNITION, null, day("2027-01-01")).status).toBe("expired");
  expect(checkOf(RECOGNITION, day("2026-12-20"), day("2027-01-01")).status).toBe("revoked");
});

test("a public code is read back from paper however it is typed", () => {
  fc.assert(
    fc.property(fc.constant(null).map(newPublicCode), (code) => {
      const typed = formatPublicCode(code).toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
      expect(parsePublicCode(` ${typed} `)).toBe(code);
    }),
  );
  expect(parsePublicCode("mã giả")).toBeNull();
});

test("public codes do not repeat", () => {
  expect(new Set(Array.from({ length: 1000 }, newPublicCode)).size).toBe(1000);
});
