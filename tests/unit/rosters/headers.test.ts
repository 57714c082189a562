import { expect, test } from "vitest";

import { PlaceId } from "#app/domain/kernel/index.ts";
import { guessMapping, villageKey } from "#app/domain/rosters/index.ts";

import {
  codesOf,
  HOA_MAN,
  NAM_CHAY,
  readSheet,
  sheetOf,
  TO_3,
  type Typed,
  VILLAGES,
} from "./roster-factory.ts";

function fieldsOf(rows: readonly (readonly Typed[])[]) {
  const { mapping } = guessMapping(sheetOf(rows));
  return mapping.columns.map(({ field, leftOut }) => field ?? `(${leftOut ?? ""})`);
}

const PERSON: readonly Typed[] = [1, "Vàng Thị Mỷ", "13/04/1980", "Nữ", "010180001234"];

test.each([
  [["STT", "Họ và tên", "Ngày sinh", "Giới tính", "CCCD"]],
  [["TT", "Ho ten", "NTNS", "GT", "So CMND/CCCD"]],
  [["tt", "HỌ TÊN", "Ngày tháng năm sinh", "Nam/Nữ", "Số định danh cá nhân"]],
  [["Số TT", "Họ và tên\nkhai sinh", "Ngày, tháng, năm sinh", "Phái", "Căn cước công dân"]],
  [["STT", "Hä vµ tªn", "Ngµy sinh", "Giíi tÝnh", "Sè CCCD"]],
  [["STT", "Hoï vaø teân", "Ngaøy sinh", "Giôùi tính", "Soá CMND"]],
])("the header %j says name, birth day, sex and card", (titles) => {
  expect(fieldsOf([titles, PERSON])).toEqual(["(order)", "fullName", "birth", "sex", "nationalId"]);
});

test("titles of the authority and of the list stand above the header", () => {
  const { mapping, confidence } = guessMapping(
    sheetOf([
      ["ỦY BAN NHÂN DÂN XÃ BẢN PHỐ", null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
      ["DANH SÁCH NGƯỜI DÂN TỪ 15 ĐẾN 60 TUỔI NĂM 2026"],
      [],
      ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "CCCD"],
      ["(1)", "(2)", "(3)", "(4)", "(5)"],
      PERSON,
    ]),
  );
  expect(mapping.header).toEqual({ from: 4, to: 4 });
  expect(confidence).toBeGreaterThan(0.8);
});

test("what is not asked and not needed is left out with its reason", () => {
  expect(
    fieldsOf([
      ["TT", "Họ và tên", "Dân tộc", "Tôn giáo", "Số CCCD", "Ngày cấp", "Nơi cấp", "Nghề nghiệp"],
      [1, "Vàng Thị Mỷ", "Mông", "Không", "010180001234", "01/02/2022", "Cục CSQLHC", "Làm ruộng"],
    ]),
  ).toEqual([
    "(order)",
    "fullName",
    "(ethnicity)",
    "(religion)",
    "nationalId",
    "(not-needed)",
    "(not-needed)",
    "(unknown)",
  ]);
});

test("a header of two rows: three columns of a birth day, two of sex", () => {
  const rows: Typed[][] = [
    ["TT", "Họ và tên", "Ngày sinh", null, null, "Giới tính", null, "Thôn"],
    [null, null, "Ngày", "Tháng", "Năm", "Nam", "Nữ", null],
    [1, "Vàng Thị Mỷ", 13, 4, 1980, null, "x", "Hoa Mận"],
    [2, "Lò A Páo", null, null, 1975, "X", null, "Hoa Mận"],
  ];
  expect(fieldsOf(rows)).toEqual([
    "(order)",
    "fullName",
    "birthDay",
    "birthMonth",
    "birthYear",
    "sexMale",
    "sexFemale",
    "village",
  ]);
  expect(readSheet(sheetOf(rows))).toMatchObject([
    { person: { birth: { precision: "day", day: "1980-04-13" }, sex: "female" } },
    { person: { birth: { precision: "year", day: "1975-01-01" }, sex: "male" } },
  ]);
});

test("a birth year written under Nam or Nữ says both", () => {
  const [woman, man] = readSheet(
    sheetOf([
      ["STT", "Họ và tên", "Năm sinh", null, "Thôn"],
      [null, null, "Nam", "Nữ", null],
      [1, "Vàng Thị Mỷ", null, 1980, "Hoa Mận"],
      [2, "Lò A Páo", "1975", null, "Hoa Mận"],
      [3, "Lò A Sùng", "x", "x", "Hoa Mận"],
    ]),
  );
  expect(woman).toMatchObject({ person: { sex: "female", birth: { day: "1980-01-01" } } });
  expect(man).toMatchObject({ person: { sex: "male", birth: { day: "1975-01-01" } } });
});

test.each<[readonly Typed[], readonly Typed[]]>([
  [
    ["Họ", "Tên", "Thôn"],
    ["Vàng Thị", "Mỷ", "Hoa Mận"],
  ],
  [
    ["Họ đệm", "Tên", "Thôn"],
    ["Vàng Thị", "Mỷ", "Hoa Mận"],
  ],
  [
    ["Họ và tên", null, "Thôn"],
    ["Vàng Thị", "Mỷ", "Hoa Mận"],
  ],
  [
    ["Họ và tên", "Họ và tên", "Thôn"],
    ["Vàng Thị", "Mỷ", "Hoa Mận"],
  ],
])("a name in two columns %j is put together", (titles, typed) => {
  expect(readSheet(sheetOf([titles, typed]))).toMatchObject([
    { person: { fullName: "Vàng Thị Mỷ" } },
  ]);
});

test("headings between the rows, or the sheet's name, say the village", () => {
  const rows: Typed[][] = [
    ["TT", "Họ và tên", "Năm sinh"],
    ["I", "Thôn Hoa Mận: 2 hộ", null],
    [1, "Vàng Thị Mỷ", 1980],
    ["II. Bản Nậm Chảy", null, null],
    [2, "Lò A Páo", 1975],
    ["Tổng cộng: 2 người", null, null],
  ];
  const read = readSheet(sheetOf(rows));
  expect(read.map(({ kind }) => kind)).toEqual([
    "skipped",
    "person",
    "skipped",
    "person",
    "skipped",
  ]);
  expect(read).toMatchObject([
    { why: "section" },
    { person: { villageId: HOA_MAN } },
    { why: "section" },
    { person: { villageId: NAM_CHAY } },
    { why: "total" },
  ]);
  const named = sheetOf(
    [
      ["Họ và tên", "Năm sinh"],
      ["Lò A Páo", 1975],
    ],
    "Tổ 3",
  );
  expect(readSheet(named)).toMatchObject([{ person: { villageId: TO_3 } }]);
});

test("a village that is in no list is answered once for the whole file", () => {
  const sheet = sheetOf([
    ["Họ và tên", "Thôn"],
    ["Vàng Thị Mỷ", "Thôn Hoa Ban"],
    ["Lò A Páo", "bản hoa ban"],
  ]);
  expect(readSheet(sheet).map((row) => codesOf(row))).toEqual([
    ["village-unknown"],
    ["village-unknown"],
  ]);
  const hoaMan = VILLAGES[0]?.villageId ?? PlaceId.parse("");
  const answered = readSheet(sheet, {
    villageAnswers: { [villageKey("Hoa Ban")]: hoaMan },
  });
  expect(answered.map(({ kind }) => kind)).toEqual(["person", "person"]);
});

test("the same person twice is told with the first row, and a card in two names is refused", () => {
  const read = readSheet(
    sheetOf([
      ["Họ và tên", "Ngày sinh", "CCCD", "Thôn"],
      ["Vàng Thị Mỷ", "13/04/1980", null, "Hoa Mận"],
      ["Vàng thị mỷ", "13-4-1980", null, "thôn Hoa Mận"],
      ["Lò A Páo", "14/04/1980", "010080001234", "Hoa Mận"],
      ["Lò A Sùng", "15/04/1980", "010080001234", "Hoa Mận"],
      ["Lò A Tủa", "1980", null, "Hoa Mận"],
      ["Lò A Tủa", "1980", null, "Hoa Mận"],
    ]),
  );
  expect(read.map((row) => codesOf(row))).toEqual([
    [],
    ["duplicate-row"],
    [],
    ["national-id-of-another-row"],
    ["birth-year-alone"],
    ["birth-year-alone", "maybe-duplicate-row"],
  ]);
  expect(read[1]).toMatchObject({ warnings: [{ cell: "A3", row: 2 }] });
});

test("names in an old font are converted after a yes, and never before", () => {
  const sheet = sheetOf([
    ["Hä vµ tªn", "N¨m sinh", "Th«n"],
    ["Vµng ThÞ Mû", 1980, "Hoa MËn"],
    ["Lª V¨n H÷u", 1981, "Hoa MËn"],
  ]);
  const { mapping, oldFonts } = guessMapping(sheet);
  expect(oldFonts[0]).toMatchObject({
    encoding: "tcvn3",
    examples: [{ before: "Vµng ThÞ Mû", after: "Vàng Thị Mỷ" }, { after: "Lê Văn Hữu" }],
  });
  expect(mapping.columns.map(({ field }) => field)).toEqual(["fullName", "birth", "village"]);
  expect(codesOf(readSheet(sheet)[0])).toContain("old-font-unconfirmed");
  expect(readSheet(sheet, { encodingConfirmed: true })).toMatchObject([
    { person: { fullName: "Vàng Thị Mỷ", villageId: HOA_MAN } },
    { person: { fullName: "Lê Văn Hữu" } },
  ]);
});

test("a column in two writings converts what is sure, and asks about the rest", () => {
  const sheet = sheetOf([
    ["Họ và tên", "Thôn"],
    ["NguyÔn ThÞ Hoa", "Hoa Mận"],
    ["TrÇn V¨n H÷u", "Hoa Mận"],
    ["Nguyễn Thị Hoa", "Hoa Mận"],
    ["Lê Lan", "Hoa Mận"],
  ]);
  const read = readSheet(sheet, { encodingConfirmed: true });
  expect(read).toMatchObject([
    { person: { fullName: "Nguyễn Thị Hoa" } },
    { person: { fullName: "Trần Văn Hữu" } },
    { person: { fullName: "Nguyễn Thị Hoa" } },
    { faults: [{ code: "old-font" }] },
  ]);
});

test("a sheet without a header is read by what its columns hold, with little confidence", () => {
  const { mapping, confidence } = guessMapping(
    sheetOf([
      [1, "Vàng Thị Mỷ", "13/04/1980", "Nữ"],
      [2, "Lò A Páo", "14/04/1980", "Nam"],
    ]),
  );
  expect(mapping.header).toBeNull();
  expect(mapping.columns.map(({ field }) => field)).toEqual([null, "fullName", "birth", "sex"]);
  expect(confidence).toBeLessThanOrEqual(0.5);
});

test("a list of households is read as its heads", () => {
  const rows: Typed[][] = [
    ["Mã hộ", "Họ tên chủ hộ", "Năm sinh", "Thôn"],
    ["H1", "Lò A Páo", 1975, "Hoa Mận"],
  ];
  expect(readSheet(sheetOf(rows))).toMatchObject([
    { person: { fullName: "Lò A Páo", household: { code: "H1" } } },
  ]);
});

test("hidden rows are read with a warning, or left out when that is chosen", () => {
  const sheet = sheetOf([
    ["Họ và tên", "Thôn"],
    ["Lò A Páo", "Hoa Mận"],
  ]);
  const hidden = {
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, hidden: row.number === 2 })),
  };
  expect(codesOf(readSheet(hidden)[0])).toEqual(["hidden-row"]);
  expect(readSheet(hidden, { hiddenRows: "leave-out" })).toMatchObject([
    { kind: "skipped", why: "hidden" },
  ]);
});
