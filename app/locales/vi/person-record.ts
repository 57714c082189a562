import type { CorrectionFault, ResidenceFault } from "#app/domain/identity/index.ts";

/** What is wrong in a field that several forms about a person have. */
export const fieldFaults = {
  fullName: "Ghi họ và tên: có từ hai chữ cái trở lên, dài nhất 100 ký tự.",
  birth:
    "Ngày sinh ghi ngày/tháng/năm, tháng/năm, hoặc chỉ năm sinh từ 1900. Ví dụ: 05/09/1988, 09/1988 hoặc 1988.",
  "birth-in-future": "Ngày sinh chưa tới. Xem lại năm.",
  sex: "Chọn Nam, Nữ hoặc Không ghi.",
  language: "Chọn tiếng nói ở nhà.",
  citizenGroup: "Chọn nhóm công dân.",
  phone: "Số điện thoại có 10 chữ số, bắt đầu bằng số 0. Không có thì để trống.",
  "phone-landline": "Đây là số điện thoại bàn. Ghi số di động, hoặc để trống nếu không có.",
} as const;

const NATIONAL_ID_FAULT =
  "Số định danh có 12 chữ số (chứng minh nhân dân cũ: 9). Không có thì để trống.";

const correction = {
  heading: (name: string) => `Sửa thông tin: ${name}`,
  back: "Về hồ sơ",
  intro:
    "Sửa điều ghi sai. Giấy công nhận và quyết định đã ký giữ nguyên tên của ngày ký. Chuyển thôn, chuyển đi hay đã mất thì ghi ở mục riêng.",
  nationalId: "Số định danh (CCCD)",
  nationalIdHint: "Máy cất kín, chỉ hiện 4 số cuối.",
  nationalIdKept: (end: string) =>
    `Đang giữ số có 4 số cuối ${end}. Để trống là giữ nguyên. Ghi số khác là thay số đang giữ.`,
  without: "Số đang giữ",
  withoutOption: "Bỏ số đang giữ",
  reason: "Vì sao sửa",
  reasonHint: "Ví dụ: ghi sai dấu; theo giấy khai sinh.",
  button: "Lưu",
  errorTitle: "Chưa lưu được. Sửa các mục sau:",
  namesakes: {
    title: "Tên mới trùng với người đã ghi",
    advice: "Mở xem từng người. Nếu là người khác, bấm Vẫn lưu.",
    button: "Vẫn lưu, đây là người khác",
  },
  taken: "Mở hồ sơ người đang có số này",
  faults: {
    ...fieldFaults,
    "changed-meanwhile":
      "Có người vừa sửa hồ sơ này. Xem lại thông tin mới nhất ở hồ sơ rồi sửa tiếp. Chưa có gì bị mất.",
    "nothing-changed": "Chưa sửa mục nào.",
    namesake: "Trong xã, phường đã có người tên này.",
    "child-without-guardian":
      "Theo ngày sinh này, người này có thể dưới 16 tuổi, mà chưa có cha, mẹ hoặc người giám hộ đồng ý thay. Xem lại năm sinh.",
    nationalId: NATIONAL_ID_FAULT,
    "national-id-taken": "Số định danh này đang ghi cho một người khác trong xã, phường.",
    "national-id-elsewhere":
      "Số định danh này đang ghi cho một người ở xã, phường khác. Xem lại số. Nếu người này mới chuyển đến, báo tỉnh để chuyển hồ sơ.",
    withoutNationalId: NATIONAL_ID_FAULT,
    reason: "Ghi vì sao sửa, từ 3 đến 200 ký tự.",
  } satisfies Record<CorrectionFault, string>,
};

const residence = {
  heading: (name: string) => `Nơi ở: ${name}`,
  how: "Việc gì đã xảy ra",
  hows: {
    village: "Chuyển sang thôn khác trong xã, phường",
    moved: "Chuyển đi khỏi xã, phường",
    died: "Đã mất",
    returned: "Về ở lại xã, phường",
  },
  howHints: {
    village: "Hồ sơ thôn chưa xét thì chuyển sang thôn mới.",
    moved: "Thôi giữ chức vụ ở xã. Danh hiệu đã có vẫn ở nơi đã công nhận.",
    died: "Thẻ và mã PIN hết dùng được. Danh hiệu đã có vẫn giữ.",
    returned: "Thẻ cũ dùng lại được.",
  },
  village: "Thôn, bản, tổ dân phố mới",
  villageHint: "Chỉ chọn khi chuyển thôn hoặc về ở lại.",
  since: "Từ ngày",
  reason: "Căn cứ",
  reasonHint: "Ví dụ: gia đình báo; giấy báo chuyển đi; trích lục khai tử.",
  button: "Ghi",
  errorTitle: "Chưa ghi được. Sửa các mục sau:",
  faults: {
    "changed-meanwhile": correction.faults["changed-meanwhile"],
    "lives-here": "Người này đang ở xã, phường.",
    "lives-elsewhere": "Người này đã ghi là chuyển đi hoặc đã mất. Về ở lại thì ghi về trước.",
    how: "Chọn việc đã xảy ra.",
    oneself: "Không tự ghi mình chuyển đi. Nhờ cán bộ khác ghi.",
    villageId: "Chọn thôn, bản, tổ dân phố của xã, phường mình.",
    "same-village": "Người này đang ở thôn đó rồi. Chọn thôn khác.",
    since: "Ngày ghi ngày/tháng/năm. Ví dụ: 05/11/2026.",
    "since-in-future": "Ngày đó chưa tới.",
    "since-before-birth": "Ngày đó trước ngày sinh.",
    reason: "Ghi căn cứ, từ 3 đến 200 ký tự.",
  } satisfies Record<ResidenceFault, string>,
};

const changes = {
  heading: "Lịch sử thay đổi",
  caption: "Những lần sửa, mới nhất ở trên",
  at: "Ghi lúc",
  what: "Việc",
  before: "Trước",
  after: "Sau",
  reason: "Vì sao",
  by: "Người ghi",
  kinds: {
    corrected: "Sửa thông tin",
    village: "Chuyển thôn",
    moved: "Chuyển đi",
    died: "Đã mất",
    returned: "Về ở lại",
  },
  since: (kind: string, day: string) => `${kind}, từ ${day}`,
  fields: {
    fullName: "Họ và tên",
    birth: "Ngày sinh",
    sex: "Nam, nữ",
    language: "Tiếng nói ở nhà",
    citizenGroup: "Nhóm công dân",
    phone: "Số điện thoại",
    nationalIdEnd: "Số định danh, 4 số cuối",
    village: "Thôn",
  },
  line: (field: string, text: string) => `${field}: ${text}`,
  nothing: "để trống",
};

/** Mending what was written down about a person, where she lives, and what was changed. */
export const personRecord = { correction, residence, changes };
