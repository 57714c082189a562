import type { PublicCodeFault } from "#app/domain/kernel/index.ts";

/** What anyone who holds a certificate is told. */
export const recognition = {
  ask: {
    heading: "Kiểm tra giấy công nhận",
    intro: "Quét mã QR trên giấy. Hoặc gõ mã in cạnh mã QR, ở cuối dòng địa chỉ.",
    code: "Mã kiểm tra",
    codeHint: "Mã có 16 chữ và số. Ví dụ: 7K3M-9QXT-2B4D-8FHR",
    button: "Kiểm tra",
    errorTitle: "Chưa kiểm tra được",
    faults: {
      unreadable: "Mã chưa đúng. Mã có 16 chữ và số, in cạnh mã QR của giấy.",
    } satisfies Record<PublicCodeFault, string>,
  },
  heading: "Kết quả kiểm tra giấy công nhận",
  verdict: {
    valid: { word: "CÓ GIÁ TRỊ", sentence: "Giấy công nhận này đang có giá trị." },
    revoked: { word: "ĐÃ THU HỒI", sentence: "Giấy công nhận này không còn giá trị." },
    expired: { word: "HẾT HẠN", sentence: "Giấy công nhận này đã hết thời hạn." },
    unknown: { word: "KHÔNG TÌM THẤY", sentence: "Không có giấy công nhận nào mang mã này." },
  },
  validUntil: (day: string) => `Đến hết ngày ${day}.`,
  revokedOn: (day: string) => `Thu hồi ngày ${day}.`,
  expiredOn: (day: string) => `Hết hạn ngày ${day}.`,
  compare: "Đối chiếu với giấy trong tay",
  compareHint: "Trên giấy phải ghi đúng như dưới đây.",
  facts: {
    name: "Họ và tên",
    title: "Danh hiệu",
    titleText: (year: number) => `Công dân học tập năm ${year}`,
    place: "Nơi công nhận",
    register: "Số vào sổ",
    decision: "Quyết định số",
    decidedOn: "Ngày ký quyết định",
  },
  unknownAdvice:
    "Xem lại mã trên giấy rồi gõ lại. Nếu mã đúng mà vẫn không thấy, hỏi Ủy ban nhân dân xã ghi trên giấy.",
  code: "Mã kiểm tra",
  again: "Kiểm tra giấy khác",
};
