import { decisions, register } from "./desk-decisions.ts";
import { act, caseFile, queue } from "./desk-review.ts";

/** The commune's desk and the province's, in the authority's wording. */
const states = {
  draft: "Đang tự chấm",
  submitted: "Chờ thôn xét",
  returned: "Đã trả lại",
  endorsed: "Chờ xã xác nhận",
  verified: "Chờ quyết định",
  refused: "Không công nhận",
  recognised: "Đã công nhận",
};

const indicatorsText = (codes: readonly string[]) => codes.join(", ");

const navigation = {
  queue: "Hàng đợi xét",
  decisions: "Quyết định",
  register: "Sổ đăng ký",
  learn: "Học",
};

const flags = {
  clear: "Trường hợp rõ ràng",
  "below-total": (total: number, needed: number) => `Tổng ${total} điểm, chưa đủ ${needed}`,
  "below-floor": (codes: readonly string[]) =>
    `Dưới mức thấp nhất: chỉ số ${indicatorsText(codes)}`,
  "above-suggestion": (codes: readonly string[]) =>
    `Tự chấm cao hơn gợi ý: chỉ số ${indicatorsText(codes)}`,
  "no-evidence": (codes: readonly string[]) =>
    `Chưa có minh chứng: chỉ số ${indicatorsText(codes)}`,
  "no-attestation": (codes: readonly string[]) =>
    `Chưa có người xác nhận: chỉ số ${indicatorsText(codes)}`,
  "records-gone": "Một phần sổ học tập không còn từ sau khi nộp",
};

const pager = {
  label: "Chuyển trang",
  previous: "Trang trước",
  next: "Trang sau",
  at: (page: number, pages: number) => `Trang ${page} trên ${pages}`,
};

const province = {
  heading: (name: string, year: number) => `${name}: công nhận Công dân học tập năm ${year}`,
  navItem: "Toàn tỉnh",
  totals: "Số hồ sơ toàn tỉnh theo trạng thái",
  people: "Người đã đăng ký",
  standing: "Đang được công nhận",
  base: "Tỷ lệ tính trên số người đã đăng ký học trong hệ thống, không phải trên dân số.",
  chart: { state: "Trạng thái", cases: "Số hồ sơ" },
  table: {
    caption: "Từng xã, phường",
    commune: "Xã, phường",
    people: "Đã đăng ký",
    standing: "Đang được công nhận",
    share: "Tỷ lệ",
    all: "Cả tỉnh",
  },
  empty: {
    title: "Chưa có xã, phường nào có số liệu",
    advice: "Khi xã có người đăng ký, số liệu sẽ hiện ở đây.",
  },
};

const coverage = {
  heading: "Khóa học phục vụ năng lực và chỉ số nào",
  navItem: "Danh mục khóa học",
  intro: (courses: number, lessons: number) =>
    `Tính từ ${courses} khóa học, ${lessons} bài học đang có trong hệ thống.`,
  print: "In bảng này: bấm Ctrl + P.",
  competences: (source: string) => `24 năng lực số thành phần (${source})`,
  indicators: "Chỉ số của bộ tiêu chí Công dân học tập",
  languages: "Ngoại ngữ",
  level: (level: string) => `bậc ${level}`,
  code: "Mã",
  name: "Nội dung",
  courses: "Khóa học phục vụ",
  gap: "Chưa có khóa học",
  gaps: (all: number, gaps: number) =>
    gaps === 0
      ? `Đủ ${all} nội dung có khóa học.`
      : `Còn ${gaps} trên ${all} nội dung chưa có khóa học.`,
};

export const desk = {
  communes: "Các xã, phường mình phụ trách",
  matters: navigation,
  states,
  flags,
  queue,
  act,
  caseFile,
  decisions,
  register,
  pager,
  province,
  coverage,
  recognitionRevoked: "Đã thu hồi công nhận",
  table: { ordinal: "STT" },
};
