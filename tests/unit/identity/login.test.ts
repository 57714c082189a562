import fc from "fast-check";
import { expect, test } from "vitest";

import {
  CARD_ALPHABET,
  CARD_LENGTH,
  formatCardCode,
  isWeakPin,
  PIN_LENGTH,
  readLogin,
  readPhone,
  readPin,
} from "#app/domain/identity/index.ts";

const DIGITS = Array.from("0123456789");
type Login = ReturnType<typeof readLogin>;

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...DIGITS), minLength: length, maxLength: length });
const phoneNumber = digits(9)
  .filter((rest) => !rest.startsWith("2"))
  .map((rest) => `0${rest}`);
const cardCode = fc.string({
  unit: fc.constantFrom(...Array.from(CARD_ALPHABET)),
  minLength: CARD_LENGTH,
  maxLength: CARD_LENGTH,
});
const separator = fc.constantFrom("", " ", ".", "-", "  ", "\t", "\u00A0", "–", "\u200B");

test.each([
  ["0912345678", "0912345678"],
  ["0912 345 678", "0912345678"],
  ["0912.345.678", "0912345678"],
  ["(091) 234-5678", "0912345678"],
  ["+84912345678", "0912345678"],
  ["84 912 345 678", "0912345678"],
  ["(+84) 912 345 678", "0912345678"],
  ["+84 (0) 912 345 678", "0912345678"],
  ["0084 912 345 678", "0912345678"],
  ["0912/345/678", "0912345678"],
  ["0912–345–678", "0912345678"],
  ["０９１２３４５６７８", "0912345678"],
  ["\u202A0912345678\u202C", "0912345678"],
])("%s is the phone number %s", (typed, phone) => {
  expect(readLogin(typed)).toEqual({ kind: "phone", phone });
});

test.each([
  ["ABCD-2345", "ABCD2345"],
  ["abcd2345", "ABCD2345"],
  [" abcd 2345 ", "ABCD2345"],
  ["23456789", "23456789"],
  ["ABCD–2345", "ABCD2345"],
  ["ＡＢＣＤ２３４５", "ABCD2345"],
  ["AB\u200BCD-2345", "ABCD2345"],
])("%s is the card %s", (typed, code) => {
  expect(readLogin(typed)).toEqual({ kind: "card", cardCode: code });
});

test.each([
  "",
  "   ",
  "091234567",
  "09123456789",
  "1912345678",
  "+85912345678",
  "ABCD-234",
  "ABCD-23456",
  "ABCD-0145",
  "ABIL-2345",
  "Giàng Thị Mỷ",
  "' OR 1=1 --",
])("“%s” says nobody", (typed) => {
  expect(readLogin(typed)).toEqual({ kind: "unreadable" });
});

test.each(["0214 3880 123", "024 3825 1234", "+84 24 3825 1234", "(0214) 388-0123"])(
  "%s is told to be a landline",
  (typed) => {
    expect(readPhone(typed)).toEqual({ kind: "landline" });
  },
);

test("a phone number is read however its digits are set apart", () => {
  fc.assert(
    fc.property(
      phoneNumber,
      fc.array(separator, { minLength: 10, maxLength: 10 }),
      (phone, between) => {
        const typed = Array.from(phone, (digit, at) => digit + between[at]).join("");
        expect(readLogin(typed)).toEqual({ kind: "phone", phone });
        expect(readLogin(`+84${phone.slice(1)}`)).toEqual({ kind: "phone", phone });
      },
    ),
  );
});

test("a card is read as it is printed, in any case, with any blanks", () => {
  fc.assert(
    fc.property(cardCode, separator, fc.boolean(), (code, between, small) => {
      const printed = formatCardCode(code).replace("-", between);
      const typed = small ? printed.toLowerCase() : printed;
      expect(readLogin(typed)).toEqual({ kind: "card", cardCode: code });
    }),
  );
});

function isInStoredForm(login: Login): boolean {
  switch (login.kind) {
    case "phone":
      return /^0\d{9}$/u.test(login.phone);
    case "card":
      return /^[2-9A-HJKMNP-Z]{8}$/u.test(login.cardCode);
    case "unreadable":
      return true;
  }
}

test("whatever is typed, the answer has the one form that is stored", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (typed) => {
      expect(readLogin(typed)).toSatisfy(isInStoredForm);
    }),
  );
});

test("no letter or digit of a card is mistaken for another", () => {
  for (const mistaken of "01ILO") expect(CARD_ALPHABET).not.toContain(mistaken);
  expect(new Set(CARD_ALPHABET).size).toBe(CARD_ALPHABET.length);
});

test("a PIN is six digits, with any blanks, from any keyboard", () => {
  fc.assert(
    fc.property(digits(PIN_LENGTH), fc.nat(5), (pin, at) => {
      expect(readPin(pin)).toBe(pin);
      expect(readPin(` ${pin.slice(0, at)} ${pin.slice(at)}\n`)).toBe(pin);
      const wide = Array.from(pin, (digit) => String.fromCodePoint(0xff10 + Number(digit))).join(
        "",
      );
      expect(readPin(wide)).toBe(pin);
      expect(readPin(`\u200E${pin.slice(0, at)}\u200B${pin.slice(at)}`)).toBe(pin);
    }),
  );
});

test("anything but six digits is no PIN", () => {
  for (const typed of ["", "12345", "1234567", "12345a", "-12345", "1234.5", "١٢٣٤٥٦"]) {
    expect(readPin(typed)).toBeNull();
  }
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      expect(readPin(typed) ?? "000000").toMatch(/^\d{6}$/u);
    }),
  );
});

test("a PIN that is tried first is refused: patterns, years, days, the commonest", () => {
  const first = (
    "000000 123456 987654 890123 246802 121212 112233 123123 123321 111222 000001 100000 " +
    "199001 011990 200512 010190 311285 135790 147258 159753 113114 686868 168168 789456"
  ).split(" ");

  expect(first.filter((pin) => !isWeakPin(pin))).toEqual([]);
});

test("of all PINs nine in ten stay to choose from", { timeout: 60_000 }, () => {
  const all = Array.from({ length: 1_000_000 }, (_, number) =>
    String(number).padStart(PIN_LENGTH, "0"),
  );

  const left = all.filter((pin) => !isWeakPin(pin)).length;

  expect(left).toBeGreaterThan(900_000);
  expect(["730164", "305817", "916402"].filter((pin) => isWeakPin(pin))).toEqual([]);
});
