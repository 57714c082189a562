import { drawnPart, type Part, type Parts, type Wanted } from "./part.ts";
import { boxWidth, drawnShape, escaped, hex, type Shape, short, textWidth } from "./shapes.ts";
import { type Item, type PartItem, type Scene, SCENE_HEIGHT, SCENE_WIDTH } from "./scene.ts";

/** Strokes are so wide in every size of a part. */
const STROKE = 3;
const THIN = 2;
/** A part that is drawn smaller than this has thinner strokes. */
const SMALL = 0.6;

const BACKGROUND: Readonly<Record<Scene["background"], string>> = {
  paper: `<rect width="320" height="240" rx="10" fill="#fff7e6"/>`,
  white: `<rect width="320" height="240" rx="10" fill="#fff"/>`,
  night: `<rect width="320" height="240" rx="10" fill="#1b2450"/>`,
  room: `<rect width="320" height="240" rx="10" fill="#fff7e6"/><path d="M0 196h320v34q0 10-10 10H10q-10 0-10-10z" fill="#ead9b0"/>`,
  road: `<rect width="320" height="240" rx="10" fill="#e9ecf8"/><path d="M0 196h320v34q0 10-10 10H10q-10 0-10-10z" fill="#d9d6cf"/>`,
  field: `<rect width="320" height="240" rx="10" fill="#e9ecf8"/><path d="M0 130 50 84l40 34 60-62 56 60 40-30 74 50v80H0z" fill="#c8d6cf"/><path d="M0 176q80-24 160-8t160-8v70q0 10-10 10H10q-10 0-10-10z" fill="#a9cf8f"/>`,
};

export interface Drawn {
  readonly svg: string;
  /** What the author must mend, in Vietnamese. */
  readonly problems: readonly string[];
}

/** The picture of a scene. What is not there is left out and complained of. */
export function compose(scene: Scene, parts: Parts): Drawn {
  const problems: string[] = [];
  const bodies = new Map<string, number>();
  drawn(scene.items, ORIGIN, { parts, problems, shared: (body) => counted(bodies, body) });
  const names = new Map<string, string>();
  const shared = (body: string) => ((bodies.get(body) ?? 0) < 2 ? body : named(names, body));
  const items = drawn(scene.items, ORIGIN, { parts, problems: [], shared });
  const size = `width="${SCENE_WIDTH}" height="${SCENE_HEIGHT}" viewBox="0 0 ${SCENE_WIDTH} ${SCENE_HEIGHT}"`;
  const look = `font-family="system-ui,sans-serif" font-weight="600" stroke-linecap="round" stroke-linejoin="round"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" ${look}>
<title>${escaped(scene.title)}</title>
${BACKGROUND[scene.background]}
<g fill="#fff" stroke="#17171c" stroke-width="${STROKE}">
${items}
</g>
</svg>
`;
  return { svg, problems };
}

const ORIGIN = [0, 0] as const;

function counted(bodies: Map<string, number>, body: string): string {
  bodies.set(body, (bodies.get(body) ?? 0) + 1);
  return body;
}

/** The second time that a part is drawn alike, it is only pointed to. */
function named(names: Map<string, string>, body: string): string {
  const known = names.get(body);
  if (known !== undefined) return `<use href="#${known}"/>`;
  const id = `p${names.size}`;
  names.set(body, id);
  return `<g id="${id}">${body}</g>`;
}

interface Context {
  readonly parts: Parts;
  readonly problems: string[];
  readonly shared: (body: string) => string;
}

type Offset = readonly [number, number];

type Placed = Item | NonNullable<PartItem["screen"]>[number];

function drawn(items: readonly Placed[], offset: Offset, context: Context): string {
  return items.map((item) => drawnItem(item, offset, context)).join("\n");
}

function drawnItem(item: Placed, [dx, dy]: Offset, context: Context): string {
  if ("group" in item) {
    return drawn(item.group, [dx + item.at[0], dy + item.at[1]], context);
  }
  if ("part" in item) return drawnPartItem(item, [dx, dy], context);
  checkText(item, [dx, dy], context.problems);
  const body = drawnShape(item);
  return dx === 0 && dy === 0
    ? body
    : `<g transform="translate(${short(dx)} ${short(dy)})">${body}</g>`;
}

/** Words, with the box around them, must not run out of the picture. */
function checkText(item: Shape, [dx]: Offset, problems: string[]): void {
  if (!("size" in item)) return;
  const text = "text" in item ? item.text : "label" in item ? item.label : item.bubble;
  const width = "text" in item ? textWidth(text, item.size) * 0.92 : boxWidth(item);
  const anchor = "text" in item ? item.anchor : "label" in item ? "middle" : "start";
  const from = item.at[0] + dx - (anchor === "start" ? 0 : anchor === "end" ? width : width / 2);
  const edge = "text" in item ? 0 : STROKE / 2;
  if (from < edge || from + width > SCENE_WIDTH - edge) {
    problems.push(`chữ “${text.replaceAll("\n", " ")}” chạy ra ngoài hình`);
  }
}

type PlacedPart = Omit<PartItem, "screen"> & { readonly screen?: PartItem["screen"] };

function drawnPartItem(item: PlacedPart, [dx, dy]: Offset, context: Context): string {
  const { parts, problems } = context;
  const part = parts.get(item.part);
  if (part === undefined) {
    problems.push(`không có mẫu hình “${item.part}” trong content/parts`);
    return "";
  }
  const scale = item.scale ?? (item.height === undefined ? 1 : item.height / part.height);
  const x = item.at[0] + dx;
  const y = item.at[1] + dy;
  const body = context.shared(bodyOf(item, part, scale, context));
  const picture = `<g transform="${placed(item, part, { x, y, scale })}">${body}</g>`;
  const screen = item.screen ?? [];
  if (screen.length === 0) return picture;
  if (part.slot === null) {
    problems.push(`mẫu hình “${item.part}” không có chỗ để đặt gì lên (screen)`);
    return picture;
  }
  const { slot } = part;
  const left = item.flip ? part.width - slot.x - slot.width : slot.x;
  const corner = [x + left * scale, y + slot.y * scale] as const;
  return `${picture}\n${drawn(screen, corner, context)}`;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

function placed({ flip, turn }: PlacedPart, { width, height }: Part, { x, y, scale }: Place) {
  const size = flip ? `${hundredths(-scale)} ${hundredths(scale)}` : hundredths(scale);
  const move = `translate(${short(flip ? x + width * scale : x)} ${short(y)})`;
  const grow = scale === 1 && !flip ? "" : ` scale(${size})`;
  const about = turn === 0 ? "" : ` rotate(${turn} ${short(width / 2)} ${short(height / 2)})`;
  return `${move}${grow}${about}`;
}

function hundredths(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function bodyOf(item: PlacedPart, part: Part, scale: number, context: Context): string {
  const { mood, look } = item;
  const stroke = scale < SMALL ? THIN : STROKE;
  const colours = {
    ...(look.includes("old") ? { hair: hex("stone") } : {}),
    thin: hundredths((stroke * 0.7) / scale),
    ...Object.fromEntries(
      Object.entries(item.colours).map(([name, colour]) => [name, hex(colour)]),
    ),
  };
  const wanted = { words: new Set<string>([mood, ...look]), colours };
  const body = drawnPart(part, context.parts, wanted) + armsOf(item, part, wanted, context);
  const width = hundredths(stroke / scale);
  return width === String(STROKE) ? body : `<g stroke-width="${width}">${body}</g>`;
}

/** The arms of somebody seen to the waist, in the colour of her sleeves. */
function armsOf(
  { pose }: PlacedPart,
  { sleeve }: Part,
  { words, colours }: Wanted,
  { parts, problems }: Context,
): string {
  if (sleeve === null || pose === "down") return "";
  const arm = parts.get(`arm-${pose}`);
  if (arm === undefined) {
    problems.push(`chưa có tay “${pose}” (content/parts/arm-${pose}.svg)`);
    return "";
  }
  return drawnPart(arm, parts, {
    words,
    colours: { sleeve: colours["coat"] ?? sleeve, ...colours },
  });
}
