import { expect, test } from "vitest";

import {
  codesOf,
  day,
  HOA_MAN,
  NA_LO,
  NAM_CHAY,
  readOne,
  TO_3,
  type Typed,
} from "./roster-factory.ts";

function personOf(typed: Readonly<Record<string, Typed>>, others?: readonly Typed[][]) {
  const row = readOne(typed, others);
  return row.kind === "person" ? row.person : codesOf(row);
}

test.each<[Typed, object, readonly string[]]>([
  ["03/04/1980", { precision: "day", day: "1980-04-03" }, []],
  ["3-4-1980", { precision: "day", day: "1980-04-03" }, []],
  ["3. 4. 1980", { precision: "day", day: "1980-04-03" }, []],
  ["\u00A003/04/1980\u00A0", { precision: "day", day: "1980-04-03" }, []],
  ["03/04/1980 00:00:00", { precision: "day", day: "1980-04-03" }, []],
  ["1980-04-03", { precision: "day", day: "1980-04-03" }, []],
  ["ngày 3 tháng 4 năm 1980", { precision: "day", day: "1980-04-03" }, []],
  [day("1980-04-13"), { precision: "day", day: "1980-04-13" }, []],
  [29_314, { precision: "day", day: "1980-04-03" }, ["birth-serial"]],
  ["29314", { precision: "day", day: "1980-04-03" }, ["birth-serial"]],
  [3_041_980, { precision: "day", day: "1980-04-03" }, ["birth-digits"]],
  ["03/04/80", { precision: "day", day: "1980-04-03" }, ["birth-two-digit-year"]],
  ["04/1980", { precision: "month", day: "1980-04-01" }, []],
  ["1980", { precision: "year", day: "1980-01-01" }, ["birth-year-alone"]],
  [1980, { precision: "year", day: "1980-01-01" }, ["birth-year-alone"]],
  ["00/00/1980", { precision: "year", day: "1980-01-01" }, ["birth-year-alone"]],
  ["../../1980", { precision: "year", day: "1980-01-01" }, ["birth-year-alone"]],
  [null, { precision: "unknown" }, []],
])("a birth day of %j is read as officials mean it", (typed, birth, codes) => {
  const row = readOne({ "Ngày sinh": typed });
  expect(row).toMatchObject({ kind: "person", person: { birth } });
  expect(codesOf(row)).toEqual(codes);
});

test.each<[Typed, string]>([
  ["04/13/1980", "birth-month-first"],
  ["29/02/1981", "birth-impossible"],
  ["31/04/1980", "birth-impossible"],
  ["03/04/2027", "birth-in-future"],
  [day("2026-12-02"), "birth-in-future"],
  ["03/04/1900", "birth-too-long-ago"],
  ["khoảng 1950", "birth-unreadable"],
  ["1950?", "birth-unreadable"],
  [4.198, "birth-unreadable"],
  [{ kind: "error", text: "#REF!" }, "cell-error"],
])("a birth day of %j is refused, and its cell named", (typed, code) => {
  const row = readOne({ "Ngày sinh": typed });
  expect(row).toMatchObject({ kind: "faulty", row: 2, faults: [{ code, cell: "C2" }] });
});

test("dates of which some can only be month before day are looked at, or refused when all are so", () => {
  const typed = { "Ngày sinh": "03/04/1980" };
  const swapped: Typed[] = ["Lò A Páo", "Hoa Mận", "04/13/1980"];
  expect(codesOf(readOne(typed, [swapped]))).toEqual(["birth-order-unknown"]);
  const usual: Typed[] = ["Lò A Sùng", "Hoa Mận", "13/04/1980"];
  expect(codesOf(readOne(typed, [swapped, usual]))).toEqual(["birth-order-unsure"]);
});

test("real dates beside texts that no program took for dates may have day and month changed over", () => {
  const dates = ["1980-04-03", "1981-05-06"].map((iso, index): Typed[] => [
    `Lò A ${index ? "Páo" : "Tủa"}`,
    "Hoa Mận",
    day(iso),
  ]);
  const row = readOne({ "Ngày sinh": day("1982-07-08") }, [
    ...dates,
    ["Lò A Sùng", "Hoa Mận", "25/04/1980"],
  ]);
  expect(codesOf(row)).toEqual(["birth-maybe-swapped"]);
});

test.each<[Typed, string | null, readonly string[]]>([
  ["010180001234", "010180001234", []],
  ["010 180 001 234", "010180001234", []],
  ["'010180001234", "010180001234", []],
  [10_180_001_234, "010180001234", ["national-id-zero-restored"]],
  [1_180_001_234, "001180001234", ["national-id-zero-restored"]],
  ["063123456", "063123456", ["national-id-old"]],
  [63_123_456, "063123456", ["national-id-zero-restored"]],
  ["-", null, []],
  [null, null, []],
])("a card number of %j is read with the zeros that it lost", (typed, nationalId, codes) => {
  const row = readOne({ CCCD: typed });
  expect(row).toMatchObject({ kind: "person", person: { nationalId } });
  expect(codesOf(row)).toEqual(codes);
});

test.each<[Typed, string]>([
  ["1.0E+10", "national-id-shortened"],
  ["01018000123", "national-id-zero-restored"],
  ["1234", "national-id-unreadable"],
  ["010180001234567", "national-id-unreadable"],
  ["01018O001234", "national-id-unreadable"],
])("a card number of %j is not taken silently", (typed, code) => {
  expect(codesOf(readOne({ CCCD: typed }))).toContain(code);
});

test("a card that says another year and sex than its row is pointed out", () => {
  const row = readOne({ CCCD: "010180001234", "Năm sinh": "1981", "Giới tính": "Nam" });
  expect(codesOf(row)).toEqual(["birth-year-alone", "national-id-differs"]);
  expect(row).toMatchObject({ warnings: [{}, { meant: "1980, nữ" }] });
});

test.each<[Typed, string | null, readonly string[]]>([
  ["0912 345 678", "0912345678", []],
  ["+84 912 345 678", "0912345678", []],
  [912_345_678, "0912345678", ["phone-zero-restored"]],
  ["01682345678", "0382345678", ["phone-old-prefix"]],
  [1_682_345_678, "0382345678", ["phone-old-prefix"]],
  ["0912345678 / 0987654321", "0912345678", ["phone-several"]],
  ["02143 812 345", null, ["phone-landline"]],
  ["không", null, []],
])("a phone of %j is read as a number that can be called", (typed, phone, codes) => {
  const row = readOne({ SĐT: typed });
  expect(row).toMatchObject({ kind: "person", person: { phone } });
  expect(codesOf(row)).toEqual(codes);
});

test("a phone that is none is refused", () => {
  expect(codesOf(readOne({ "Điện thoại": "12345" }))).toEqual(["phone-unreadable"]);
});

test.each([
  ["Hoa Mận", HOA_MAN, []],
  ["Thôn Hoa Mận", HOA_MAN, []],
  ["bản hoa man", HOA_MAN, []],
  ["THÔN HOA MẬN, xã Bản Phố, tỉnh Lào Cai", HOA_MAN, []],
  ["Nậm Chảy", NAM_CHAY, []],
  ["Tổ 03", TO_3, []],
  ["TDP số 3", TO_3, []],
  ["Thôn Nà Lô", NA_LO, ["village-spelling"]],
])("the village %j is found in the commune", (text, villageId, codes) => {
  const row = readOne({ Thôn: text });
  expect(row).toMatchObject({ kind: "person", person: { villageId } });
  expect(codesOf(row)).toEqual(codes);
});

test("a village that is in no list is asked about once, and the answer is taken", () => {
  expect(codesOf(readOne({ Thôn: "Hoa Ban" }))).toEqual(["village-unknown"]);
  expect(codesOf(readOne({ Thôn: null }))).toEqual(["village-missing"]);
});

test.each<[Typed, string]>([
  ["Nguy?n Thị Hoa", "garbled"],
  ["Nguyá»…n Thị Hoa", "garbled"],
  ["NguyÔn ThÞ Hoa", "old-font-unconfirmed"],
  ["Lò Thị 2", "name-unreadable"],
  ["Lò Thị Mẩy (đã chuyển)", "name-unreadable"],
  [{ kind: "error", text: "#N/A" }, "cell-error"],
])("a name of %j makes nobody", (typed, code) => {
  expect(codesOf(readOne({ "Họ và tên": typed, "Năm sinh": "13/05/1980" }))).toEqual([code]);
});

test("a name is kept in one form, and what could not be seen in it is told", () => {
  expect(personOf({ "Họ và tên": "  Vàng\u00A0\u00A0Thị  My\u0309 " })).toMatchObject({
    fullName: "Vàng Thị Mỷ",
  });
  const row = readOne({ "Họ và tên": "H\u200B’Leo Niê" });
  expect(row).toMatchObject({ person: { fullName: "H'Leo Niê" } });
  expect(codesOf(row)).toEqual(["name-invisible-characters"]);
});

test("a household is told by its number, its head and the relation", () => {
  expect(personOf({ "Mã hộ": "H01", "Quan hệ với chủ hộ": "Chủ hộ" })).toMatchObject({
    household: { code: "H01", headName: null, relation: "Chủ hộ", isHead: true },
  });
  expect(personOf({ "Chủ hộ": "Vàng A Pao", "Quan hệ": "Con" })).toMatchObject({
    household: { code: null, headName: "Vàng A Pao", relation: "Con", isHead: false },
  });
  expect(personOf({ "Chủ hộ": "x" })).toMatchObject({ household: { isHead: true } });
});
