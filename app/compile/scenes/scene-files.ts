import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { parse, YAMLParseError } from "yaml";
import type { z } from "zod";

import { compose } from "./compose.ts";
import { type Part, partOf, type Parts } from "./part.ts";
import { KINDS, Scene } from "./scene.ts";

const PARTS = "content/parts";
/** A picture must come quickly over a slow line. */
const HEAVIEST = 6000;

/** Every part; throws where one is not in order: parts come with the house. */
export async function readParts(directory: string = PARTS): Promise<Parts> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".svg"));
  const parts = await Promise.all(
    names.map(async (file): Promise<Part> => {
      const name = file.slice(0, -".svg".length);
      const part = partOf(name, await readFile(join(directory, file), "utf8"));
      if (typeof part === "string") throw new Error(`${directory}/${file}: ${part}`);
      return part;
    }),
  );
  return new Map(parts.map((part) => [part.name, part]));
}

export interface DrawnScene {
  /** "quet-ma": `scenes/quet-ma.yaml` and `media/quet-ma.svg`. */
  readonly name: string;
  /** Null when the scene cannot be read. */
  readonly svg: string | null;
  /** In Vietnamese. */
  readonly problems: readonly string[];
}

/** Every scene of a course, drawn; none when it has no `scenes/`. */
export async function drawScenes(course: string, parts: Parts): Promise<readonly DrawnScene[]> {
  const entries = await readdir(course, { withFileTypes: true });
  if (!entries.some((entry) => entry.isDirectory() && entry.name === "scenes")) return [];
  const files = (await readdir(join(course, "scenes"))).filter((file) => file.endsWith(".yaml"));
  return Promise.all(
    files.toSorted().map(async (file) => {
      const source = await readFile(join(course, "scenes", file), "utf8");
      return { name: file.slice(0, -".yaml".length), ...drawScene(source, parts) };
    }),
  );
}

/** What of a course's drawn pictures is not as its scenes describe it, in Vietnamese. */
export async function checkScenes(course: string, parts: Parts) {
  const drawn = await drawScenes(course, parts);
  const checked = await Promise.all(
    drawn.map(async ({ name, svg, problems }) => {
      const file = `scenes/${name}.yaml`;
      const told = problems.map((message) => ({ file, line: 1, message }));
      if (svg === null || (await textOf(join(course, "media", `${name}.svg`))) === svg) return told;
      const message = "hình trong media/ chưa đúng như mô tả. Hãy chạy npm run content:draw.";
      return [...told, { file, line: 1, message }];
    }),
  );
  return checked.flat();
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** A scene's file as a picture. */
export function drawScene(source: string, parts: Parts): Omit<DrawnScene, "name"> {
  const read = readScene(source);
  if (Array.isArray(read)) return { svg: null, problems: read };
  const { svg, problems } = compose(read, parts);
  const bytes = Buffer.byteLength(svg);
  const tooHeavy = `hình nặng ${bytes} byte, nhiều nhất ${HEAVIEST}. Hãy bớt mẫu hình.`;
  return { svg, problems: bytes > HEAVIEST ? [...problems, tooHeavy] : problems };
}

function readScene(source: string): Scene | string[] {
  let value: unknown;
  try {
    value = parse(source);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return [`viết sai YAML (${error.message.split("\n")[0] ?? ""})`];
  }
  const parsed = Scene.safeParse(value);
  if (parsed.success) return parsed.data;
  const items = typeof value === "object" && value !== null && "items" in value ? value.items : [];
  const ofItems = Array.isArray(items) ? items.flatMap((item, at) => itemProblems(item, at)) : [];
  const others = parsed.error.issues.filter(({ path }) => path.length < 2);
  const told = [...others.map((issue) => toldIssue(issue, "")), ...ofItems];
  return told.length > 0 ? told : ["hình viết chưa đúng, xem content/parts/README.md"];
}

/** What is wrong with one item, by the schema of its kind. */
function itemProblems(item: unknown, at: number): readonly string[] {
  const place = `mục ${at + 1}`;
  if (typeof item !== "object" || item === null) return [`${place} không phải một hình`];
  const kind = Object.keys(item).find((key) => Object.hasOwn(KINDS, key));
  const schema = kind === undefined ? undefined : KINDS[kind];
  if (schema === undefined) {
    return [`${place} cần một trong: ${Object.keys(KINDS).join(", ")}`];
  }
  const parsed = schema.safeParse(item);
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => toldIssue(issue, `${place} (${kind ?? ""}) `));
}

function toldIssue({ path, message }: z.core.$ZodIssue, place: string): string {
  return `${place}${path.join(".")}: ${message}`;
}
