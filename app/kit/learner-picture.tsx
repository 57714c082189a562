import type { Picture } from "#app/domain/identity/index.ts";

/** Drawings on a grid of 24 × 24, one path each. */
const drawings: Readonly<Record<Picture, string>> = {
  buffalo:
    "M3 4c0 4 2 5 5 5h8c3 0 5-1 5-5M8 9c-1 3 0 6 1 8 1 3 5 3 6 0 1-2 2-5 1-8M10 12h.01M14 12h.01M11 17h2",
  rooster:
    "M9 8c0 3-1 4-3 5 0 4 3 6 7 6s6-3 6-8c-2 1-4 1-5-1-1-1-1-4-3-4a2 2 0 0 0-2 2zM9 8l-3 1 3 1M10 6V4l1.5 1L13 4l-.5 2M12 19v2M14 19v2",
  pig: "M4 12c0-4 4-6 8-6s8 2 8 6-4 7-8 7-8-3-8-7zM6 7 5 4l4 2M18 7l1-3-4 2M9.5 13a2.5 2 0 0 1 5 0 2.5 2 0 0 1-5 0zM11.2 13h.01M12.8 13h.01M8.5 10h.01M15.5 10h.01",
  fish: "M3 12c3-5 9-6 13-2l5-3c-1 3-1 7 0 10l-5-3c-4 4-10 3-13-2zM7 11h.01M11 9c1 2 1 4 0 6",
  bird: "M3 9l4-1c0-3 6-3 6 1 3 0 6 1 8 4-4 0-5 4-10 4-4 0-6-3-4-7M8 7h.01M10 17l-1 4M13 16l1 5",
  butterfly:
    "M12 7v12M12 11C10 5 4 3 4 8c0 3 3 4 8 4-4 0-6 2-5 5 1 2 5 1 5-3M12 11c2-6 8-8 8-3 0 3-3 4-8 4 4 0 6 2 5 5-1 2-5 1-5-3M12 7l-2-3M12 7l2-3",
  rice: "M9 21c0-8 1-12 6-17M15 4c-1 3 0 4 2 5 1-2 0-4-2-5zM13 7c-2 1-2 3-1 4 2 0 2-2 1-4zM12 10c1 2 3 2 4 2 0-2-2-3-4-2zM10.5 12c-3 0-3 3-2 4 2-1 3-2 2-4zM10 15c1 2 3 2 4 1-1-2-3-2-4-1z",
  maize:
    "M12 3c4 3 4 11 0 15-4-4-4-12 0-15zM12 18v3M10 7h4M9.5 10.5h5M9.5 14h5M8.5 12c-4 1-4 6 0 8M15.5 12c4 1 4 6 0 8",
  peach:
    "M12 12c-2-2-3-7 0-8 3 1 2 6 0 8zM12 12c2-2 7-3 8 0-1 3-6 2-8 0zM12 12c2 2 3 7 0 8-3-1-2-6 0-8zM12 12c-2 2-7 3-8 0 1-3 6-2 8 0zM12 12h.01",
  bamboo:
    "M9 3v18M13 5v16M9 9h.01M9 15h.01M13 11h.01M13 17h.01M13 8c2-4 5-4 7-3-1 3-4 4-7 3zM9 13c-2-3-5-3-6-1 1 2 4 3 6 1z",
  mountain: "M2 20 9 7l4 7 3-4 6 10zM7 11l2 2 2-2M18 5h.01",
  sun: "M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M19 5l-1.5 1.5M6.5 17.5 5 19",
};

/** What a learner is told by, beside her name and never instead of it. */
export function LearnerPicture({ picture }: { readonly picture: Picture }) {
  return (
    <svg className="i" viewBox="0 0 24 24" width={40} height={40} aria-hidden="true">
      <path d={drawings[picture]} />
    </svg>
  );
}
