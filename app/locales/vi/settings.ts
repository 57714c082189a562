export const settings = {
  heading: "Cách xem",
  intro: "Chọn cách xem hợp với mình. Bấm là đổi ngay, đổi lại lúc nào cũng được.",
  /** To whoever has not signed in. */
  ofPhone:
    "Mình chưa đăng nhập nên máy này nhớ cách xem. Đăng nhập rồi thì theo cách mình đã chọn.",
  language: {
    heading: "Tiếng của trang",
    hint: "Chỉ đổi chữ trên nút và lời chỉ dẫn. Bài học và giấy tờ vẫn là tiếng Việt.",
  },
  dataSaver: {
    heading: "Tiết kiệm dữ liệu",
    text: "Hình chỉ tải khi mình bấm vào. Bên cạnh có ghi hình nặng bao nhiêu.",
    byPhone: "Điện thoại này đang tự tiết kiệm dữ liệu, nên hình chỉ tải khi mình bấm vào.",
  },
  easyView: {
    heading: "Dễ xem: hình, tiếng, nút to",
    text: "Trang ít chữ hơn, nút to hơn, có hình và tiếng để nghe.",
  },
  state: { on: "Đang bật", off: "Đang tắt" },
  turn: { on: "Bật", off: "Tắt" },
  unreadable: "Chưa đổi được. Bấm một nút trong trang này.",
};
