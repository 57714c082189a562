import type { QuestionType } from "#app/domain/content/index.ts";

export const authoring = {
  media: {
    showPicture: (size: string) => `Xem hình · ${size}`,
    listen: "Nghe",
    listenSlow: "Nghe chậm",
    /** What is heard, how long it is, what it weighs. */
    recording: (what: string, length: string, size: string) => `${what} · ${length} · ${size}`,
    inLanguage: (language: string) => `Nghe ${language}`,
    download: (format: string, size: string) => `Tải tệp ${format} · ${size}`,
    /** By ISO 639; another language is told by its code. */
    languages: {
      vi: "tiếng Việt",
      hmn: "tiếng Mông",
      ium: "tiếng Dao",
      tyz: "tiếng Tày",
      blt: "tiếng Thái",
      jra: "tiếng Jrai",
      bdq: "tiếng Ba Na",
      en: "tiếng Anh",
      zh: "tiếng Trung",
    },
  },
  question: {
    /** How a question of this type is answered. */
    hints: {
      one: "Chọn một câu trả lời",
      several: "Có thể chọn nhiều câu trả lời",
      "true-false": "Chọn Đúng hoặc Sai",
      picture: "Chọn một hình",
      listen: "Bấm nghe, rồi chọn một câu trả lời",
      number: "Viết một con số",
      word: "Viết một từ",
      order: "Chọn số cho từng việc. Số 1 là việc làm trước. Mỗi số chỉ dùng một lần.",
      match: "Chọn ô đi với từng dòng",
      sort: "Chọn nhóm cho từng thứ",
      "read-aloud": "Đọc to lên, rồi tự so với mẫu",
    } satisfies Record<QuestionType, string>,
    groups: "Các nhóm:",
    place: "Số thứ tự",
    same: "Đã giống",
    again: "Chưa giống, mình đọc lại",
    noPlace: "Số mấy?",
    noMatch: "Hãy chọn",
  },
  preview: {
    heading: "Soạn bài",
    intro: "Các khóa học đang soạn. Sửa tệp xong thì tải lại trang này.",
    inOrder: "Đang dùng được",
    leftOut: "Chưa dùng được: bà con chưa thấy khóa học này",
    problems: (count: number) => `${count} chỗ phải sửa`,
    advice: (count: number) => `${count} chỗ nên làm tốt hơn`,
    none: "Chưa có khóa học nào trong thư mục content/courses.",
    untitled: (id: string) => `${id} (chưa đọc được tờ bìa)`,
    noLessons: "Chưa đọc được bài nào.",
    back: "Các khóa học đang soạn",
    about: (minutes: number, questions: number) => `${minutes} phút · ${questions} câu hỏi`,
    drawn: (draw: number) => `mỗi lần rút ${draw} câu`,
    questions: "Câu hỏi như bà con thấy",
    answer: "Đáp án đúng:",
    answers: "Đáp án và lời giải thích",
  },
};
