/** Names, titles and words of papers that an English reader has to find again as they stand. */
export const KEPT_IN_ENGLISH = [
  "Nếp Học",
  "NẾP HỌC",
  "Công dân học tập",
  "Quyết định công nhận",
  "Sổ học tập",
  "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15",
  "Chi hội trưởng khuyến học",
  "Trưởng thôn",
  "Người hướng dẫn, Chi hội trưởng phụ nữ, Giáo viên lớp cộng đồng",
  "KT. CHỦ TỊCH",
  "PHÓ CHỦ TỊCH",
  "CHỦ TỊCH",
  "125/QĐ-UBND",
  "Nà Lồ, Số 3",
  "Đúng",
  // Languages by the names of their speakers.
  "Tiếng Việt",
  "Mông",
  "Tày",
  "Thái",
];

/** Whether anything has Vietnamese letters besides what may stay. */
export function isVietnameseWithout(text: string, kept: readonly string[]): boolean {
  const rest = kept.reduce((left, each) => left.replaceAll(each, ""), text);
  return /[đ\p{M}]/iu.test(rest.normalize("NFD"));
}
