import { formatNumber } from "#app/domain/kernel/index.ts";
import type { FailedJob } from "#app/server/watch/standing.server.ts";

const jobs: Readonly<Record<FailedJob["job"], string>> = {
  partitions: "chuẩn bị ngăn của tháng tới",
  seals: "niêm phong",
  sessions: "dọn phiên đã hết hạn",
  sizes: "đo dung lượng",
};

/** How the installation runs, at the province's desk. */
export const operation = {
  navItem: "Vận hành",
  heading: "Tình trạng vận hành",
  intro:
    "Trang này không có thông tin của người học. Việc cần làm ứng với từng cảnh báo có trong tài liệu vận hành.",
  sound: "Mọi thứ đang chạy tốt.",
  needed: (count: number) => `${count} việc cần người vận hành xử lý`,
  work: "Công việc nền",
  keeping: "Lưu giữ",
  forwards: "Nơi nhận bản ghi",
  forwarding: (active: number, failing: number) =>
    `${formatNumber(active)} nơi, ${formatNumber(failing)} nơi đang lỗi`,
  deadLetters: "Bản ghi bị nơi nhận từ chối",
  lastSeal: "Ngày được niêm phong gần nhất",
  failedJobs: "Việc nền bị lỗi",
  noFailedJob: "Không có",
  jobs,
  setAside: "Việc học ngoại tuyến chờ xử lý",
  lastBackup: "Sao lưu gần nhất",
  never: "Chưa có",
  disk: "Ổ đĩa",
  free: (free: string, total: string) => `còn trống ${free} trong ${total}`,
  full: "Dự kiến đầy",
  fullIn: (days: number) => `sau khoảng ${formatNumber(days)} ngày`,
  notTold: "Chưa đủ số liệu, hoặc không tăng",
  database: "Cơ sở dữ liệu",
  statements: "Bản ghi học tập (ước tính)",
  connections: "Kết nối cơ sở dữ liệu",
  table: {
    caption: "Cán bộ đang đăng nhập",
    name: "Họ và tên",
    office: "Chức danh",
    since: "Đăng nhập gần nhất",
    sessions: "Số máy",
  },
  alarms: {
    never: "chưa có",
    "disk-low": (free: string) => `Ổ đĩa chỉ còn trống ${free}.`,
    "disk-full-soon": (days: number) => `Theo đà này, ổ đĩa đầy sau ${days} ngày.`,
    "no-backup": "Chưa sao lưu lần nào.",
    "backup-old": (hours: number) => `Bản sao lưu gần nhất đã cách đây ${hours} giờ.`,
    "seals-behind": (day: string) => `Niêm phong chậm: ngày gần nhất là ${day}.`,
    "forwards-failing": (count: number) => `${count} nơi nhận bản ghi không trả lời.`,
    "dead-letters": (count: number) => `${count} bản ghi bị nơi nhận từ chối, chờ xử lý.`,
    "jobs-failed": (count: number) => `${count} việc nền bị lỗi và chưa làm lại được.`,
    "connections-short": (used: number, atMost: number) =>
      `Sắp hết kết nối cơ sở dữ liệu: ${used} trong ${atMost}.`,
  },
};
