import { type Day, formatDay } from "#app/domain/kernel/index.ts";

export const quiz = {
  next: "Câu tiếp theo",
  previous: "Câu trước",
  later: "Lưu lại, làm tiếp sau",
  send: "Gửi câu trả lời",
  place: (number: number, of: number) => `Câu ${number} trong ${of} câu.`,
  left: (left: number) => (left === 0 ? "Đã trả lời hết." : `Còn ${left} câu chưa trả lời.`),
  tries: (tries: number) => `Mỗi ngày làm được ${tries} lần.`,
  noTries: "Hôm nay đã làm hết lượt",
  noTriesText: (tries: number, again: Day) =>
    `Mỗi ngày làm được ${tries} lần. Từ ngày ${formatDay(again)} mình lại làm được. Hôm nay đọc lại bài cho chắc nhé.`,
  notHers: "Phần vừa gửi chưa được ghi",
  notHersText: "Bài đó là của người khác, hoặc đã cũ. Mình làm từ đây nhé.",
  resume: (answered: number, of: number) => `Làm tiếp (đã trả lời ${answered} trên ${of} câu)`,
  arrived: (time: string) => `Làm khi không có mạng, tới nơi lúc ${time}`,
  late: (days: number) =>
    `Bài làm khi không có mạng, gửi tới trong ${days} ngày thì tính vào ngày mình làm; gửi muộn hơn vẫn được chấm, vẫn giữ, và tính vào ngày tới nơi.`,
  keyLater: "Làm đạt rồi thì xem được đáp án của từng câu.",
  helped: (who: string) => `Có ${who} học cùng`,
  practice: { tick: "Mình đã làm việc này", done: "Mình đã làm việc này rồi" },
  helper: {
    who: {
      child: "con cháu",
      relative: "người nhà",
      neighbour: "hàng xóm",
      promoter: "hướng dẫn viên",
    },
    choose: {
      child: "Con cháu",
      relative: "Người nhà",
      neighbour: "Hàng xóm",
      promoter: "Hướng dẫn viên",
    },
    offer: "Có người học cùng?",
    with: (who: string) => `Đang học cùng: ${who}`,
    change: "Đổi người",
    stop: "Học một mình",
    heading: "Ai học cùng mình?",
    back: "Quay lại",
    intro:
      "Con cháu, hàng xóm đọc giúp, bấm giúp là chuyện thường. Sổ học tập ghi là có người học cùng. Điểm vẫn tính như vậy, không bị bớt.",
    unknown: "Bấm một trong các nút dưới đây.",
    account: "Người học cùng",
    alone: "Hiện mình đang học một mình.",
    lessons: "Số bài có người học cùng",
    lessonsOf: (helped: number, of: number) => `${helped} trong ${of} bài, điểm vẫn tính đủ`,
  },
};
