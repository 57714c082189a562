/** Strokes on a grid of 24 × 24; one path each, so that a page stays small. */
const paths = {
  home: "M3 11 12 4l9 7M5 10v10h5v-6h4v6h5V10",
  learn: "M12 6c-2-2-6-2-9-1v14c3-1 7-1 9 1 2-2 6-2 9-1V5c-3-1-7-1-9 1zv14",
  portfolio: "M6 3h13v18H6zM3 7h5M3 12h5M3 17h5M12 8h4M12 12h4",
  assess: "m3 5 2 2 3-4M3 12l2 2 3-4M3 19l2 2 3-4M12 6h9M12 13h9M12 20h9",
  account: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3.5-6 8-6s8 2 8 6",
  qr: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v2M18 19h2v1M14 20v-1M7 7h.01M17 7h.01M7 17h.01",
  phone: "M7 2h10v20H7zM11 18h2",
  chat: "M4 4h16v12h-9l-5 4v-4H4zM8 8h8M8 12h5",
  plant: "M12 21v-9c0-5-3-7-8-7 0 5 3 7 8 7zM12 15c0-4 3-6 8-6 0 4-3 6-8 6zM6 21h12",
  pig: "M4 12c0-4 3-6 7-6 2 0 3.5.3 4.5 1L18 5v3.5c.8.7 1.3 1.5 1.6 2.5H22v4h-2.3c-.5 1-1.4 1.8-2.7 2.3V20h-3v-2h-3v2H8v-2.5C5.5 16.5 4 14.5 4 12zm0 0c-1.5 0-2-1-2-2M15.5 11h.01",
  cow: "M7 9 4 5c4-1 5 2 5 2h6s1-3 5-2l-3 4v6c0 3-2 6-5 6s-5-3-5-6zM7 11l-4-1M17 11l4-1M10 12h.01M14 12h.01M9 16h6M11 18h.01M13 18h.01",
  hen: "M8 9V7a3 3 0 0 1 6 0v2c3 0 4-2 7-3 0 6-3 10-8 10-4 0-6-3-5-7zM8 8l-3 1 3 1M11 7h.01M10 4c-1-2 2-2 2 0M12 16v5M10 21h4",
  health:
    "M12 20C5 15 3 12 3 8.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.5C21 12 19 15 12 20zM12 10v5M9.5 12.5h5",
  rain: "M7 14a4 4 0 0 1 0-8 6 6 0 0 1 11-1 4.5 4.5 0 0 1 0 9zM8 17l-1 3M13 17l-1 3M18 17l-1 3",
  money: "M3 6h18v12H3zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6 12h.01M18 12h.01",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
  calendar: "M4 5h16v16H4zM4 10h16M8 2v5M16 2v5",
  check: "m4 13 5 5L20 6",
  cross: "m5 5 14 14M19 5 5 19",
  plus: "M12 4v16M4 12h16",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 7.5h.01",
  warning: "M12 3 2 20h20zM12 9v5M12 17h.01",
  tip: "M9 18h6M10 21h4M8.5 15C6.5 13.5 6 12 6 10a6 6 0 1 1 12 0c0 2-.5 3.5-2.5 5v.5h-7z",
  practice:
    "M7 13V6.5a1.5 1.5 0 0 1 3 0V11 4.5a1.5 1.5 0 0 1 3 0V11 5.5a1.5 1.5 0 0 1 3 0V12 9a1.5 1.5 0 0 1 3 0v5c0 4-2.5 7-6.5 7-3 0-4.5-1.5-6-4l-2.3-3.5c-.9-1.7 1.1-3 2.3-1.7z",
  photo: "M3 5h18v14H3zM3 17l5-6 4 5 3-3 6 5M16 9h.01",
  camera: "M3 7h4l2-3h6l2 3h4v13H3zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8z",
  download: "M12 3v12M7 10l5 5 5-5M4 20h16",
  print: "M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z",
  search: "M10.5 18a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM16 16l5 5",
  back: "M20 12H4M10 6l-6 6 6 6",
  next: "M4 12h16M14 6l6 6-6 6",
  lock: "M5 11h14v10H5zM8 11V8a4 4 0 0 1 8 0v3M12 15v2",
  logout: "M10 4H4v16h6M9 12h12M17 8l4 4-4 4",
  village: "M2 11 12 3l10 8M5 9v7h14V9M5 16v5M19 16v5M12 16v5M10 16v-4h4v4",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c0-4 3-6 7-6s7 2 7 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.5.7 4 2.5 4 5.5",
  seal: "M9.5 12c.5-2-1.5-3-1.5-5.5a4 4 0 0 1 8 0c0 2.5-2 3.5-1.5 5.5M5 12h14v5H5zM4 21h16",
  shield: "M12 3 4 6v6c0 5 3.5 8 8 9 4.5-1 8-4 8-9V6zM8.5 12l2.5 2.5 4.5-5",
  list: "M8 6h13M8 12h13M8 18h13M3 6h.01M3 12h.01M3 18h.01",
  archive: "M3 4h18v5H3zM5 9v11h14V9M10 13h4",
  certificate: "M3 4h18v12H3zM7 8h10M7 12h5M15 16v5l2-1.5 2 1.5v-5",
  class: "M3 4h18v11H3zM12 15v3M7 21l5-3 5 3M7 8h6M7 11h9",
  key: "M8 17a4 4 0 1 1 3.5-6H21v4h-3v3h-3v-3h-3.5A4 4 0 0 1 8 17zM8 13h.01",
  forward: "M4 5h9v14H4zM9 12h12M17 8l4 4-4 4",
  package: "M12 3 3 7.5v9L12 21l9-4.5v-9zM3 7.5l9 4.5 9-4.5M12 12v9",
  edit: "M4 20v-4L16 4l4 4L8 20zM13 7l4 4",
  pdf: "M6 2h8l5 5v15H6zM14 2v5h5M9 13h7M9 17h7",
} as const;

export type IconName = keyof typeof paths;

/** Decoration beside a word, never instead of one. `size` in px. */
export function Icon({ name, size = 24 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="i" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
