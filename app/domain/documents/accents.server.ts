import type { Outline, Typeface } from "./typefaces.server.ts";

/** A run of a line and its place in ems from where the line starts, to the right and up. */
export interface Run {
  readonly text: string;
  readonly right: number;
  readonly up: number;
}

const MARK = /\p{M}/u;
/** Ems left free between a letter and an accent set over or under it. */
const GAP = 0.05;
/** A mark that lies all above this, in ems over the baseline, stands over its letter. */
const OVER = 0.35;

/**
 * A line in runs to be set one by one. Letters with their own glyph go together; an accent that has
 * none (ê̆, ơ̆ of Ê Đê and Gia Rai) is centred over or under its letter, clear of accents already
 * there. The typefaces' own tables do this for some styles only.
 */
export function runsOf(line: string, face: Typeface): readonly Run[] {
  if (!MARK.test(line)) return [{ text: line, right: 0, up: 0 }];
  const runs: Run[] = [];
  let run = { text: "", right: 0, up: 0 };
  let pen = 0;
  let letter: Outline | null = null;
  for (const character of line) {
    const outline = face.outlineOf(character);
    if (MARK.test(character) && letter !== null && outline !== null) {
      const right = (letter.left + letter.right - outline.left - outline.right) / 2;
      const up = clearance(letter, outline);
      runs.push(run, { text: character, right, up });
      run = { text: "", right: pen, up: 0 };
      letter = grown(letter, outline, up);
      continue;
    }
    run.text += character;
    letter = outline === null ? null : shifted(outline, pen);
    pen += face.advances.get(character) ?? 0;
  }
  return [...runs, run].filter(({ text }) => text !== "");
}

/** Ems an accent is moved at most: room for two over a capital, not for towers of them. */
const FARTHEST = 0.6;

/** How far a mark moves up (or down, below zero) to stand clear of its letter. */
function clearance(letter: Outline, mark: Outline): number {
  if (mark.bottom > OVER) return Math.min(FARTHEST, Math.max(0, letter.top + GAP - mark.bottom));
  if (mark.top < GAP) return Math.max(-FARTHEST, Math.min(0, letter.bottom - GAP - mark.top));
  return 0;
}

function shifted(outline: Outline, right: number): Outline {
  return { ...outline, left: outline.left + right, right: outline.right + right };
}

function grown(letter: Outline, mark: Outline, up: number): Outline {
  const bottom = Math.min(letter.bottom, mark.bottom + up);
  return { ...letter, bottom, top: Math.max(letter.top, mark.top + up) };
}
