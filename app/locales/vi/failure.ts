interface Failure {
  readonly title: string;
  /** What to do now. */
  readonly advice: string;
}

const byStatus: Readonly<Partial<Record<number, Failure>>> = {
  403: {
    title: "Trang này không dành cho mình",
    advice: "Nếu cần xem, bà con hỏi cán bộ xã hoặc trưởng thôn. Hoặc đăng nhập bằng tên khác.",
  },
  404: {
    title: "Không có trang này",
    advice: "Có thể địa chỉ bị gõ sai, hoặc trang đã chuyển chỗ. Về trang đầu để tìm lại.",
  },
  405: {
    title: "Trang này không nhận cách gửi đó",
    advice: "Quay lại trang trước và bấm nút trong trang.",
  },
  408: {
    title: "Mạng chậm quá, máy chưa nhận đủ",
    advice: "Quay lại trang trước rồi gửi lại ở chỗ sóng khỏe hơn. Những gì đã viết vẫn còn ở đó.",
  },
  410: {
    title: "Giấy này đã bị thu hồi",
    advice:
      "Giấy không còn giá trị nên không mở và không in được nữa. Muốn biết vì sao, bà con xem lại trang của mình hoặc hỏi cán bộ xã.",
  },
  411: {
    title: "Máy chưa gửi đủ",
    advice: "Quay lại trang trước rồi gửi lại. Những gì đã viết vẫn còn ở đó.",
  },
  413: {
    title: "Gửi nhiều quá một lúc",
    advice:
      "Quay lại trang trước, viết ngắn hơn hoặc chọn ảnh nhỏ hơn 15 MB rồi gửi lại. Những gì đã viết vẫn còn ở đó.",
  },
  415: {
    title: "Không đọc được điều vừa gửi",
    advice: "Quay lại trang trước và gửi lại bằng nút trong trang.",
  },
  429: {
    title: "Nhiều lần quá",
    advice: "Chờ một lát rồi thử lại. Những gì đã lưu vẫn còn.",
  },
  503: {
    title: "Máy chủ đang bận",
    advice:
      "Những gì đã lưu vẫn còn. Chờ chừng một phút rồi tải lại trang. Nếu vừa gửi bài, quay lại trang trước và gửi lại.",
  },
  507: {
    title: "Máy chủ hết chỗ chứa",
    advice: "Lần gửi này chưa được lưu. Bà con báo cán bộ xã, và gửi lại sau.",
  },
};

export const failure = {
  home: "Về trang đầu",
  byStatus,
  /** Any other status below 500. */
  asked: {
    title: "Không đọc được điều vừa gửi",
    advice: "Quay lại trang trước, xem lại những gì đã viết rồi gửi lại.",
  },
  /** Two cookies of sign-in came at once. */
  twoSessions: {
    title: "Không rõ ai đang dùng máy này",
    advice:
      "Có hai lần đăng nhập cùng lúc trong trình duyệt, nên chúng tôi không mở trang này để khỏi nhầm người. Về trang đầu rồi đăng nhập lại.",
  },
  /** Our own fault. */
  broken: {
    title: "Máy chủ đang gặp trục trặc",
    advice: "Những gì đã lưu vẫn còn. Chờ vài phút rồi thử lại. Nếu vẫn lỗi, bà con báo cán bộ xã.",
  },
  /** To a post that another site sent. */
  foreign: "Yêu cầu này không đến từ trang Nếp Học.",
};
