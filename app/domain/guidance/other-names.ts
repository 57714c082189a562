import { searchKey } from "#app/domain/kernel/index.ts";

/** What people call something that courses call by another name. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  "căn cước": ["cccd", "cmnd", "cmt", "chứng minh thư", "chứng minh nhân dân"],
  "chăn nuôi": ["khuyến nông"],
  lợn: ["heo", "lợn gà"],
  "lừa đảo": ["scam"],
  "tiếng anh": ["english", "anh văn"],
  "khách du lịch": ["khách tây"],
  "mã qr": ["quét mã", "vietqr"],
  "mật khẩu": ["password", "mật mã"],
};

const MEANINGS = Object.entries(OTHER_NAMES).flatMap(([name, others]) =>
  others.map((other) => ({ other: searchKey(other), name })),
);

/** What was typed in the courses' own words; null when it holds no other name for anything. */
export function inOwnWords(typed: string): string | null {
  const found = MEANINGS.find(({ other }) => ` ${searchKey(typed)} `.includes(` ${other} `));
  if (found === undefined) return null;
  const count = found.other.split(" ").length;
  const words = typed.split(/\s+/u);
  const at = words.findIndex(
    (_, start) => searchKey(words.slice(start, start + count).join(" ")) === found.other,
  );
  return at === -1 ? null : words.toSpliced(at, count, found.name).join(" ");
}
