/** Text inside a block: words, or words with a mark. */
export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "strong" | "emphasis"; readonly children: readonly Inline[] }
  | { readonly type: "link"; readonly href: string; readonly children: readonly Inline[] }
  /** Words of another language amid Vietnamese. */
  | { readonly type: "foreign"; readonly lang: string; readonly children: readonly Inline[] }
  | { readonly type: "break" };

/**
 * A picture of the course. `src` is an address below the course's folder and names the very bytes
 * ("media/quet-ma.svg?v=0a1b2c3d4e"), so that it may be kept for good.
 */
export interface Picture {
  readonly src: string;
  readonly alt: string;
  /** Of what `src` gives, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** The same picture for a narrow screen; null for a drawing, which fits every screen. */
  readonly small: { readonly src: string; readonly width: number; readonly bytes: number } | null;
}

/** A recording of the course; `src` as in `Picture`. */
export interface Sound {
  readonly src: string;
  readonly bytes: number;
  readonly seconds: number;
}

/** What one person of a dialogue says. */
export interface DialogueLine {
  /** "Khách:", or nothing. */
  readonly speaker: readonly Inline[];
  readonly said: readonly Inline[];
  /** In Vietnamese; may be empty. */
  readonly meaning: readonly Inline[];
  readonly sound: Sound | null;
  readonly slow: Sound | null;
}

/** A word to learn: its cells, the first of which is the word. */
export interface WordRow {
  readonly cells: readonly (readonly Inline[])[];
  readonly sound: Sound | null;
  readonly picture: Picture | null;
}

/** A piece of a lesson, in reading order. */
export type Block =
  | { readonly type: "paragraph"; readonly children: readonly Inline[] }
  | { readonly type: "heading"; readonly level: 2 | 3; readonly children: readonly Inline[] }
  | {
      readonly type: "list";
      readonly ordered: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  | ({ readonly type: "picture"; readonly caption: string } & Picture)
  | {
      readonly type: "table";
      /** Columns are what the lesson is about: it stays a table on the narrowest screen. */
      readonly ruled?: true;
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly type: "quote"; readonly children: readonly Block[] }
  | { readonly type: "steps"; readonly items: readonly (readonly Block[])[] }
  | { readonly type: "warning" | "tip"; readonly children: readonly Block[] }
  | { readonly type: "practice"; readonly id: string; readonly children: readonly Block[] }
  | {
      readonly type: "dialogue";
      readonly lang: string;
      readonly lines: readonly DialogueLine[];
    }
  | {
      readonly type: "vocabulary";
      readonly lang: string;
      readonly head: readonly (readonly Inline[])[];
      readonly words: readonly WordRow[];
    }
  /** Words that somebody recorded, one recording a language: "vi", "hmn"… */
  | {
      readonly type: "audio";
      readonly sounds: readonly ({ readonly lang: string } & Sound)[];
      readonly children: readonly Block[];
    }
  /** A paper to keep; `format` is how its name ends. */
  | {
      readonly type: "download";
      readonly src: string;
      readonly bytes: number;
      readonly format: string;
      readonly children: readonly Block[];
    };
