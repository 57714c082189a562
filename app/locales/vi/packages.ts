import type {
  PackageFault,
  PackageFormFault,
  WaiveFault,
  WaiveReason,
} from "#app/domain/cmi5/index.ts";
import { type Day, formatDay, formatNumber } from "#app/domain/kernel/index.ts";

type Fault = Pick<PackageFault, "where" | "what">;

/** What is wrong with a package and what its maker has to do about it. */
const faults: Readonly<Record<PackageFault["code"], (fault: Fault) => string>> = {
  "not-a-package": () =>
    "Tệp không phải gói học. Hãy chọn tệp .zip xuất theo chuẩn cmi5, hoặc tệp cmi5.xml.",
  "no-course-structure": () =>
    "Trong tệp .zip không có cmi5.xml. Hãy xuất lại bài theo chuẩn cmi5 (không phải SCORM hay xAPI).",
  "course-structure-nested": ({ where }) =>
    `Tệp cmi5.xml nằm trong thư mục con (${where}). Hãy mở thư mục đó, chọn mọi thứ bên trong rồi nén lại.`,
  "entry-path": ({ where }) =>
    `Tên tệp “${where}” không dùng được: có đường dẫn tuyệt đối, “..” hoặc ký tự lạ. Hãy đổi tên rồi nén lại.`,
  "entry-link": ({ where }) =>
    `“${where}” là liên kết tắt, không phải tệp. Hãy thay bằng tệp thật rồi nén lại.`,
  "entry-encrypted": ({ where }) => `Tệp “${where}” bị đặt mật khẩu. Hãy nén lại không mật khẩu.`,
  "entry-twice": ({ where }) => `Tệp “${where}” có hai lần trong gói. Hãy bỏ bớt một tệp.`,
  "entry-broken": ({ where }) =>
    `Tệp “${where}” hỏng hoặc nén theo cách không đọc được. Hãy xuất và nén lại (kiểu nén thường, Deflate).`,
  "too-many-entries": () =>
    "Gói có quá nhiều tệp. Hãy bỏ các tệp không dùng hoặc chia thành nhiều gói.",
  "too-large-unpacked": () =>
    "Gói quá lớn khi giải nén. Hãy giảm dung lượng video, hình ảnh hoặc chia thành nhiều gói.",
  "too-compressed": ({ where }) =>
    `Tệp “${where}” nén bất thường (giải nén lớn gấp nhiều lần). Hãy kiểm tra lại nguồn của gói.`,
  "structure-too-large": () => "Tệp cmi5.xml quá lớn. Hãy chia khóa học thành nhiều gói.",
  "not-utf8": () => "Tệp cmi5.xml không lưu theo bảng mã UTF-8. Hãy lưu lại bằng UTF-8.",
  doctype: () => "Tệp cmi5.xml có khai báo DOCTYPE hoặc ENTITY. Hãy bỏ khai báo đó.",
  "not-xml": ({ what }) => `Tệp cmi5.xml viết sai XML ở dòng ${what}. Hãy sửa hoặc xuất lại.`,
  "too-deep": () => "Tệp cmi5.xml lồng nhau quá sâu hoặc không đọc được. Hãy xuất lại.",
  "unknown-entity": ({ what }) => `Tệp cmi5.xml có ký hiệu lạ “${what}”. Dấu & phải viết là &amp;.`,
  "not-course-structure": ({ what }) =>
    `Phần tử gốc phải là courseStructure của cmi5 bản 1 (đang là không gian tên “${what}”). Hãy xuất lại theo chuẩn cmi5.`,
  "element-missing": ({ where, what }) =>
    `${where}: thiếu phần tử ${what}, hoặc đặt sai thứ tự. Hãy thêm vào đúng chỗ.`,
  "element-unexpected": ({ where, what }) =>
    `${where}: phần tử ${what} thừa hoặc đặt sai thứ tự. Hãy bỏ hoặc chuyển đúng chỗ.`,
  "attribute-missing": ({ where, what }) => `${where}: thiếu thuộc tính ${what}. Hãy thêm vào.`,
  "attribute-unknown": ({ where, what }) =>
    `${where}: không có thuộc tính ${what} trong chuẩn. Hãy bỏ đi.`,
  "text-missing": ({ where, what }) => `${where}: ${what} còn trống. Hãy điền nội dung.`,
  "iri-invalid": ({ where, what }) =>
    `${where}: mã “${what}” phải là địa chỉ đầy đủ, ví dụ https://…, không có dấu cách.`,
  "id-repeated": ({ where, what }) =>
    `${where}: mã “${what}” dùng hai lần. Mỗi phần phải có mã riêng.`,
  "value-invalid": ({ where, what }) =>
    `${where}: giá trị ${what} không có trong chuẩn. Hãy sửa lại.`,
  "mastery-score-invalid": ({ where, what }) =>
    `${where}: masteryScore “${what}” phải là số từ 0 đến 1, ví dụ 0.8.`,
  "no-units": () => "Khóa học chưa có bài (au) nào. Hãy thêm ít nhất một bài.",
  "url-invalid": ({ where, what }) =>
    `${where}: địa chỉ “${what}” không mở được bằng trình duyệt. Hãy dùng địa chỉ http hoặc https, không có dấu cách.`,
  "url-relative": ({ where, what }) =>
    `${where}: địa chỉ “${what}” phải đầy đủ (https://…), hoặc là tên tệp tính từ gốc của gói .zip.`,
  "url-parameter": ({ where, what }) =>
    `${where}: địa chỉ “${what}” có tham số trùng tên với tham số của chuẩn (endpoint, fetch, actor, registration, activityId). Hãy đổi tên tham số.`,
  "url-escapes": ({ where, what }) =>
    `${where}: địa chỉ “${what}” dẫn ra ngoài gói. Hãy dùng tên tệp trong gói.`,
  "file-missing": ({ where, what }) =>
    `${where}: trong gói không có tệp “${what}”. Hãy thêm tệp, xem cả chữ hoa chữ thường.`,
};

const reasons: Readonly<Record<WaiveReason, string>> = {
  "Tested Out": "Đã kiểm tra đạt, không cần học",
  "Equivalent AU": "Đã học bài tương đương trong khóa này",
  "Equivalent Outside Activity": "Đã học nội dung tương đương ở nơi khác",
  Administrative: "Theo quyết định của cơ quan quản lý",
};

/** For the officer of a province. */
const desk = {
  navItem: "Gói học",
  heading: "Gói học từ nơi khác (cmi5)",
  intro:
    "Gói học do công cụ soạn bài xuất ra theo chuẩn cmi5. Kết quả được ghi vào sổ học tập như khóa học của hệ thống.",
  back: "Về danh sách gói học",
  upload: {
    heading: "Tải gói học lên",
    file: "Tệp gói học",
    fileHint: (megabytes: number) =>
      `Tệp .zip có cmi5.xml, hoặc riêng tệp cmi5.xml. Không quá ${formatNumber(megabytes)} MB.`,
    subject: "Nhóm nội dung",
    minutes: "Thời lượng danh nghĩa của cả khóa (phút)",
    minutesHint: "Số phút được ghi cho người học xong cả khóa, chia đều cho các bài.",
    button: "Tải lên và kiểm tra",
    replace: "Tải lại khóa học đã có thì thành bản mới. Người đang học bản cũ vẫn học tiếp bản cũ.",
    again: "Hãy chọn lại tệp: trình duyệt không giữ tệp đã chọn.",
  },
  done: {
    new: (title: string) => `Đã nhận gói học “${title}”. Người học trong tỉnh thấy ngay ở mục Học.`,
    replaced: (title: string) =>
      `Đã nhận bản mới của “${title}”. Người đang học bản cũ vẫn giữ bản cũ.`,
    same: (title: string) => `“${title}” đã có đúng bản này. Không có gì thay đổi.`,
    withdrawn: "Đã ngừng cung cấp gói học. Người đang học vẫn học tiếp được.",
    offered: "Đã cung cấp lại gói học.",
    waived: "Đã ghi miễn bài cho người học.",
  },
  errorTitle: "Chưa nhận được gói học",
  errors: {
    "file-missing": "Chưa chọn tệp.",
    "subject-missing": "Chưa chọn nhóm nội dung.",
    "minutes-invalid": "Thời lượng phải là số phút từ 1 đến 6000.",
    "too-large": (megabytes: number) =>
      `Tệp lớn quá ${formatNumber(megabytes)} MB. Hãy giảm dung lượng hoặc chia thành nhiều gói.`,
  } satisfies Record<PackageFormFault, unknown>,
  faults,
  table: {
    caption: (count: number) => `${formatNumber(count)} gói học`,
    title: "Tên khóa học",
    state: "Tình trạng",
    version: "Bản hiện hành",
    learners: "Đã bắt đầu",
    satisfied: "Đã đạt",
  },
  offered: "Đang cung cấp",
  withdrawn: (day: Day) => `Ngừng từ ${formatDay(day)}`,
  uploadedOn: (day: Day, name: string) => `${formatDay(day)}, ${name}`,
  empty: {
    title: "Chưa có gói học nào",
    advice: "Tải gói đầu tiên lên bằng biểu mẫu dưới đây.",
  },
  one: {
    facts: {
      subject: "Nhóm nội dung",
      publisherId: "Mã khóa học của nơi phát hành",
      minutes: "Thời lượng danh nghĩa",
      minutesOf: (minutes: number) => `${formatNumber(minutes)} phút`,
      learners: "Số người đã bắt đầu",
      satisfied: "Số người đã đạt",
      outside: "Bài nằm ở máy chủ khác",
    },
    versions: "Các bản đã tải lên",
    versionTable: {
      uploaded: "Ngày tải lên, người tải",
      file: "Tệp",
      size: "Dung lượng",
      hash: "Mã kiểm tra (SHA-256)",
    },
    megabytes: (bytes: number) => `${formatNumber(Math.max(0.01, bytes / 1_048_576))} MB`,
    structure: "Các bài trong khóa",
    unitTable: {
      title: "Bài",
      moveOn: "Điều kiện đạt",
      masteryScore: "Điểm đạt",
    },
    moveOn: {
      Passed: "Đạt điểm",
      Completed: "Học xong",
      CompletedAndPassed: "Học xong và đạt điểm",
      CompletedOrPassed: "Học xong hoặc đạt điểm",
      NotApplicable: "Không bắt buộc",
    },
    state: "Cung cấp gói học",
    withdraw: "Ngừng cung cấp",
    withdrawText: "Không ai bắt đầu mới được nữa. Người đang học vẫn học tiếp, kết quả vẫn giữ.",
    offer: "Cung cấp lại",
    waive: {
      heading: "Miễn bài cho một người học",
      intro:
        "Bài được miễn tính vào tiến độ, không tính là đã học: không có giờ học, không vào sổ học tập, không được cấp giấy hoàn thành khóa. Lý do được ghi lại.",
      card: "Mã thẻ người học",
      unit: "Bài được miễn",
      reason: "Lý do",
      button: "Ghi miễn bài",
      errorTitle: "Chưa ghi được",
      errors: {
        "unknown-card": "Không có thẻ này trong tỉnh. Xem lại 8 chữ và số trên thẻ.",
        "unknown-unit": "Chọn bài được miễn.",
        "reason-missing": "Chọn lý do.",
        "done-already": "Người học đã đạt hoặc đã được miễn bài này.",
      } satisfies Record<WaiveFault, string>,
    },
  },
  reasons,
};

/** For a learner. */
const learner = {
  heading: "Khóa học mở trong cửa sổ riêng",
  back: "Các khóa học",
  begun: "Bài đã xong",
  completed: "Mình đã học xong khóa này",
  completedText: "Chúc mừng! Kết quả đã ghi vào sổ học tập.",
  portfolio: "Mở sổ học tập",
  units: "Các bài trong khóa",
  hint: "Bài mở ra ở trang khác. Học xong, bấm nút thoát trong bài để về lại đây.",
  outdated: "Khóa này có bản mới",
  outdatedText:
    "Mình đang học bản cũ, học tiếp vẫn được. Muốn học bản mới thì bắt đầu lại từ bản mới.",
  state: {
    untouched: "Chưa học",
    opened: "Đang học",
    passed: "Đạt",
    completed: "Xong",
    waived: "Được miễn",
  },
  optional: "Không bắt buộc",
  score: (percent: number) => `Điểm cao nhất: ${formatNumber(percent)}/100`,
  open: "Học bài này",
  goOn: "Học tiếp",
  review: "Xem lại",
  newVersion: "Học bản mới",
  browse: "Xem thử",
  outside: (host: string) => `Bài này nằm ở trang ${host}.`,
  away: {
    heading: "Mở bài ở trang khác",
    text: (host: string) => `Bài này không nằm trong Nếp Học mà ở ${host}. Bấm nút dưới đây để mở.`,
    button: "Mở bài",
  },
  /** Beside a package among the courses, where others have their level. */
  level: "Khóa học từ nơi khác",
  faults: {
    "unknown-unit": "Không có bài này. Chọn một bài dưới đây.",
    withdrawn: "Khóa này đã ngừng, không bắt đầu mới được nữa.",
  },
};

const content = {
  notThere: "Không có tệp này. Hãy về trang Nếp Học và mở lại bài.",
  broken: "Máy chủ gặp lỗi. Hãy về trang Nếp Học và mở lại bài.",
};

export const packages = { desk, learner, content };
