import type {
  Encoding,
  FileRefusal,
  LeftOut,
  RosterField,
  RowFault,
  RowWarning,
  Skipped,
} from "#app/domain/rosters/index.ts";

/** What is wrong, and what to do about it. */
interface Advice {
  readonly wrong: string;
  readonly advice: string;
}

const files = {
  "too-large": {
    wrong: "Tệp lớn hơn 20 MB.",
    advice: "Chia danh sách thành nhiều tệp, hoặc bỏ hình ảnh trong tệp.",
  },
  "unpacks-too-large": {
    wrong: "Tệp mở ra quá lớn (hơn 200 MB).",
    advice: "Chép riêng bảng danh sách sang một tệp mới rồi gửi lại.",
  },
  "too-many-rows": {
    wrong: "Tệp có hơn 60.000 dòng.",
    advice: "Chia danh sách theo thôn thành nhiều tệp.",
  },
  "too-many-columns": {
    wrong: "Bảng có hơn 100 cột.",
    advice: "Xóa các cột không cần rồi gửi lại.",
  },
  password: { wrong: "Tệp có mật khẩu.", advice: "Mở tệp, bỏ mật khẩu rồi lưu lại." },
  "not-a-table": {
    wrong: "Tệp này không phải là bảng tính.",
    advice: "Gửi tệp Excel (.xlsx, .xls), OpenDocument (.ods) hoặc CSV.",
  },
  damaged: {
    wrong: "Tệp bị hỏng, không mở được.",
    advice: "Mở tệp bằng Excel, lưu lại thành .xlsx rồi gửi lại.",
  },
  empty: { wrong: "Tệp không có dòng nào.", advice: "Kiểm tra xem có chọn nhầm tệp không." },
  "too-much-work": {
    wrong: "Tệp quá nặng, máy chủ không đọc hết được.",
    advice: "Chép riêng bảng danh sách sang một tệp mới, bỏ định dạng thừa, rồi gửi lại.",
  },
} satisfies Record<FileRefusal, Advice>;

const faults = {
  "name-missing": { wrong: "Không có họ và tên.", advice: "Điền họ và tên, hoặc xóa dòng này." },
  "name-unreadable": {
    wrong: "Họ và tên có ký tự lạ.",
    advice: "Chỉ để lại họ và tên; chuyển phần khác sang cột Ghi chú.",
  },
  "name-alone": {
    wrong: "Dòng chỉ có một cái tên, không rõ là người trong danh sách hay chữ ký.",
    advice:
      "Nếu là người trong danh sách, điền thêm ngày sinh hoặc giới tính; nếu không, xóa dòng này.",
  },
  "birth-unreadable": {
    wrong: "Không đọc được ngày sinh.",
    advice: "Viết ngày/tháng/năm, tháng/năm, hoặc chỉ năm sinh.",
  },
  "birth-impossible": {
    wrong: "Lịch không có ngày này.",
    advice: "Xem lại giấy tờ rồi sửa ngày sinh; không rõ ngày thì chỉ ghi năm.",
  },
  "birth-month-first": {
    wrong: "Tháng lớn hơn 12: có lẽ tháng viết trước ngày.",
    advice: "Viết lại theo thứ tự ngày/tháng/năm.",
  },
  "birth-order-unknown": {
    wrong: "Cột này có ngày viết tháng trước, nên không rõ đâu là ngày, đâu là tháng.",
    advice: "Viết lại cả cột theo thứ tự ngày/tháng/năm.",
  },
  "birth-in-future": { wrong: "Ngày sinh ở sau hôm nay.", advice: "Sửa lại năm sinh." },
  "birth-too-long-ago": { wrong: "Ngày sinh cách đây hơn 120 năm.", advice: "Sửa lại năm sinh." },
  "sex-unreadable": {
    wrong: "Không đọc được giới tính.",
    advice: "Ghi Nam hoặc Nữ; chưa rõ thì để trống.",
  },
  "sex-both": { wrong: "Cả cột Nam và cột Nữ đều được đánh dấu.", advice: "Chỉ đánh dấu một cột." },
  "national-id-unreadable": {
    wrong: "Số CCCD/CMND không đúng 12 hoặc 9 chữ số.",
    advice: "Xem lại giấy tờ rồi sửa; chưa có số thì để trống.",
  },
  "national-id-shortened": {
    wrong: "Số CCCD bị Excel rút gọn, mất chữ số cuối.",
    advice: "Định dạng cột là Văn bản (Text) rồi gõ lại số.",
  },
  "national-id-of-another-row": {
    wrong: "Số CCCD này đã có ở dòng của người khác.",
    advice: "Xem lại giấy tờ của hai người rồi sửa dòng sai.",
  },
  "phone-unreadable": {
    wrong: "Số điện thoại không đúng.",
    advice: "Ghi đủ 10 chữ số; không có điện thoại thì để trống.",
  },
  "village-missing": {
    wrong: "Không rõ người này ở thôn nào.",
    advice: "Điền cột Thôn, hoặc chọn một thôn cho cả trang tính.",
  },
  "village-unknown": {
    wrong: "Xã không có thôn nào tên như vậy.",
    advice: "Chọn thôn đúng, hoặc thêm thôn này trước khi nhập danh sách.",
  },
  "village-ambiguous": {
    wrong: "Có nhiều thôn cùng tên như vậy.",
    advice: "Ghi rõ là thôn, bản hay tổ dân phố.",
  },
  "cell-error": {
    wrong: "Ô này là lỗi của công thức trong Excel.",
    advice: "Sửa công thức, hoặc gõ thẳng giá trị vào ô.",
  },
  garbled: {
    wrong: "Chữ trong ô bị hỏng dấu khi lưu tệp.",
    advice: "Lưu lại tệp dạng .xlsx hoặc CSV UTF-8, hoặc gõ lại ô này.",
  },
  "old-font": {
    wrong: "Chữ trong ô viết bằng phông cũ, không rõ là TCVN3 hay VNI.",
    advice: "Chọn phông cho cột này, hoặc gõ lại ô bằng Unicode.",
  },
  "old-font-unconfirmed": {
    wrong: "Chữ trong cột viết bằng phông cũ.",
    advice: "Xem ví dụ trước và sau khi chuyển, rồi đồng ý chuyển sang Unicode.",
  },
  "too-long": { wrong: "Ô có quá nhiều chữ.", advice: "Rút gọn nội dung của ô." },
} satisfies Record<RowFault, Advice>;

const warnings = {
  "name-one-word": "Tên chỉ có một chữ.",
  "name-invisible-characters": "Đã bỏ ký tự không nhìn thấy trong tên.",
  "birth-year-alone": "Chỉ biết năm sinh.",
  "birth-serial": "Ngày sinh là số thứ tự ngày của Excel, đã đổi ra ngày.",
  "birth-two-digit-year": "Năm sinh chỉ có hai chữ số, đã đoán thế kỷ.",
  "birth-digits": "Ngày sinh viết liền, đã tách ra.",
  "birth-order-unsure": "Cột này có chỗ viết tháng trước ngày; đã đọc theo ngày/tháng/năm.",
  "birth-maybe-swapped": "Excel có thể đã đổi chỗ ngày và tháng.",
  "national-id-zero-restored": "Đã thêm lại số 0 ở đầu số CCCD.",
  "national-id-old": "Số CMND 9 chữ số.",
  "national-id-odd": "Ba số đầu của CCCD không phải mã tỉnh nào.",
  "national-id-differs": "Số CCCD cho thấy năm sinh hoặc giới tính khác.",
  "phone-zero-restored": "Đã thêm lại số 0 ở đầu số điện thoại.",
  "phone-landline": "Số điện thoại bàn, không lấy.",
  "phone-several": "Có nhiều số điện thoại, đã lấy số đầu.",
  "phone-old-prefix": "Số 11 chữ số cũ, đã đổi sang đầu số mới.",
  "village-spelling": "Tên thôn viết khác dấu.",
  "household-carried": "Mã hộ lấy theo dòng trên.",
  "hidden-row": "Dòng bị ẩn trong tệp.",
  formula: "Ô là công thức, đã lấy giá trị đã lưu.",
  "old-font-converted": "Đã chuyển từ phông cũ sang Unicode.",
  "duplicate-row": "Trùng với một dòng ở trên.",
  "maybe-duplicate-row": "Có thể trùng với một dòng ở trên.",
  "note-cut": "Ghi chú dài quá, đã cắt bớt.",
} satisfies Record<RowWarning, string>;

const fields = {
  fullName: "Họ và tên",
  familyName: "Họ và tên đệm",
  middleName: "Tên đệm",
  givenName: "Tên",
  birth: "Ngày sinh",
  birthDay: "Ngày của ngày sinh",
  birthMonth: "Tháng của ngày sinh",
  birthYear: "Năm của ngày sinh",
  sex: "Giới tính",
  sexMale: "Cột Nam",
  sexFemale: "Cột Nữ",
  nationalId: "Số CCCD/CMND",
  phone: "Điện thoại",
  village: "Thôn",
  householdCode: "Mã hộ",
  householdHead: "Chủ hộ",
  householdRelation: "Quan hệ với chủ hộ",
  note: "Ghi chú",
} satisfies Record<RosterField, string>;

const leftOut = {
  order: "Số thứ tự, không cần lấy.",
  ethnicity: "Dân tộc: không lấy, vì nền tảng không hỏi dân tộc.",
  religion: "Tôn giáo: không lấy, vì nền tảng không hỏi tôn giáo.",
  "not-needed": "Không cần cho danh sách này.",
  repeated: "Đã lấy từ cột khác.",
  unknown: "Chưa rõ là cột gì.",
  untitled: "Cột không có tên.",
} satisfies Record<LeftOut, string>;

const skipped = {
  section: "Dòng tiêu đề của một phần.",
  total: "Dòng cộng.",
  numbering: "Dòng đánh số cột.",
  "header-again": "Dòng tên cột lặp lại.",
  "no-person": "Dòng không nói về người nào.",
  hidden: "Dòng ẩn, đã bỏ qua.",
} satisfies Record<Skipped, string>;

const encodings = {
  unicode: "Unicode",
  tcvn3: "TCVN3 (ABC, phông .Vn…)",
  vni: "VNI (phông VNI-…)",
} satisfies Record<Encoding, string>;

/** Danh sách người dân từ Excel và CSV. */
export const rosters = { files, faults, warnings, fields, leftOut, skipped, encodings };
