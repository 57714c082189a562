/** A drawing out of which scenes are put together. */
export interface Part {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Its elements, as SVG. */
  readonly body: string;
  /** Colour of the sleeves, where arms may be added: somebody seen to the waist. */
  readonly sleeve: string | null;
  /** Where things may be shown on it. */
  readonly slot: { readonly x: number; readonly y: number; readonly width: number } | null;
}

export type Parts = ReadonlyMap<string, Part>;

const ROOT = /^\s*<svg\b(?<attributes>[^>]*)>(?<body>[^]*)<\/svg>\s*$/u;

/** A part out of its file, or what its author must mend (in Vietnamese). */
export function partOf(name: string, source: string): Part | string {
  const { attributes, body } = ROOT.exec(source)?.groups ?? {};
  if (attributes === undefined || body === undefined) return "không phải một thẻ <svg>…</svg>";
  const [, , width, height] = numbersIn(attributeOf(attributes, "viewBox") ?? "");
  if (width === undefined || height === undefined) return 'thiếu viewBox="0 0 rộng cao"';
  return {
    name,
    width,
    height,
    body: body.replaceAll(/>\s+</gu, "><").trim(),
    sleeve: attributeOf(attributes, "data-sleeve") ?? null,
    slot: slotOf(attributes),
  };
}

function slotOf(attributes: string): Part["slot"] {
  const [x, y, width] = numbersIn(attributeOf(attributes, "data-slot") ?? "");
  return x === undefined || y === undefined || width === undefined ? null : { x, y, width };
}

function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`, "u").exec(attributes)?.[1];
}

function numbersIn(text: string): readonly number[] {
  return text
    .split(/[\s,]+/u)
    .filter((each) => each !== "")
    .map(Number);
}

const INCLUDED = /<g data-part="(?<name>[a-z0-9-]+)"(?<attributes>[^>]*)\/>/gu;
const CONDITIONAL = /<(?<tag>\w+)(?<before>[^>]*?)\sdata-when="(?<when>[^"]+)"(?<after>[^>]*)\/>/gu;
const VARIABLE = /var\(--(?<name>[a-z0-9]+)(?:,(?<otherwise>[^()]*))?\)/gu;
/** Parts hold parts two deep at most: a figure, its head. */
const DEEPEST = 3;

/** What a scene asks of a part. */
export interface Wanted {
  /** Words such as "smile" and "old": what is drawn only for others is left out. */
  readonly words: ReadonlySet<string>;
  readonly colours: Readonly<Record<string, string>>;
}

/** The elements of a part as a scene wants them. */
export function drawnPart(part: Part, parts: Parts, { words, colours }: Wanted): string {
  return included(part.body, parts, DEEPEST)
    .replaceAll(CONDITIONAL, (_, tag: string, before: string, when: string, after: string) =>
      isMeant(when, words) ? `<${tag}${before}${after}/>` : "",
    )
    .replaceAll(VARIABLE, (_, name: string, otherwise = "none") => colours[name] ?? otherwise);
}

function included(body: string, parts: Parts, depth: number): string {
  return body.replaceAll(INCLUDED, (_, name: string, attributes: string) => {
    const part = parts.get(name);
    if (part === undefined || depth === 0) return "";
    return `<g${attributes}>${included(part.body, parts, depth - 1)}</g>`;
  });
}

/** "smile|talk": one of them; "!old": not that one. */
function isMeant(when: string, words: ReadonlySet<string>): boolean {
  return when
    .split("|")
    .some((word) => (word.startsWith("!") ? !words.has(word.slice(1)) : words.has(word)));
}
