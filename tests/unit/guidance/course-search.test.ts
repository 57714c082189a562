import { resolve } from "node:path";

import fc from "fast-check";
import { expect, test } from "vitest";

import { readCatalogue } from "#app/domain/content/index.server.ts";
import {
  openCourseSearch,
  type SearchableCourse,
  searchableCourse,
} from "#app/domain/guidance/index.ts";
import { unaccented } from "#app/domain/kernel/index.ts";

const { catalogue } = await readCatalogue(resolve("content/courses"));
const PIGS = "nuoi-lon-an-toan";
const GUESTS = "tieng-anh-don-khach";
const MONEY = "nhan-tien-bang-ma-qr";
const PAPERS = "lam-giay-to";
/** Few and far apart, so that a search has one right answer however many courses there are. */
const few = catalogue.filter(({ id }) => [PIGS, GUESTS, MONEY, PAPERS].includes(id));
const ours = openCourseSearch(few.map((course) => searchableCourse(course)));

const idsFor = (typed: string) => ours.find(typed).hits.map(({ courseId }) => courseId);

/** Titles as a province's catalogue may hold them one day. */
const TITLES = [
  "Nuôi gà thả vườn",
  "Nuôi dê trên núi đá",
  "Trồng ngô lai đúng vụ",
  "Trồng chè Shan tuyết",
  "Chăm sóc lúa ruộng bậc thang",
  "Phòng bệnh cho trâu bò mùa rét",
  "Ủ phân chuồng làm phân bón",
  "Ghi sổ thu chi trong nhà",
  "Bán thổ cẩm trên mạng",
  "Chụp ảnh hàng cho đẹp",
  "Đón khách ngủ lại nhà sàn",
  "Nấu cơm cho khách du lịch",
  "Tiếng Anh bán hàng ở chợ",
  "Tiếng Trung buôn bán cửa khẩu",
  "Làm giấy khai sinh cho con",
  "Nộp hồ sơ trên cổng dịch vụ công",
  "Dùng VNeID không sợ nhầm",
  "Gửi tiền tiết kiệm ở ngân hàng",
  "Vay vốn chính sách và trả nợ",
  "Phòng lừa đảo qua điện thoại",
  "Gọi video cho con đi làm xa",
  "Chăm bà bầu và trẻ sơ sinh",
  "Cho trẻ ăn dặm đủ chất",
  "Nước sạch và nhà vệ sinh",
  "Phòng cháy chữa cháy ở bản",
  "Trồng rau sạch quanh nhà",
  "Nuôi ong lấy mật",
  "Trồng quế và bán vỏ quế",
  "Hợp tác xã nhỏ bắt đầu thế nào",
  "Đi làm công ty cần biết gì",
].map((title, index) => courseTitled(title, `khoa-${index}`));

function courseTitled(title: string, id: string): SearchableCourse {
  const summary = "Khóa học ngắn cho bà con, học buổi tối, làm được ngay.";
  return { id, title, summary, needs: [], outcomes: [], lessons: [] };
}

const many = openCourseSearch([...few.map((course) => searchableCourse(course)), ...TITLES]);
const everything = [...few.map(({ id, title }) => ({ id, title })), ...TITLES];

test("what a woman types without marks finds the course of her need", () => {
  expect(idsFor("lon bi om")[0]).toBe(PIGS);
  expect(idsFor("bán hàng cho khách").toSorted()).toEqual([MONEY, GUESTS].toSorted());
  expect(idsFor("otp")).toEqual([MONEY]);
  expect(ours.find("lợn bị ốm")).toMatchObject({ how: "as-typed", suggestion: null });
});

test("the lesson that is about it is named with the course", () => {
  const [hit] = ours.find("chi duong").hits;
  expect(hit).toMatchObject({ courseId: GUESTS });
  expect(hit?.lessons.map(({ id, number }) => [id, number])).toContainEqual(["chi-duong", 6]);
});

test("Telex and VNI typed into a phone without Vietnamese keys are read", () => {
  expect(ours.find("lonw bij oms")).toMatchObject({ how: "mended", suggestion: "lợn bị ốm" });
  expect(idsFor("lonw bij oms")[0]).toBe(PIGS);
  expect(idsFor("lo75n bi5 o61m")[0]).toBe(PIGS);
  expect(idsFor("ddosn khachs")[0]).toBe(GUESTS);
});

test("missing blanks are put in", () => {
  expect(idsFor("banhang").toSorted()).toEqual([MONEY, GUESTS].toSorted());
  expect(idsFor("lonbiom")[0]).toBe(PIGS);
});

test("a mistake asks whether the right words were meant", () => {
  expect(ours.find("dón khách du lịhc").suggestion).toBe("đón khách du lịch");
  expect(ours.find("dón khách du lịhc").hits[0]).toMatchObject({ courseId: GUESTS });
});

test("what nobody teaches is told apart from what is near", () => {
  expect(ours.find("xyzzy").hits).toEqual([]);
  const near = ours.find("lợn trượt patin");
  expect(near.how).toBe("near");
  expect(near.hits[0]?.courseId).toBe(PIGS);
});

test("a search says what it found: marks count when they are typed", () => {
  expect(ours.find("lúa")).toMatchObject({ hits: [] });
  expect(ours.find("lúa").how).not.toBe("as-typed");
  expect(ours.find("trồng lúa").hits).toEqual([]);
  expect(ours.find("lừa")).toMatchObject({ how: "as-typed" });
  expect(idsFor("lừa")).toContain(MONEY);
  expect(idsFor("lua")).toContain(MONEY);
  expect(ours.find("tiền lẻ").how).toBe(ours.find("tiền lẻ".normalize("NFD")).how);
  expect(idsFor("khoá")).toEqual(idsFor("khóa"));
});

test("a search says what it found: two letters are no beginning, a whole word is none either", () => {
  expect(ours.find("nu").hits).toEqual([]);
  expect(idsFor("tien")).not.toEqual([]);
  expect(idsFor("tien")).not.toEqual(idsFor("tieng"));
  expect(ours.find("chuo")).toMatchObject({ how: "as-typed" });
});

test("a search says what it found: things by their other names", () => {
  expect(idsFor("CCCD")[0]).toBe(PAPERS);
  expect(idsFor("làm cccd")[0]).toBe(PAPERS);
  expect(idsFor("khuyến nông")[0]).toBe(PIGS);
  expect(idsFor("khuyen nong")[0]).toBe(PIGS);
  expect(idsFor("nuôi heo")[0]).toBe(PIGS);
});

test("a title with one mistake in each longer word is among the first three, 99 times of 100", () => {
  // A mistake may make another course's word of a word; so it is counted, not promised each time.
  const typings = fc.sample(
    fc.record({
      course: fc.constantFrom(...everything),
      mistakes: fc.array(
        fc.tuple(fc.nat(3), fc.nat(), fc.constantFrom(..."abcdeghiklmnopqrstuvxy".split(""))),
        { minLength: 20, maxLength: 20 },
      ),
      marks: fc.boolean(),
    }),
    1500,
  );
  const missed = typings.flatMap(({ course: { id, title }, mistakes, marks }) => {
    const words = (marks ? title : unaccented(title)).split(" ");
    const typed = words
      .map((word, index) => mistaken(word, mistakes[index % mistakes.length] ?? [0, 0, "a"]))
      .join(" ");
    const found = many.find(typed).hits.slice(0, 3);
    return found.some(({ courseId }) => courseId === id) ? [] : [typed];
  });
  expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(15);
}, 60_000);

test("whatever is typed, nothing is thrown and nothing comes twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (typed) => {
      const found = idsFor(typed);
      expect(new Set(found).size).toBe(found.length);
    }),
  );
});

/** A word of four letters or more with one letter missing, doubled, wrong, or changed with the next. */
function mistaken(word: string, [kind, place, letter]: [number, number, string]): string {
  const letters = Array.from(word);
  if (letters.filter((each) => /\p{L}/u.test(each)).length < 4) return word;
  const at = place % letters.length;
  switch (kind) {
    case 0:
      return letters.toSpliced(at, 1).join("");
    case 1:
      return letters.toSpliced(at, 0, letter).join("");
    case 2:
      return letters.toSpliced(at, 1, letter).join("");
    default: {
      const [first = "", second = ""] = letters.slice(at, at + 2);
      return letters.toSpliced(at, 2, second, first).join("");
    }
  }
}
