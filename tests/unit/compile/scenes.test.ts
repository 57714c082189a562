import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { partOf, type Parts } from "#app/compile/scenes/part.ts";
import { compose } from "#app/compile/scenes/compose.ts";
import { Scene } from "#app/compile/scenes/scene.ts";
import { checkScenes, drawScene, readParts } from "#app/compile/scenes/scene-files.ts";

const FACE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 68">
<path data-when="smile" d="M1 1"/>
<path data-when="sad|worried" d="M2 2"/>
<path data-when="!old" d="M3 3"/>
</svg>`;
const FIGURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 144" data-sleeve="#123456">
<path d="M9 9" fill="var(--coat,#123456)"/>
<g data-part="mat" transform="translate(18 0)"/>
</svg>`;
const ARM = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 144"><path d="M7 7" stroke="var(--sleeve,#000)"/></svg>`;
const PHONE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 150" data-slot="10 20 60 100"><path d="M8 8"/></svg>`;

const parts: Parts = new Map(
  Object.entries({ mat: FACE, nguoi: FIGURE, "arm-hold": ARM, may: PHONE }).flatMap(
    ([name, source]) => {
      const part = partOf(name, source);
      return typeof part === "string" ? [] : [[name, part] as const];
    },
  ),
);

function drawn(items: unknown) {
  return compose(Scene.parse({ title: "Hình để thử", items }), parts);
}

test("a figure has the face, the arms and the colours that its scene asks for", () => {
  const item = { part: "nguoi", at: [10, 20], mood: "worried", look: ["old"], pose: "hold" };
  const { svg, problems } = drawn([{ ...item, colours: { coat: "red" } }]);
  expect(problems).toEqual([]);
  expect(svg).toContain('<path d="M9 9" fill="#b3261e"/>');
  expect(svg).toContain('<path d="M2 2"/>');
  expect(svg).not.toMatch(/M1 1|M3 3/u);
  expect(svg).toContain('<path d="M7 7" stroke="#b3261e"/>');
});

test("a stroke is as wide on a small part as on a large one", () => {
  const { svg } = drawn([{ part: "may", at: [0, 0], height: 300 / 2 }]);
  expect(svg).not.toContain('stroke-width="6"');
  const large = drawn([{ part: "may", at: [0, 0], scale: 1.5 }]).svg;
  expect(large).toContain('scale(1.5)"><g stroke-width="2"');
});

test("what is turned round stays in its place", () => {
  const { svg } = drawn([{ part: "may", at: [10, 20], scale: 0.8, flip: true }]);
  expect(svg).toContain('transform="translate(74 20) scale(-0.8 0.8)"');
});

test("what is drawn twice alike is written once", () => {
  const { svg } = drawn([
    { part: "may", at: [0, 0] },
    { part: "may", at: [100, 0] },
  ]);
  expect(svg.match(/M8 8/gu)).toHaveLength(1);
  expect(svg).toContain('<use href="#p0"/>');
});

test("words on a screen count from its corner", () => {
  const text = { text: "OTP", at: [30, 40] };
  const { svg } = drawn([{ part: "may", at: [100, 10], scale: 0.5, screen: [text] }]);
  expect(svg).toContain('<g transform="translate(105 20)"><text x="30" y="40"');
});

test("words that run out of the picture, a part that is not there are told", () => {
  const { problems } = drawn([
    { text: "Một câu rất dài không vừa", at: [300, 40] },
    { part: "voi", at: [0, 0] },
  ]);
  expect(problems).toEqual([
    "chữ “Một câu rất dài không vừa” chạy ra ngoài hình",
    "không có mẫu hình “voi” trong content/parts",
  ]);
});

test("a label or a bubble whose frame is cut off at the picture's edge is told", () => {
  const { problems } = drawn([
    { label: "bạt, rơm", at: [44, 30] },
    { bubble: "Xem mặt nhé?", at: [190, 12], tail: [246, 110] },
    { label: "bạt, rơm", at: [60, 30] },
  ]);
  expect(problems).toEqual([
    "chữ “bạt, rơm” chạy ra ngoài hình",
    "chữ “Xem mặt nhé?” chạy ra ngoài hình",
  ]);
});

test("a label of capitals or broad letters gets a wider frame than one of as many small ones", () => {
  expect(frameOf("NAM")).toBeGreaterThan(frameOf("năn"));
});

function frameOf(label: string): number {
  const { svg } = drawn([{ label, at: [160, 30] }]);
  return Number(/ y="[\d.]+" width="(?<width>[\d.]+)"/u.exec(svg)?.groups?.["width"]);
}

test.each([
  ["title: Hình\nitems: [{ part: may, at: [0, 0] }]", /^title: /u],
  ["title: Hình thử\nitems: [{ text: Nhỏ quá, at: [9, 9], size: 9 }]", /^mục 1 \(text\) size: /u],
  ["title: Hình thử\nitems: [{ hinh: may }]", /^mục 1 cần một trong: part, group, text/u],
  ["title: Hình thử\nitems: [{ part: may, at: [0, 0], mau: đỏ }]", /^mục 1 \(part\) .*mau/u],
  ["title: [", /^viết sai YAML/u],
])("a scene that cannot be read is told where: %j", (source, message) => {
  expect(drawScene(source, parts).problems[0]).toMatch(message);
});

test("a picture that was changed by hand, or is not drawn yet, is told", async () => {
  const course = await mkdtemp(join(tmpdir(), "nep-hoc-scenes-"));
  try {
    await mkdir(join(course, "scenes"));
    await mkdir(join(course, "media"));
    const source = "title: Hình để thử\nitems: [{ part: may, at: [0, 0] }]";
    await writeFile(join(course, "scenes", "may.yaml"), source);
    expect(await checkScenes(course, parts)).toHaveLength(1);
    const { svg } = drawScene(source, parts);
    await writeFile(join(course, "media", "may.svg"), svg ?? "");
    expect(await checkScenes(course, parts)).toEqual([]);
    await writeFile(join(course, "media", "may.svg"), `${svg ?? ""} `);
    expect((await checkScenes(course, parts))[0]?.file).toBe("scenes/may.yaml");
  } finally {
    await rm(course, { recursive: true });
  }
});

test("every part of the house can be drawn, and is light", async () => {
  const house = await readParts();
  for (const name of house.keys()) {
    const scene = Scene.parse({ title: "Hình để thử", items: [{ part: name, at: [0, 0] }] });
    const { svg, problems } = compose(scene, house);
    expect(problems, name).toEqual([]);
    expect(svg, name).not.toMatch(/var\(|data-|undefined|NaN/u);
    expect(Buffer.byteLength(svg), name).toBeLessThan(3500);
  }
});
