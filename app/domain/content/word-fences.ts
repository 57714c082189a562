import type { PhrasingContent, TableRow } from "mdast";

import type { Block, DialogueLine, Inline, Picture, Sound, WordRow } from "./block.ts";
import { attribute } from "./fence.ts";
import { inlinesOf } from "./inlines.ts";
import { type Fence, lineOf, type Reading } from "./markdown.ts";
import { pictureAt, soundAt } from "./media-at.ts";
import { plainText } from "./plain-text.ts";

/** A `:::dialogue`, or nothing (complained of). */
export function dialogueOf(node: Fence, reading: Reading): readonly Block[] {
  const [list, ...others] = node.children;
  if (list?.type !== "list" || others.length > 0) {
    reading.complain(lineOf(node), "Khối “:::dialogue” chỉ gồm các dòng - **Người nói:** lời nói.");
    return [];
  }
  const lines = list.children.flatMap((item) => {
    const [line, ...more] = item.children;
    if (line?.type === "paragraph" && more.length === 0) {
      return [dialogueLineOf(line.children, lineOf(item), reading)];
    }
    reading.complain(lineOf(item), "Mỗi lời trong hội thoại là một dòng, không xuống đoạn.");
    return [];
  });
  return [{ type: "dialogue", lang: attribute(node, "lang"), lines }];
}

const MEANING_FOLLOWS = " — ";

/** "**Khách:** How much is this? — Cái này bao nhiêu tiền? [nghe](media/a.mp3)". */
function dialogueLineOf(
  nodes: readonly PhrasingContent[],
  line: number,
  reading: Reading,
): DialogueLine {
  const { words, sounds, pictures } = taken(nodes, reading);
  if (pictures.length > 0) reading.complain(line, "Hình không đứng trong lời nói. Hãy bỏ hình.");
  const slow = sounds.filter((sound) => sound.slow);
  const normal = sounds.filter((sound) => !sound.slow);
  if (slow.length > 1 || normal.length > 1) {
    reading.complain(line, "Mỗi lời có một [nghe](…) và một [nghe chậm](…). Hãy bỏ bớt.");
  }
  const inlines = inlinesOf(words, reading);
  const speaker = inlines[0]?.type === "strong" ? inlines.slice(0, 1) : [];
  const [said, meaning] = splitAtMeaning(inlines.slice(speaker.length));
  return {
    speaker,
    said: trimmed(said),
    meaning: trimmed(meaning),
    sound: normal[0]?.sound ?? null,
    slow: slow[0]?.sound ?? null,
  };
}

function splitAtMeaning(line: readonly Inline[]): [readonly Inline[], readonly Inline[]] {
  const at = line.findIndex((part) => part.type === "text" && part.text.includes(MEANING_FOLLOWS));
  const part = line[at];
  if (part?.type !== "text") return [line, []];
  const cut = part.text.indexOf(MEANING_FOLLOWS);
  const before: Inline = { type: "text", text: part.text.slice(0, cut) };
  const after: Inline = { type: "text", text: part.text.slice(cut + MEANING_FOLLOWS.length) };
  return [
    [...line.slice(0, at), before],
    [after, ...line.slice(at + 1)],
  ];
}

/** Without the blanks that stood between the words and what was taken out of them. */
function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline, at): readonly Inline[] => {
    if (inline.type !== "text") return [inline];
    let { text } = inline;
    if (at === 0) text = text.trimStart();
    if (at === inlines.length - 1) text = text.trimEnd();
    return text === "" ? [] : [{ type: "text", text }];
  });
}

/** A `:::vocabulary`, or nothing (complained of). */
export function vocabularyOf(node: Fence, reading: Reading): readonly Block[] {
  const [table, ...others] = node.children;
  if (table?.type !== "table" || others.length > 0) {
    reading.complain(lineOf(node), "Khối “:::vocabulary” chỉ gồm một bảng | Từ | … | Nghĩa |.");
    return [];
  }
  const [head, ...rows] = table.children;
  return [
    {
      type: "vocabulary",
      lang: attribute(node, "lang"),
      head: head?.children.map((cell) => inlinesOf(cell.children, reading)) ?? [],
      words: rows.map((row) => wordRowOf(row, reading)),
    },
  ];
}

function wordRowOf(row: TableRow, reading: Reading): WordRow {
  const read = row.children.map((cell) => taken(cell.children, reading));
  const sounds = read.flatMap((cell) => cell.sounds);
  const pictures = read.flatMap((cell) => cell.pictures);
  if (sounds.length > 1 || pictures.length > 1) {
    reading.complain(lineOf(row), "Mỗi từ có một [nghe](…) và một hình. Hãy bỏ bớt.");
  }
  return {
    cells: read.map(({ words }) => trimmed(inlinesOf(words, reading))),
    sound: sounds[0]?.sound ?? null,
    picture: pictures[0] ?? null,
  };
}

interface Taken {
  readonly words: readonly PhrasingContent[];
  readonly sounds: readonly { readonly sound: Sound; readonly slow: boolean }[];
  readonly pictures: readonly Picture[];
}

/** Words without the recordings and pictures of the course that stand among them. */
function taken(nodes: readonly PhrasingContent[], reading: Reading): Taken {
  const words: PhrasingContent[] = [];
  const sounds: { readonly sound: Sound; readonly slow: boolean }[] = [];
  const pictures: Picture[] = [];
  for (const node of nodes) {
    if (node.type === "link" && node.url.startsWith("media/")) {
      const label = plainText(inlinesOf(node.children, reading));
      const sound = soundAt(node.url, lineOf(node), reading);
      if (!/^nghe(?: chậm)?$/iu.test(label)) {
        reading.complain(lineOf(node), "Tệp âm thanh viết là [nghe](…) hoặc [nghe chậm](…).");
      }
      if (sound !== null) sounds.push({ sound, slow: /chậm/iu.test(label) });
    } else if (node.type === "image") {
      const picture = pictureAt(node.url, node.alt ?? "", lineOf(node), reading);
      if (picture !== null) pictures.push(picture);
    } else {
      words.push(node);
    }
  }
  return { words, sounds, pictures };
}
