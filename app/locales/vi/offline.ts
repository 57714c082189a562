export const offline = {
  heading: "Chưa có mạng",
  title: "Máy chưa nối được với Nếp Học",
  advice: "Ra chỗ thoáng, bật dữ liệu di động hoặc wifi, rồi bấm tải lại.",
  kept: "Bài làm, minh chứng, kế hoạch và lời tự đánh giá đang viết vẫn còn trên máy này. Có mạng lại, bấm Thử lại là thấy. Ảnh thì chọn lại.",
  /** Above a form that was filled in from what was written before. */
  restored:
    "Những gì viết lần trước chưa gửi được. Máy đã điền lại. Xem rồi bấm gửi. Ảnh thì chọn lại.",
  again: "Thử lại",
};
