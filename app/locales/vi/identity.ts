import type { ChangePinFault, SignInFault } from "#app/domain/identity/index.ts";

export const identity = {
  signIn: {
    heading: "Đăng nhập",
    intro: "Gõ mã trên thẻ học tập, hoặc số điện thoại của mình.",
    login: "Mã thẻ hoặc số điện thoại",
    loginHint: "Mã thẻ giống như ABCD-2345. Số điện thoại có 10 số.",
    pin: "Mã PIN (6 số)",
    button: "Vào học",
    noCard: "Chưa có thẻ hoặc quên mã PIN? Hỏi cán bộ xã để được cấp lại.",
    errorTitle: "Chưa vào được",
    cookiesOff:
      "Mã PIN đúng rồi, nhưng trình duyệt này không cho lưu cookie nên không nhớ được ai vừa vào. Mở cài đặt của trình duyệt, cho phép cookie của trang này, rồi đăng nhập lại.",
    refusals: {
      "login-unreadable":
        "Chưa đọc được mã thẻ hoặc số điện thoại. Mã thẻ có 8 chữ và số. Số điện thoại có 10 số, bắt đầu bằng số 0.",
      "pin-unreadable": "Mã PIN có 6 chữ số.",
      wrong: "Mã thẻ, số điện thoại hoặc mã PIN chưa đúng. Xem lại thẻ rồi gõ lại.",
      "card-needed": "Số điện thoại này có nhiều người cùng dùng. Gõ mã trên thẻ của mình.",
    } satisfies Record<Exclude<SignInFault, "wait">, string>,
    wait: (minutes: number) =>
      `Đã gõ sai nhiều lần. Chờ ${minutes} phút rồi thử lại. Nếu quên mã PIN, hỏi cán bộ xã.`,
  },
  account: {
    heading: "Tôi",
    name: "Họ và tên",
    village: "Thôn, bản",
    commune: "Xã, phường",
    province: "Tỉnh",
    unknownPlace: "chưa rõ",
    wrong: "Tên hay nơi ở ghi sai? Báo cán bộ xã để sửa.",
    offices: "Chức vụ đang giữ",
    card: "Thẻ học tập",
    cardText:
      "Mã thẻ in trên thẻ giấy của mình, có 8 chữ và số. Cất thẻ cẩn thận. Mất thẻ hoặc quên mã PIN thì báo cán bộ xã.",
    pinChanged: "Đã đổi mã PIN. Điện thoại khác đang dùng tên mình phải đăng nhập lại.",
    changePin: {
      heading: "Đổi mã PIN",
      intro: "Mã PIN có 6 chữ số. Chỉ mình biết, không nói cho ai, kể cả cán bộ.",
      current: "Mã PIN đang dùng",
      next: "Mã PIN mới",
      nextHint: "Không lấy 123456, 111111 hay ngày sinh.",
      again: "Gõ lại mã PIN mới",
      button: "Đổi mã PIN",
      errorTitle: "Chưa đổi được mã PIN",
      refusals: {
        "pin-unreadable": "Mã PIN đang dùng phải có đủ 6 chữ số.",
        "next-unreadable": "Mã PIN mới phải có đủ 6 chữ số.",
        "pins-differ": "Hai lần gõ mã mới chưa giống nhau. Gõ lại cả hai ô.",
        "pin-weak":
          "Mã này dễ bị đoán. Chọn 6 số khác: không liền nhau, không lặp lại, không phải ngày hay năm sinh.",
        wrong: "Mã PIN đang dùng chưa đúng.",
      } satisfies Record<Exclude<ChangePinFault, "wait">, string>,
      wait: (minutes: number) => `Đã gõ sai nhiều lần. Chờ ${minutes} phút rồi thử lại.`,
    },
    data: {
      heading: "Nếp Học giữ những gì về mình?",
      kept: [
        "Họ tên, ngày sinh, thôn và xã, để ghi vào sổ và giấy công nhận.",
        "Bài đã mở, câu đã trả lời, bài đã xong, để biết mình học đến đâu.",
        "Minh chứng và ảnh mình tự gửi, phiếu tự đánh giá, lời xác nhận của người khác.",
      ],
      seen: "Ai được xem? Mình, người xác nhận trong thôn, cán bộ xét công nhận của xã và tỉnh. Người ngoài không xem được.",
      secret: "Mã PIN được giấu kín, không ai đọc được, kể cả cán bộ.",
      ask: "Muốn xem, sửa hay xóa dữ liệu của mình, hỏi cán bộ xã.",
    },
    signOut: {
      heading: "Dùng chung điện thoại?",
      text: "Học xong thì đăng xuất, để người khác không dùng nhầm tên mình.",
      button: "Đăng xuất",
    },
  },
};
