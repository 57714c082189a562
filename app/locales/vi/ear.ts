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
    more: "Xem đủ",
    choose: "Chọn bài học",
    courses: "Học gì?",
    lesson: (number: number) => `Bài ${number}`,
    final: "Kiểm tra",
    answer: "Trả lời",
    questionOf: (number: number, of: number) => `${number}/${of}`,
  },
};
