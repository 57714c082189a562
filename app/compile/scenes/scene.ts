import { z } from "zod";

import { isColourName, PALETTE } from "./palette.ts";

/** Of every picture of a scene, in CSS pixels. */
export const SCENE_WIDTH = 320;
export const SCENE_HEIGHT = 240;
/** Smaller letters cannot be read on a small phone. */
const SMALLEST_TEXT = 14;

const Colour = z.string().refine((name) => isColourName(name), {
  message: `màu là một trong: ${Object.keys(PALETTE).join(", ")}`,
});
const Point = z.tuple([z.number(), z.number()]);
const Name = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
const Size = z.number().min(SMALLEST_TEXT).max(80);

const MOODS = ["smile", "calm", "talk", "worried", "sad"] as const;
const POSES = ["down", "hold", "point", "open", "call", "wave", "write"] as const;

const Text = z.strictObject({
  text: z.string().min(1).max(60),
  at: Point,
  size: Size.default(16),
  colour: Colour.default("ink"),
  anchor: z.enum(["start", "middle", "end"]).default("middle"),
});

const Label = z.strictObject({
  label: z.string().min(1).max(40),
  /** Its middle. */
  at: Point,
  size: Size.default(15),
  colour: Colour.default("ink"),
  fill: Colour.default("white"),
  border: Colour.default("ink"),
});

const Bubble = z.strictObject({
  bubble: z.string().min(1).max(80),
  /** Its upper left corner. */
  at: Point,
  size: Size.default(15),
  colour: Colour.default("ink"),
  fill: Colour.default("white"),
  /** Where the mouth is. */
  tail: Point,
});

const Badge = z.strictObject({ at: Point, r: z.number().min(8).max(60).default(13) });
const Check = Badge.extend({ check: z.literal(true) });
const Cross = Badge.extend({ cross: z.literal(true) });
const Numbered = Badge.extend({
  number: z.int().min(0).max(99),
  fill: Colour.default("indigo"),
});

const Line = z.strictObject({
  line: z.array(Point).min(2),
  colour: Colour.default("ink"),
  width: z.number().min(2).max(12).default(3),
  dashed: z.boolean().default(false),
});
const Arrow = z.strictObject({
  arrow: z.array(Point).min(2),
  colour: Colour.default("leaf"),
  width: z.number().min(2).max(10).default(5),
});

const Filled = z.strictObject({
  fill: Colour.default("white"),
  /** Null: no outline. */
  border: Colour.nullable().default("ink"),
});
const Rect = Filled.extend({
  /** x, y, width, height. */
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  round: z.number().min(0).max(60).default(8),
});
const Circle = Filled.extend({ circle: z.tuple([z.number(), z.number(), z.number()]) });
const Path = Filled.extend({ path: z.string().regex(/^[MmLlHhVvCcSsQqTtAaZz0-9\s,.-]+$/u) });

const BarePart = z.strictObject({
  part: Name,
  /** Its upper left corner. */
  at: Point,
  scale: z.number().min(0.2).max(4).optional(),
  /** Instead of `scale`: how tall it is. */
  height: z.number().min(8).max(240).optional(),
  flip: z.boolean().default(false),
  /** In degrees, clockwise, about its middle. */
  turn: z.number().min(-360).max(360).default(0),
  mood: z.enum(MOODS).default("smile"),
  /** Of the arms of somebody seen to the waist. */
  pose: z.enum(POSES).default("down"),
  look: z.array(Name).default([]),
  colours: z.record(Name, Colour).default({}),
});

const SHAPES = {
  text: Text,
  label: Label,
  bubble: Bubble,
  check: Check,
  cross: Cross,
  number: Numbered,
  line: Line,
  arrow: Arrow,
  rect: Rect,
  circle: Circle,
  path: Path,
} as const;
const Shape = z.union(Object.values(SHAPES));

const PartItem = BarePart.extend({
  /** Shown on its screen, board or paper; places count from the corner of that. */
  screen: z.array(z.union([BarePart, Shape])).default([]),
});
export type PartItem = z.infer<typeof PartItem>;

const Group = z.strictObject({
  /** Places in it count from here. */
  at: Point,
  group: z.array(z.union([PartItem, Shape])).min(1),
});

/** One thing of a scene; what comes later lies above. */
const Item = z.union([PartItem, Group, Shape]);
export type Item = z.infer<typeof Item>;

/** The schema of an item by the word that tells what it is: what is wrong is told by it alone. */
export const KINDS: Readonly<Record<string, z.ZodType>> = {
  part: PartItem,
  group: Group,
  ...SHAPES,
};

const BACKGROUNDS = ["paper", "white", "field", "room", "road", "night"] as const;

/** A picture as its author describes it. */
export const Scene = z.strictObject({
  title: z.string().min(5).max(120),
  background: z.enum(BACKGROUNDS).default("paper"),
  items: z.array(Item).min(1).max(60),
});
export type Scene = z.infer<typeof Scene>;
