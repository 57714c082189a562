import type { VillageFault } from "#app/domain/places/index.ts";
import type {
  AttestorFault,
  PinResetFault,
  PromoterFault,
  RegistrationFault,
} from "#app/domain/identity/index.ts";

import { fieldFaults, personRecord } from "./person-record.ts";

/** The commune's own people: villages, residents, attestors. The authority's wording; what is read aloud is plain. */
const languages: Readonly<Record<string, string>> = {
  vi: "Tiếng Việt",
  hmn: "Tiếng Mông",
  ium: "Tiếng Dao",
  tyz: "Tiếng Tày",
  blt: "Tiếng Thái",
  jra: "Tiếng Jrai",
  bdq: "Tiếng Ba Na",
  other: "Tiếng khác",
};

const sexes = { female: "Nữ", male: "Nam", unstated: "Không ghi" };

const list = {
  heading: "Người dân",
  register: "Ghi người mới",
  villages: "Thôn, bản, tổ dân phố",
  filter: {
    heading: "Tìm người",
    search: "Tìm theo tên",
    village: "Thôn, bản, tổ dân phố",
    everyVillage: "Tất cả thôn",
    standing: "Nơi ở",
    here: "Đang ở xã, phường",
    gone: "Đã chuyển đi, đã mất",
    villageOption: (name: string, people: string) => `${name} (${people})`,
    button: "Tìm",
    clear: "Bỏ lọc",
  },
  found: (people: string) => `${people} người`,
  table: {
    caption: "Người dân đã ghi trong xã, phường",
    name: "Họ và tên",
    born: "Năm sinh",
    village: "Thôn",
    card: "Mã thẻ (4 ký tự cuối)",
    attestor: "Người xác nhận",
    attests: (villages: readonly string[]) => villages.join(", "),
  },
  empty: {
    none: "Chưa ghi người nào",
    noneAdvice: "Ghi từng người, in thẻ học tập và trao tận tay người đó.",
    filtered: "Không tìm thấy ai",
    filteredAdvice: "Gõ tên ngắn hơn, không dấu cũng được, hoặc chọn thôn khác.",
    noVillage: "Xã, phường chưa có thôn nào",
    noVillageAdvice: "Thêm thôn, bản, tổ dân phố trước, rồi ghi người dân của từng thôn.",
    addVillage: "Thêm thôn",
  },
};

const consent = {
  heading: "Đọc cho người đăng ký nghe",
  intro:
    "Đọc to, bằng tiếng mà người đó hiểu. Đọc xong hỏi lại: bà con có đồng ý không? Chỉ ghi khi người đó nói đồng ý.",
  spoken: [
    "Nếp Học là nơi bà con học và ghi lại việc học của mình, để thôn và xã xét công nhận Công dân học tập.",
    "Nếp Học giữ họ tên, ngày sinh, nam hay nữ, thôn, xã, tiếng nói ở nhà, nhóm công dân, và số điện thoại nếu bà con cho.",
    "Nếp Học giữ cả việc học: bài đã mở, câu đã trả lời, bài đã xong, ảnh và minh chứng bà con gửi, điểm tự chấm, lời người khác xác nhận, kết quả xét.",
    "Giữ để làm gì? Để bà con biết mình học đến đâu, để thôn và xã xét công nhận, và để đếm số liệu chung, không nêu tên.",
    "Ai được xem? Bà con, người xác nhận trong thôn, cán bộ xét của xã và tỉnh. Cán bộ mở hồ sơ của ai thì máy ghi lại. Khi đã được công nhận, người có mã trên giấy công nhận tra được tên, năm và số quyết định.",
    "Muốn xem, sửa, lấy một bản về, hay xóa hết, bà con báo cán bộ xã. Đổi ý, không đồng ý nữa, cũng báo cán bộ xã. Riêng quyết định công nhận đã ký thì cơ quan nhà nước phải giữ.",
    "Không đồng ý thì không ghi gì cả, không ai được ép bà con.",
  ],
  law: "Căn cứ: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15.",
  version: (version: string) => `Bản đọc: ${version}`,
};

const form = {
  heading: "Ghi người dân mới",
  back: "Về danh sách người dân",
  person: "Người đăng ký",
  answer: "Câu trả lời",
  consent: "Đã nghe, đã hiểu và nói đồng ý",
  explainedBy: "Người giải thích",
  explainedByHint: "Họ và tên người đã đọc và giải thích.",
  explainedIn: "Giải thích bằng tiếng",
  guardianCard: "Mã thẻ của cha, mẹ hoặc người giám hộ",
  guardianCardHint:
    "Chỉ ghi khi người đăng ký dưới 16 tuổi: người lớn này nghe và đồng ý thay. Người lớn phải được ghi trước.",
  fullName: "Họ và tên",
  fullNameHint: "Ghi đúng như giấy tờ, cả dấu.",
  village: "Thôn, bản, tổ dân phố",
  birth: "Ngày sinh",
  birthHint:
    "Ngày/tháng/năm, tháng/năm, hoặc chỉ năm sinh. Ví dụ: 05/09/1988, 09/1988 hoặc 1988. Không biết thì để trống.",
  sex: "Nam hay nữ",
  language: "Tiếng nói ở nhà",
  citizenGroup: "Nhóm công dân",
  phone: "Số điện thoại",
  phoneHint: "Nhiều người dùng chung một số cũng được.",
  button: "Ghi và làm thẻ",
  errorTitle: "Chưa ghi được. Sửa các mục sau:",
  noGroups:
    "Tỉnh chưa mở đợt đánh giá của năm nay, nên chưa có nhóm công dân để chọn. Ghi người dân sau khi tỉnh mở đợt.",
  namesakes: {
    title: "Có thể người này đã được ghi",
    intro: "Trong xã, phường đã có người cùng tên, cùng năm sinh hoặc chưa rõ năm sinh:",
    line: (name: string, born: string, village: string) => `${name}, ${born}, ${village}`,
    born: (year: string) => `sinh năm ${year}`,
    bornUnknown: "chưa rõ năm sinh",
    advice: "Mở xem từng người. Nếu là người khác, kéo xuống cuối trang và bấm Vẫn ghi.",
    button: "Vẫn ghi, đây là người khác",
  },
  already: {
    heading: "Đã ghi rồi",
    text: "Người này đã được ghi từ lần bấm trước. Mã PIN chỉ hiện một lần. Nếu chưa kịp chép, mở hồ sơ và cấp lại mã PIN.",
    open: "Mở hồ sơ",
  },
  faults: {
    ...fieldFaults,
    villageId: "Chọn thôn, bản, tổ dân phố của xã, phường mình.",
    guardianCard: "Mã thẻ có 8 chữ và số, giống như ABCD-2345.",
    "guardian-needed":
      "Người dưới 16 tuổi cần cha, mẹ hoặc người giám hộ đồng ý thay. Ghi mã thẻ của người lớn đó.",
    "guardian-unknown":
      "Không có người lớn nào của xã, phường mang mã thẻ này. Ghi người lớn trước, hoặc xem lại mã thẻ.",
    consent:
      "Chưa đánh dấu đồng ý. Không nói đồng ý thì không được ghi: im lặng không phải là đồng ý.",
    explainedBy: "Ghi họ và tên người giải thích.",
    explainedIn: "Chọn tiếng đã dùng để giải thích.",
  } satisfies Record<RegistrationFault, string>,
};

const card = {
  heading: "Thẻ học tập",
  done: (name: string) =>
    `Đã ghi ${name}. In hoặc chép thẻ dưới đây ngay: mã PIN chỉ hiện một lần này.`,
  reset: (name: string) =>
    `Đã cấp mã PIN mới cho ${name}. In hoặc chép ngay: mã PIN chỉ hiện một lần này. Điện thoại đang dùng tên người này phải đăng nhập lại.`,
  wait: "Nếu vừa gõ sai mã PIN nhiều lần, chờ vài phút rồi mới đăng nhập được.",
  doneTitle: "Đã ghi",
  label: "Thẻ học tập",
  code: "Mã thẻ",
  qr: "Mã QR của thẻ, để điểm danh ở lớp học nhóm",
  site: (host: string) => `Vào học: ${host}`,
  pin: "Mã PIN",
  pinOf: (name: string) => `Phiếu mã PIN của ${name}`,
  secret: "Giữ kín mã PIN",
  secretMore: "Cắt rời, không cất chung với thẻ. Vào mục Tôi để đổi sang mã của riêng mình.",
  print:
    "In thẻ: bấm Ctrl + P (trên điện thoại: mở trình đơn của trình duyệt, chọn In). Cắt theo viền, cắt rời phiếu mã PIN, trao tận tay người đó.",
  next: "Ghi người tiếp theo",
  open: "Mở hồ sơ người này",
  list: "Về danh sách người dân",
};

const person = {
  back: "Về danh sách người dân",
  logged: "Mỗi lần mở hồ sơ này đều được ghi vào nhật ký.",
  unknown: "không rõ",
  none: "không có",
  noCard: "chưa làm thẻ",
  edit: "Sửa thông tin",
  move: "Chuyển thôn, chuyển đi, đã mất",
  comeBack: "Ghi người này về ở lại",
  ended: {
    moved: (day: string) => `Đã chuyển đi từ ${day}`,
    died: (day: string) => `Đã mất ngày ${day}`,
  },
  facts: {
    heading: "Thông tin đã ghi",
    born: "Ngày sinh",
    year: (year: string) => `năm ${year}`,
    sex: "Nam, nữ",
    village: "Nơi ở",
    language: "Tiếng nói ở nhà",
    group: "Nhóm công dân",
    phone: "Số điện thoại",
    nationalId: "Số định danh (CCCD)",
    nationalIdEnd: (end: string) => `…${end} (chỉ hiện 4 số cuối)`,
    card: "Mã thẻ",
    registered: "Ghi lúc",
    consent: "Đồng ý",
    consentText: (by: string, language: string, version: string, when: string) =>
      `${when}, bản đọc ${version}. Người giải thích: ${by} (${language})`,
    guardian: "Người đồng ý thay",
  },
  pin: {
    heading: "Quên mã PIN",
    text: "Chỉ cấp lại khi chính người này đến hỏi. Mã cũ hết dùng được, mọi điện thoại đang dùng tên người này phải đăng nhập lại. Mã mới chỉ hiện một lần.",
    button: "Cấp mã PIN mới",
    own: "Đây là hồ sơ của chính mình. Đổi mã PIN của mình ở mục Tôi; nếu quên, nhờ cán bộ khác cấp lại.",
    beyond:
      "Người này giữ chức vụ ở tỉnh hoặc ở xã, phường khác. Xã, phường mình không cấp lại mã PIN cho người này.",
  },
  attestor: {
    heading: "Người xác nhận của thôn",
    intro:
      "Người xác nhận xem hồ sơ của thôn, xác nhận việc học của bà con và xét trước khi gửi xã. Mỗi việc ghi tên và chức danh người làm.",
    held: "Chức vụ đang giữ",
    heldLine: (title: string, place: string, day: string) => `${title}, ${place}, từ ${day}`,
    noneHeld: "Chưa giữ chức vụ nào.",
    dismiss: "Thôi giao việc",
    dismissWhich: (title: string, place: string) => `: ${title}, ${place}`,
    appoint: "Giao làm người xác nhận",
    village: "Của thôn, bản, tổ dân phố",
    title: "Chức danh",
    titleHint: "Sẽ đứng dưới mỗi lời xác nhận. Ví dụ: Trưởng thôn, Chi hội trưởng khuyến học.",
    button: "Giao việc từ hôm nay",
    own: "Không tự giao việc cho mình. Nhờ cán bộ khác làm.",
  },
  done: {
    "da-giao":
      "Đã giao làm người xác nhận. Người này đăng nhập bằng thẻ của mình là thấy việc của thôn.",
    "da-thoi": "Đã thôi giao việc. Từ bây giờ người này không xác nhận được nữa.",
    "da-giao-lop":
      "Đã giao làm người hướng dẫn. Người này đăng nhập bằng thẻ của mình là mở được lớp học nhóm.",
    "da-thoi-lop": "Đã thôi giao việc. Từ bây giờ người này không mở lớp được nữa.",
    "da-sua": "Đã sửa. Thông tin trước khi sửa nằm ở Lịch sử thay đổi, cuối trang.",
    "da-chuyen": "Đã ghi. Thông tin trước đó nằm ở Lịch sử thay đổi, cuối trang.",
  },
  errorTitle: "Chưa làm được",
  faults: {
    "place-unknown": "Chọn thôn, bản, tổ dân phố của xã, phường mình.",
    title: "Ghi chức danh, dài nhất 80 ký tự. Ví dụ: Trưởng thôn.",
    "already-promoter": "Người này đang là người hướng dẫn ở nơi đó rồi.",
    "already-attestor": "Người này đang là người xác nhận của thôn đó rồi.",
    oneself: "Không tự giao việc hoặc thôi việc cho chính mình. Nhờ cán bộ khác làm.",
    "own-account": "Không tự cấp lại mã PIN cho mình. Đổi ở mục Tôi, hoặc nhờ cán bộ khác.",
    "office-beyond":
      "Người này giữ chức vụ ở tỉnh hoặc ở xã, phường khác, nên xã, phường mình không cấp lại mã PIN.",
    "pin-changed":
      "Mã PIN của người này vừa được đổi. Mã mới chỉ hiện một lần; nếu chưa kịp chép, bấm Cấp mã PIN mới lần nữa.",
  } satisfies Record<AttestorFault | PromoterFault | PinResetFault, string>,
};

const villages = {
  heading: "Thôn, bản, tổ dân phố",
  back: "Về danh sách người dân",
  table: {
    caption: "Thôn, bản, tổ dân phố của xã, phường",
    name: "Tên",
    people: "Người đã ghi",
    attestors: "Người xác nhận",
    noAttestor: "chưa có",
    attestor: (name: string, title: string) => `${name} (${title})`,
  },
  attestorAdvice: "Muốn giao người xác nhận: mở hồ sơ người đó trong danh sách người dân.",
  empty: {
    title: "Chưa có thôn nào",
    advice: "Thêm từng thôn, bản, tổ dân phố của xã, phường ở dưới.",
  },
  add: {
    heading: "Thêm thôn",
    type: "Loại",
    name: "Tên",
    nameHint: "Không cần ghi lại chữ thôn, bản. Ví dụ: Nà Lồ, Số 3.",
    button: "Thêm",
  },
  alike: {
    title: "Có thể thôn này đã có",
    intro: "Trong xã, phường đã có tên chỉ khác ở chữ thôn, bản, tổ dân phố:",
    advice: "Xem lại danh sách. Nếu là thôn khác, kéo xuống cuối trang và bấm Vẫn thêm.",
    button: "Vẫn thêm, đây là thôn khác",
  },
  done: (name: string) => `Đã thêm ${name}.`,
  errorTitle: "Chưa thêm được",
  faults: {
    "type-missing": "Chọn thôn, bản, tổ dân phố hay loại khác.",
    "name-missing": "Ghi tên thôn.",
    "name-long": "Tên thôn dài nhất 60 ký tự.",
    "name-taken": "Xã, phường đã có tên này (không kể dấu). Xem lại danh sách ở trên.",
  } satisfies Record<VillageFault, string>,
};

export const people = {
  navItem: "Người dân",
  languages,
  sexes,
  list,
  consent,
  form,
  card,
  person,
  ...personRecord,
  villages,
};
