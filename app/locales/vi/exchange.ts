import { formatInstant, formatNumber } from "#app/domain/kernel/index.ts";
import type {
  ChosenLettersFault,
  FaultCode,
  ForwardFault,
  PersonsSent,
  SheetFault,
  SheetKind,
  SheetOutcome,
} from "#app/domain/exchange/index.ts";

/** Statements that leave the house: to other record stores, and as tables. The authority's wording. */
const faults: Readonly<Record<FaultCode, string>> = {
  refused: "Kho bên kia không chấp nhận nội dung bản ghi.",
  conflict: "Kho bên kia đã có bản ghi khác mang cùng mã.",
  "conflict-unread":
    "Kho bên kia báo đã có mã này nhưng không cho đọc lại để so. Tài khoản bên đó cần thêm quyền đọc.",
  "too-large": "Bản ghi lớn hơn mức kho bên kia nhận.",
  unauthorised:
    "Kho bên kia không nhận tài khoản hoặc mật khẩu này, hoặc tài khoản chưa có quyền ghi.",
  "not-found": "Tại địa chỉ này không có kho bản ghi xAPI.",
  busy: "Kho bên kia đang quá tải và xin gửi chậm lại.",
  broken: "Kho bên kia đang gặp sự cố.",
  unexpected: "Kho bên kia trả lời không đúng chuẩn xAPI.",
  unreachable: "Không kết nối được với kho bên kia.",
  timeout: "Kho bên kia không trả lời kịp.",
  redirect: "Địa chỉ này dẫn sang địa chỉ khác. Ghi thẳng địa chỉ cuối cùng.",
  address: "Địa chỉ dẫn vào mạng nội bộ chưa được người quản trị máy chủ cho phép.",
  version: "Kho bên kia không dùng phiên bản xAPI đã chọn.",
  secret: "Không mở được mật khẩu đã lưu vì khóa của máy chủ đã đổi. Bỏ mục này và tạo lại.",
  erased: "Bản ghi đã được xóa theo luật.",
};

const units = [
  [24 * 60 * 60, "ngày"],
  [60 * 60, "giờ"],
  [60, "phút"],
  [1, "giây"],
] as const;

function durationText(seconds: number): string {
  const [size, unit] = units.find(([each]) => seconds >= each) ?? [1, "giây"];
  return `${formatNumber(Math.floor(seconds / size))} ${unit}`;
}

const forwards = {
  navItem: "Chuyển tiếp bản ghi",
  heading: "Chuyển tiếp bản ghi sang kho khác",
  intro:
    "Mỗi bản ghi học tập mới của tỉnh được gửi sang các kho dưới đây, đúng một lần theo mã, theo thứ tự vào kho.",
  add: "Thêm kho nhận",
  empty: {
    title: "Chưa chuyển tiếp sang kho nào",
    advice: "Thêm kho nhận khi có văn bản cho phép chia sẻ dữ liệu.",
  },
  table: {
    caption: "Các kho nhận bản ghi",
    name: "Kho nhận",
    state: "Tình trạng",
    lag: "Độ trễ",
    sent: "Đã gửi",
    lastSent: "Gửi lần cuối",
    letters: "Bị từ chối",
  },
  states: { running: "Đang gửi", failing: "Gửi chưa được", paused: "Tạm dừng" },
  lag: (seconds: number) => (seconds === 0 ? "Không còn gì chờ" : `Chậm ${durationText(seconds)}`),
  lagScale: "Thanh độ trễ: ba vạch là 1 phút, 1 giờ, 1 ngày; đầy thanh là 1 tuần.",
  never: "chưa gửi",
  failure: (times: number, next: Date) =>
    `Hỏng ${formatNumber(times)} lần liền. Thử lại lúc ${formatInstant(next)}.`,
  fault: (code: FaultCode) => faults[code],
  said: (status: number | null, said: string) => {
    const parts = [
      ...(status === null ? [] : [`mã ${status}`]),
      ...(said === "" ? [] : [`“${said}”`]),
    ];
    return parts.length === 0 ? "" : `Bên kia trả lời: ${parts.join(", ")}`;
  },
  done: {
    "da-them": "Đã thêm kho nhận. Bản ghi bắt đầu được gửi trong vài giây.",
    "da-dung": "Đã tạm dừng. Bản ghi mới vẫn được giữ và sẽ gửi tiếp khi chạy lại.",
    "da-chay": "Đã cho chạy tiếp từ chỗ dừng.",
    "da-bo": "Đã bỏ kho nhận và xóa mật khẩu đã lưu. Bản ghi đã gửi vẫn ở kho bên kia.",
    "da-gui-lai": "Đã xếp vào hàng để gửi lại.",
    "da-bo-qua": "Đã bỏ qua các bản ghi được chọn.",
  },
  form: {
    heading: "Thêm kho nhận bản ghi",
    back: "Về danh sách kho nhận",
    where: "Kho nhận",
    name: "Tên gọi",
    nameHint: "Ví dụ: Kho bản ghi của Sở Giáo dục và Đào tạo.",
    endpoint: "Địa chỉ xAPI",
    endpointHint:
      "Địa chỉ do kho nhận cấp, bắt đầu bằng https://. Ví dụ: https://kho.tinh.gov.vn/xapi",
    user: "Tài khoản",
    secret: "Mật khẩu",
    secretHint: "Được mã hóa khi lưu và không hiện lại.",
    version: "Phiên bản xAPI",
    versions: { "2.0.0": "2.0.0", "1.0.3": "1.0.3 (kho cũ)" },
    what: "Gửi những gì",
    persons: "Thông tin cá nhân",
    personsOptions: {
      pseudonyms: "Không: thay tài khoản bằng mã ẩn danh, bỏ họ tên và tệp kèm",
      "as-recorded": "Có: gửi như đã ghi",
    },
    personsHint:
      "Gửi kèm thông tin cá nhân khi có căn cứ theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15.",
    courses: "Khóa học",
    coursesHint: "Không chọn khóa nào là gửi tất cả.",
    activities: "Mã hoạt động khác",
    activitiesHint: "Mỗi dòng một mã (IRI). Gồm cả các phần nằm trong hoạt động đó.",
    verbs: "Việc (động từ)",
    verbsHint: "Không chọn là gửi mọi việc. Bản ghi hủy luôn đi theo bản ghi bị hủy.",
    otherVerbs: "Mã động từ khác",
    otherVerbsHint: "Mỗi dòng một mã (IRI).",
    start: "Gửi từ khi nào",
    starts: { now: "Từ bây giờ", day: "Từ một ngày", beginning: "Từ đầu" },
    day: "Từ ngày (vào kho)",
    button: "Thêm và bắt đầu gửi",
    errorTitle: "Chưa thêm được. Sửa các mục sau:",
    faults: {
      name: "Ghi tên gọi, dài nhất 100 ký tự.",
      endpoint: "Ghi địa chỉ xAPI của kho nhận, không kèm tài khoản hay tham số.",
      "not-https": "Địa chỉ phải bắt đầu bằng https:// để không ai đọc được dọc đường.",
      private: "Địa chỉ nằm trong mạng nội bộ. Nhờ người quản trị máy chủ cho phép trước.",
      user: "Ghi tài khoản, không có dấu hai chấm, dài nhất 200 ký tự.",
      secret: "Ghi mật khẩu.",
      version: "Chọn phiên bản xAPI.",
      persons: "Chọn có gửi thông tin cá nhân hay không.",
      courses: "Chọn lại khóa học.",
      verbs: "Chọn lại việc.",
      "other-verbs": "Mỗi dòng ghi một mã động từ, dạng http://…",
      activities: "Mỗi dòng ghi một mã hoạt động, dạng http://…",
      start: "Chọn gửi từ khi nào.",
      day: "Ghi ngày bắt đầu. Ví dụ: 01/09/2026.",
    } satisfies Record<ForwardFault, string>,
  },
  file: {
    back: "Về danh sách kho nhận",
    facts: {
      endpoint: "Địa chỉ",
      user: "Tài khoản",
      version: "Phiên bản xAPI",
      state: "Tình trạng",
      lag: "Độ trễ",
      reached: "Đã gửi đến bản ghi vào kho lúc",
      sent: "Số bản ghi đã gửi",
      lastSent: "Gửi lần cuối",
      verbs: "Việc",
      activities: "Hoạt động",
      persons: "Thông tin cá nhân",
      created: "Thêm lúc",
    },
    beginning: "chưa gửi gì",
    all: "tất cả",
    personsSent: { pseudonyms: "Ẩn danh", "as-recorded": "Gửi như đã ghi" } satisfies Record<
      PersonsSent,
      string
    >,
    pause: "Tạm dừng",
    resume: "Chạy tiếp",
    retry: "Thử lại ngay",
    remove: "Bỏ kho nhận này",
    removeSummary: "Không chuyển tiếp nữa?",
    removeText:
      "Bỏ hẳn kho nhận và xóa mật khẩu đã lưu. Bản ghi đã gửi vẫn ở kho bên kia. Muốn gửi lại thì tạo mục mới.",
    letters: {
      heading: "Bản ghi bị từ chối",
      none: "Không có bản ghi nào bị từ chối.",
      intro: "Kho bên kia từ chối hẳn các bản ghi này. Gửi lại sau khi bên đó sửa, hoặc bỏ qua.",
      caption: (count: number) => `${formatNumber(count)} bản ghi chờ xử lý`,
      choose: "Chọn",
      chooseOne: (id: string) => `Chọn bản ghi ${id}`,
      id: "Mã bản ghi",
      stored: "Vào kho lúc",
      fault: "Lý do",
      refused: "Bị từ chối lúc",
      resending: "Đang chờ gửi lại",
      again: "Gửi lại các mục đã chọn",
      allAgain: "Gửi lại tất cả",
      giveUp: "Bỏ qua các mục đã chọn",
      errorTitle: "Chưa làm được",
      faults: { "none-chosen": "Chưa chọn bản ghi nào." } satisfies Record<
        ChosenLettersFault,
        string
      >,
    },
  },
};

const sheetKinds: Readonly<Record<SheetKind, string>> = {
  xlsx: "Tải tệp Excel",
  csv: "Tải tệp CSV",
};

const outcomes: Readonly<Record<SheetOutcome, string>> = {
  passed: "Đạt",
  failed: "Chưa đạt",
  completed: "Hoàn thành",
  "not-completed": "Chưa hoàn thành",
  none: "",
};

const sheet = {
  matter: "Xuất ra Excel, CSV",
  heading: "Xuất bản ghi học tập",
  intro: (place: string) =>
    `Bảng ghi từng việc học của người dân ${place}, có họ tên. Mỗi lần xuất đều được ghi vào nhật ký.`,
  from: "Vào kho từ ngày",
  to: "Đến hết ngày",
  daysHint:
    "Tính theo ngày bản ghi vào kho. Việc học khi không có mạng vào kho lúc máy gửi lên. Ví dụ: 05/09/2026",
  course: "Khóa học",
  everyCourse: "Mọi khóa học",
  verb: "Việc",
  everyVerb: "Mọi việc",
  kinds: sheetKinds,
  kindsHint: (excel: number, csv: number) =>
    `Excel tối đa ${formatNumber(excel)} dòng, CSV tối đa ${formatNumber(csv)} dòng. Tệp CSV dùng dấu chấm phẩy, mở bằng Excel trên máy đặt vùng Việt Nam; máy khác nên dùng tệp Excel.`,
  errorTitle: "Chưa xuất được. Sửa các mục sau:",
  faults: {
    from: "Ghi ngày bắt đầu. Ví dụ: 01/09/2026.",
    to: "Ghi ngày kết thúc. Ví dụ: 30/09/2026.",
    order: "Ngày bắt đầu phải trước ngày kết thúc.",
    kind: "Bấm nút Tải tệp Excel hoặc Tải tệp CSV.",
    verb: "Chọn lại việc.",
    activity: "Chọn lại khóa học.",
  } satisfies Record<SheetFault, string>,
  tooMany: (most: number) =>
    `Có hơn ${formatNumber(most)} dòng, một tệp không chứa hết. Chọn ít ngày hơn (ví dụ từng tháng), hoặc từng khóa học. Cần tất cả thì nhờ người quản trị máy chủ chạy lệnh xapi:export.`,
  outcome: (outcome: SheetOutcome, response: string) =>
    [outcomes[outcome], response].filter((part) => part !== "").join(": "),
  scoreOf: (raw: string, max: string) => `${raw} trên ${max}`,
  fileName: (from: string, to: string) => `ban-ghi-hoc-tap-${from}-${to}`,
  tab: "Bản ghi học tập",
};

export const exchange = { forwards, sheet };
