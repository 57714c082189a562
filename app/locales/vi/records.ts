import type { RecordDayFault } from "#app/domain/record-office/index.ts";

/** Looking at the record store at the desks of commune and province, in the authority's wording. */
const verbs = {
  initialized: "bắt đầu",
  attempted: "làm thử",
  experienced: "đã xem",
  interacted: "tương tác với",
  progressed: "học tiếp",
  answered: "trả lời",
  passed: "đạt",
  failed: "chưa đạt",
  scored: "được chấm điểm",
  completed: "hoàn thành",
  mastered: "thành thạo",
  registered: "đăng ký",
  attended: "tham dự",
  launched: "mở",
  resumed: "học lại tiếp",
  suspended: "tạm dừng",
  terminated: "kết thúc",
  exited: "rời khỏi",
  asked: "hỏi về",
  commented: "nhận xét",
  responded: "phản hồi",
  shared: "chia sẻ",
  preferred: "chọn",
  imported: "nhập",
  voided: "hủy hiệu lực",
  satisfied: "đáp ứng yêu cầu của",
  waived: "được miễn",
  abandoned: "bỏ dở",
};

const sentence = {
  /** "Giàng Thị Mỷ hoàn thành “Bài một”": who, verb, what, then the result. */
  whole: (who: string, verb: string, what: string) => `${who} ${verb} ${what}`,
  activity: (name: string) => `“${name}”`,
  statement: (shortId: string) => `bản ghi ${shortId}`,
  planned: (inner: string) => `dự định: ${inner}`,
  group: (name: string, members: number) => `${name === "" ? "Nhóm" : name} (${members} người)`,
  stranger: "Người ngoài phạm vi",
  nobody: "Không rõ ai",
  success: { yes: "đạt", no: "không đạt" },
  right: { yes: "đúng", no: "chưa đúng" },
  completion: { yes: "đã xong", no: "chưa xong" },
  score: (raw: string, max: string) => `${raw}/${max} điểm`,
  scoreAlone: (raw: string) => `${raw} điểm`,
  scaled: (percent: string) => `${percent}\u00A0%`,
  response: (text: string) => `trả lời: “${text}”`,
  erased: "Nội dung đã xóa theo quy định",
};

const filter = {
  heading: "Lọc bản ghi",
  person: "Người học",
  personHint: "Gõ họ tên, không dấu cũng được, hoặc mã thẻ học tập.",
  chosen: "Đang lọc theo người học",
  unchoose: "Bỏ chọn người này",
  verb: "Việc đã làm",
  everyVerb: "Mọi việc",
  activity: "Khóa học, hoạt động",
  everyActivity: "Mọi hoạt động",
  otherActivity: (name: string) => `Hoạt động: ${name}`,
  from: "Ghi vào kho từ ngày",
  to: "Đến hết ngày",
  dayHint: "Ví dụ: 05/09/2026",
  voidedOnly: "Chỉ bản ghi đã hủy hiệu lực",
  more: "Thêm điều kiện lọc",
  button: "Xem",
  clear: "Bỏ lọc",
  errorTitle: "Chưa lọc được. Sửa các mục sau:",
  faults: {
    from: "Ngày bắt đầu chưa đúng. Ghi ngày/tháng/năm.",
    to: "Ngày kết thúc chưa đúng. Ghi ngày/tháng/năm.",
    order: "Ngày kết thúc đứng trước ngày bắt đầu.",
  } satisfies Record<RecordDayFault, string>,
};

const choose = {
  heading: "Chọn người học",
  several: (count: string, typed: string) =>
    `Có ${count} người hợp với “${typed}”. Chọn đúng người:`,
  cut: "Còn người khác nữa. Gõ thêm họ tên, hoặc gõ mã thẻ.",
  none: "Không tìm thấy ai",
  noneAdvice: (typed: string) =>
    `Trong phạm vi phụ trách không có ai tên hoặc mã thẻ là “${typed}”. Gõ tên ngắn hơn, không dấu cũng được.`,
  gone: "Người này không có trong phạm vi phụ trách, hoặc đã được xóa.",
  table: {
    name: "Họ và tên",
    born: "Năm sinh",
    village: "Thôn",
    commune: "Xã, phường",
    card: "Mã thẻ (4 ký tự cuối)",
  },
};

const list = {
  heading: "Bản ghi học tập",
  navItem: "Bản ghi học tập",
  logged: "Mỗi lần mở trang có tên người học đều được ghi vào nhật ký.",
  looksLink: "Ai đã xem",
  caption: "Bản ghi, mới nhất trước",
  table: {
    what: "Việc",
    when: "Lúc",
    place: "Nơi",
    state: "Trạng thái",
  },
  voided: "Đã hủy hiệu lực",
  erased: "Đã xóa nội dung",
  older: "Bản ghi cũ hơn",
  newest: "Về bản ghi mới nhất",
  pages: "Chuyển trang",
  empty: {
    title: "Chưa có bản ghi nào",
    advice: "Khi có người học hoặc phần mềm gửi vào, bản ghi sẽ hiện ở đây.",
    filtered: "Không có bản ghi nào hợp với bộ lọc. Bỏ bớt điều kiện rồi xem lại.",
  },
};

const file = {
  heading: "Một bản ghi học tập",
  back: "Về danh sách bản ghi",
  facts: {
    heading: "Nội dung",
    who: "Ai",
    verb: "Việc",
    what: "Về",
    result: "Kết quả",
    noResult: "Không ghi kết quả",
    within: "Thuộc",
    happened: "Xảy ra lúc",
    stored: "Ghi vào kho lúc",
    place: "Nơi",
    authority: "Bên gửi chịu trách nhiệm",
    version: "Phiên bản xAPI",
    registration: "Lượt ghi danh",
    id: "Mã bản ghi",
    state: "Hiệu lực",
    standing: "Còn hiệu lực",
    voidedBy: "Bị hủy hiệu lực bởi",
    voidedBeyond: "Bản ghi hủy nằm ngoài phạm vi phụ trách",
    seal: "Niêm phong",
    sealed: (at: string) => `Đã niêm phong lúc ${at}`,
    unsealed: "Ngày ghi chưa niêm phong",
    ofPerson: "Xem các bản ghi của người này",
    ofActivity: "Xem các bản ghi về hoạt động này",
  },
  links: {
    heading: "Bản ghi liên quan",
    refersTo: "Bản ghi này nói về",
    referredBy: "Bản ghi nói về bản ghi này",
    open: (shortId: string) => `Bản ghi ${shortId}`,
    voids: (shortId: string) => `Bản ghi ${shortId} (hủy hiệu lực)`,
    beyond: (shortId: string) =>
      `Bản ghi ${shortId}: chưa có trong kho hoặc ngoài phạm vi phụ trách`,
    none: "Không có",
  },
  json: {
    heading: "Nguyên văn (JSON)",
    intro: "Bản ghi như kho giao ra, kèm thời điểm ghi và bên gửi.",
    show: "Mở nguyên văn",
  },
  erased: {
    title: "Nội dung đã xóa theo quy định",
    text: (at: string, basis: string) => `Xóa lúc ${at}. Căn cứ: ${basis}.`,
    unknown: "Không còn dấu vết của lần xóa.",
    hash: "Mã băm SHA-256 của nội dung cũ",
  },
};

const accesses = {
  heading: "Ai đã xem bản ghi học tập",
  intro:
    "Mỗi dòng là một trang có tên người học đã mở cho cán bộ xem: lúc nào, ai, chức danh gì, xem theo điều kiện nào. Nhật ký chỉ ghi thêm, không sửa được.",
  caption: "Các lần xem, mới nhất trước",
  table: {
    officer: "Cán bộ",
    at: "Lúc",
    office: "Chức danh",
    what: "Đã xem",
    persons: "Số người hiện trên trang",
  },
  people: "Danh sách người trùng tên để chọn",
  statement: (shortId: string) => `Bản ghi ${shortId}`,
  client: "Bản ghi do một phần mềm gửi",
  all: "Danh sách bản ghi, không lọc",
  filtered: "Danh sách bản ghi, lọc theo: ",
  parts: {
    person: "một người học",
    verb: (word: string) => `việc “${word}”`,
    activity: (name: string) => `hoạt động “${name}”`,
    from: (day: string) => `từ ${day}`,
    to: (day: string) => `đến ${day}`,
    voidedOnly: "chỉ bản ghi đã hủy hiệu lực",
  },
  older: "Các lần xem cũ hơn",
  empty: {
    title: "Chưa ai xem",
    advice: "Khi có cán bộ mở trang có tên người học, lần xem sẽ hiện ở đây.",
  },
};

export const records = { verbs, sentence, filter, choose, list, file, accesses };
