export const offline = {
  heading: "Chưa có mạng",
  title: "Máy chưa nối được với Nếp Học",
  advice: "Ra chỗ thoáng, bật dữ liệu di động hoặc wifi, rồi bấm tải lại.",
  kept: "Đang gửi câu trả lời? Bấm nút quay lại của máy: những gì đã viết vẫn còn. Có mạng thì gửi lại.",
  again: "Thử lại",
};
