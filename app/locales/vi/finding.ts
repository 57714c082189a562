import type { PlanFault } from "#app/domain/guidance/index.ts";

/** Finding one's way: the catalogue's choices, what to learn next, the learning plan, what villages need. */
const days = {
  mon: "Thứ hai",
  tue: "Thứ ba",
  wed: "Thứ tư",
  thu: "Thứ năm",
  fri: "Thứ sáu",
  sat: "Thứ bảy",
  sun: "Chủ nhật",
};

const courses = (count: number) => `${count} khóa`;

const catalogue = {
  needs: "Bà con đang cần gì?",
  more: "Chọn kỹ hơn",
  courses,
  facets: {
    need: "Việc cần",
    subject: "Môn học",
    level: "Mức",
    length: "Dài ngắn",
    offline: "Không có mạng",
  },
  lengths: {
    short: "Đến 1 giờ",
    medium: "Hơn 1 giờ, đến 2 giờ",
    long: "Hơn 2 giờ",
  },
  offline: "Học được khi không có mạng",
  chosen: "Đang chọn",
  drop: (words: string) => `Bỏ “${words}”`,
  all: "Bỏ hết, xem tất cả khóa học",
  found: (count: number) => `Có ${count} khóa học hợp với bà con.`,
  foundFor: (count: number, text: string) => `Có ${count} khóa học về “${text}”.`,
  mended: (text: string) => `Không thấy đúng chữ “${text}”. Đây là khóa học gần giống.`,
  near: (text: string) => `Chưa có khóa học nào đúng là “${text}”. Đây là khóa học gần nhất.`,
  suggestion: "Có phải bà con tìm:",
  lessons: "Bài nói về điều này",
  lesson: (number: number, title: string) => `Bài ${number}. ${title}`,
  nothing: "Chưa có khóa học nào như vậy",
  nothingText: "Bớt một điều đã chọn thì có:",
  nothingTyped: (text: string) => `Chưa có khóa học về “${text}”`,
  nothingTypedText: "Thử gõ từ ngắn hơn, hoặc chọn một việc bà con hay cần.",
};

const next = {
  heading: "Học gì tiếp?",
  others: "Hoặc học bài này",
  open: "Mở bài này",
  again: "Làm lại câu hỏi",
  reasons: {
    "try-again": "Vì bài này mình đã làm mà chưa đạt. Đọc lại rồi làm lại là được.",
    continue: "Vì mình đang học khóa này.",
    planned: "Vì mình đã chọn khóa này trong kế hoạch học.",
    new: "Vì khóa này mình chưa học.",
  },
  villageNeed: (need: string) => `Vì thôn mình đang cần: ${need}.`,
  ownNeed: (need: string) => `Vì lần trước mình tìm: ${need}.`,
};

const home = {
  plan: "Kế hoạch học",
  thisWeek: "Bài đã học tuần này",
  make: "Lập kế hoạch học",
  makeText: "Mỗi tuần một, hai bài thôi. Có kế hoạch thì dễ nhớ, dễ giữ.",
  open: "Xem kế hoạch học",
};

const plan = {
  heading: "Kế hoạch học của mình",
  back: "Các khóa học",
  intro:
    "Mình tự định mỗi tuần học mấy bài, tối nào học. Bận mùa màng thì ghi tuần nghỉ. Lỡ một hai tuần cũng không sao.",
  counts: "Giữ được kế hoạch thì sổ học tập có thêm căn cứ cho chỉ số 2.",
  saved: "Đã ghi kế hoạch. Bắt đầu từ tuần này nhé.",
  ended: "Đã thôi kế hoạch. Khi nào muốn, mình lập lại.",
  week: {
    heading: "Tuần này",
    label: "Bài đã học",
    done: "Tuần này mình đã học đủ. Giỏi quá!",
    left: (lessons: number) => `Còn ${lessons} bài nữa là đủ tuần này.`,
    rest: "Tuần này mình nghỉ, như đã ghi trong kế hoạch. Học được bài nào thì càng tốt.",
    days: (list: string) => `Mình học vào: ${list}.`,
    hour: (hour: string) => `Lúc ${hour}.`,
    learn: "Chọn bài để học",
  },
  run: {
    heading: "Chuỗi tuần học",
    none: "Học đủ một tuần là bắt đầu chuỗi tuần học của mình.",
    kept: (weeks: number) => `Mình đã giữ được ${weeks} tuần.`,
    forgiven: "Tuần nghỉ, tuần mùa màng và một vài tuần lỡ không làm đứt chuỗi.",
    harvest: (months: string) =>
      `Ở tỉnh mình, tháng ${months} là mùa màng, lỡ tuần nào cũng không sao.`,
  },
  chart: {
    caption: "Mỗi tuần học được mấy bài",
    showTable: "Xem bằng bảng",
    week: "Tuần",
    done: "Đã học",
    goal: "Định học",
    state: "Kết quả",
    range: (from: string, until: string) => `${from} – ${until}`,
    states: {
      kept: "Đủ",
      rest: "Tuần nghỉ",
      missed: "Chưa đủ",
      now: "Đang học",
    },
  },
  reason: (words: string) => `Mình học để: ${words}`,
  courses: "Khóa học đã chọn",
  edit: "Sửa kế hoạch",
  make: "Lập kế hoạch",
  print: "In kế hoạch ra giấy (PDF)",
  printHint: "Tờ giấy có ô để đánh dấu từng tuần. Treo ở bếp, cả nhà cùng nhớ.",
  end: "Thôi kế hoạch này",
  form: {
    errorTitle: "Kế hoạch chưa ghi được",
    weeklyLessons: "Mỗi tuần học mấy bài?",
    weeklyHint: "Ít mà đều. Một hai bài là tốt rồi.",
    lessons: (count: number) => `${count} bài`,
    days: "Học vào tối nào?",
    daysHint: "Chọn ngày nào cũng được, có thể bỏ trống.",
    hour: "Học lúc mấy giờ?",
    noHour: "Không định giờ",
    courses: "Mình muốn học khóa nào?",
    reason: "Mình học để làm gì?",
    reasonHint: "Viết một câu của mình, ví dụ: để bán hàng cho khách.",
    rest: "Tuần nghỉ (mùa gặt, việc nhà)",
    restFrom: "Nghỉ từ ngày",
    restFromHint: "Ngày/tháng/năm. Ví dụ: 05/09/2027",
    restUntil: "Đến hết ngày",
    restUntilHint: "Ngày/tháng/năm. Ví dụ: 30/09/2027",
    save: "Ghi kế hoạch",
  },
  faults: {
    "weekly-lessons-wrong": "Chọn số bài mỗi tuần, từ 1 đến 7.",
    "days-wrong": "Chọn lại các ngày học.",
    "hour-wrong": "Chọn lại giờ học.",
    "courses-many": "Chọn ít khóa học thôi.",
    "reason-long": "Câu này dài quá. Viết ngắn lại, không quá 300 chữ cái.",
    "rest-from-wrong": "Ngày bắt đầu nghỉ chưa đúng. Viết như 05/09/2026.",
    "rest-until-wrong": "Ngày hết nghỉ chưa đúng. Viết như 30/09/2026.",
    "rest-from-missing": "Ghi ngày bắt đầu nghỉ.",
    "rest-until-missing": "Ghi ngày hết nghỉ.",
    "rest-order": "Ngày hết nghỉ phải sau ngày bắt đầu nghỉ.",
    "rest-long": "Nghỉ dài quá ba tháng. Nếu lâu hơn, mình thôi kế hoạch rồi lập lại sau.",
  } satisfies Record<PlanFault, string>,
};

const reminders = {
  heading: "Nhắc học trên điện thoại",
  intro:
    "Đến giờ học, điện thoại này nhắc một câu, không ghi tên ai. Mỗi ngày nhắc nhiều nhất một lần. Tuần nghỉ và tuần đã học đủ thì không nhắc.",
  needsHour: "Muốn được nhắc, mình chọn ngày và giờ học trong kế hoạch.",
  on: "Nhắc tôi trên máy này",
  off: "Thôi nhắc trên máy này",
  allOff: "Thôi nhắc trên mọi máy",
  isOn: (phones: number) => `Đang nhắc trên ${phones} máy.`,
  stopped: "Đã thôi nhắc.",
  refused:
    "Máy chưa cho phép hiện lời nhắc. Mình mở phần cài đặt của trình duyệt, cho phép thông báo rồi bấm lại.",
  failed: "Chưa bật được lời nhắc. Khi có mạng tốt hơn, mình bấm lại nhé.",
  /** On a phone that others may hold. */
  text: "Đến giờ học rồi. Mình học một bài ngắn nhé.",
};

const villageNeeds = {
  navItem: "Nhu cầu học",
  heading: "Nhu cầu học của thôn",
  intro: (most: number) =>
    `Chọn nhiều nhất ${most} việc thôn đang cần nhất. Bà con trong thôn được gợi ý khóa học về các việc này trước. Mỗi lần thay đổi được ghi vào nhật ký.`,
  legend: (village: string) => `${village} đang cần`,
  summary: (village: string, needs: string) => `${village}: ${needs}`,
  none: "chưa chọn",
  save: "Ghi nhu cầu của thôn",
  saved: (village: string) => `Đã ghi nhu cầu học của ${village}.`,
  errorTitle: "Chưa ghi được",
  tooMany: (village: string, most: number) => `${village}: chọn nhiều nhất ${most} việc.`,
  noNeeds: "Chưa có khóa học nào để chọn.",
  noVillage: "Xã, phường chưa có thôn nào",
  noVillageText: "Thêm thôn, bản, tổ dân phố trước.",
  back: "Về danh sách của thôn",
};

export const finding = { days, catalogue, next, home, plan, reminders, villageNeeds };
