/** The oldest browser that gets everything: a phone of February 2020 that was never brought up to date. */
export const BROWSER_FLOOR = "chrome80";

/**
 * Writes `padding-inline: x`, as Tailwind's `px-3` is, in a way that is as old as the floor.
 *
 * @returns {import("vite").Plugin}
 */
export function olderStyles() {
  const sides = { inline: ["left", "right"], block: ["top", "bottom"] };
  return {
    name: "older-styles",
    transform(code, id) {
      if (!/\.css(?:\?|$)/u.test(id)) return null;
      const older = code.replaceAll(
        /(padding|margin)-(inline|block): ([^;}]+)/gu,
        (_all, property, /** @type {"inline" | "block"} */ way, value) =>
          sides[way].map((side) => `${property}-${side}: ${value}`).join("; "),
      );
      return { code: older, map: null };
    },
  };
}
