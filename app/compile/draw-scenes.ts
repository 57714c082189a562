// npm run content:draw [-- course… --png --parts]: the pictures of courses out of their scenes.
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import sharp from "sharp";

import { compose } from "./scenes/compose.ts";
import { Scene } from "./scenes/scene.ts";
import { drawScenes, readParts } from "./scenes/scene-files.ts";

const COURSES = "content/courses";
/** Where pictures to look at lie; nothing else reads them. */
const TO_LOOK_AT = "var/pictures";

const options = process.argv.slice(2);
const wanted = options.filter((option) => !option.startsWith("--"));
const parts = await readParts();
if (options.includes("--parts")) {
  await drawParts();
} else {
  process.exitCode = (await drawCourses()) === 0 ? 0 : 1;
}

/** Answers how much is wrong. */
async function drawCourses(): Promise<number> {
  let drawn = 0;
  let wrong = 0;
  for (const course of wanted.length > 0 ? wanted : await readdir(COURSES)) {
    for (const { name, svg, problems } of await drawScenes(join(COURSES, course), parts)) {
      for (const problem of problems) say(`${course}/scenes/${name}.yaml: LỖI: ${problem}`);
      wrong += problems.length;
      if (svg === null) continue;
      drawn += 1;
      await mkdir(join(COURSES, course, "media"), { recursive: true });
      await writeFile(join(COURSES, course, "media", `${name}.svg`), svg);
      if (options.includes("--png")) await writePng(join(TO_LOOK_AT, course), name, svg);
    }
  }
  say(`${drawn} hình đã vẽ, ${wrong} lỗi phải sửa`);
  return wrong;
}

/** Each part with its name under it. */
async function drawParts(): Promise<void> {
  const folder = join(TO_LOOK_AT, "parts");
  for (const { name, width, height } of parts.values()) {
    const scale = Math.min(300 / width, 190 / height, 1.6);
    const at = [(320 - width * scale) / 2, 12];
    const words = { text: `${name} · ${width}×${height}`, at: [160, 232], size: 18 };
    const scene = Scene.parse({ title: name, items: [{ part: name, at, scale }, words] });
    await writePng(folder, name, compose(scene, parts).svg);
  }
  say(`${parts.size} mẫu hình, xem trong ${folder}`);
}

async function writePng(folder: string, name: string, svg: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  // Browsers begin with letters of 16 pixels; what draws here does not.
  const sized = svg.replace("<svg ", '<svg font-size="16" ');
  await sharp(Buffer.from(sized), { density: 144 })
    .png()
    .toFile(join(folder, `${name}.png`));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
