export const ear = {
  /** What the script writes on its buttons, in this order. */
  script: {
    listen: "Nghe",
    whole: "Nghe cả bài",
    speed: "Đọc nhanh hay chậm",
    slow: "Chậm",
    usual: "Vừa",
    fast: "Nhanh",
  },
  easy: {
    heading: "Học gì?",
    more: "Xem cả bài",
    screen: "Phần",
    next: "Tiếp",
    previous: "Lùi lại",
    answer: "Trả lời",
  },
};
