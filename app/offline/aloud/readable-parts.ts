/** A sentence as it stands on a page, in one language. */
export interface ReadablePart {
  /** "vi", "en": of the nearest `lang` or `data-ear`. */
  readonly lang: string;
  readonly text: string;
  readonly mark: () => void;
  readonly unmark: () => void;
  /** Marks the word that begins at a place of `text`. */
  readonly markWord: (at: number) => void;
}

/** A piece of a text node. */
interface Piece {
  readonly node: Text;
  readonly from: number;
  readonly to: number;
}

/** Words that stand together in one line of thought and one language. */
interface Run {
  readonly around: Element;
  readonly lang: string;
  readonly nodes: Text[];
}

const NOT_READ =
  "button,audio,video,svg,select,input,textarea,.sr-only,[aria-hidden=true],[hidden]";
/** Up to a mark that ends a sentence and is followed by a space: "80.000 đồng" is not cut. */
const SENTENCE = /\S[^]*?(?:[.!?…:](?=\s)|$)/gu;

/** The sentences of a block in the order of the page; where one is longer than a line, all of it. */
export function readableParts(block: HTMLElement): readonly ReadablePart[] {
  return runsOf(block).flatMap((run) => {
    const text = run.nodes.map(({ data }) => data).join("");
    return [...text.matchAll(SENTENCE)].flatMap((found) => {
      const from = found.index ?? 0;
      const sentence = found[0].replace(/\s+/gu, " ");
      return /[\p{L}\p{N}]/u.test(sentence)
        ? [partOf(run.lang, found[0], piecesOf(run.nodes, from, from + found[0].length))]
        : [];
    });
  });
}

function runsOf(block: HTMLElement): readonly Run[] {
  const runs: Run[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || parent === null || parent.closest(NOT_READ) !== null) continue;
    const around = lineOf(parent);
    const lang = langOf(parent);
    const last = runs[runs.length - 1];
    if (last !== undefined && last.around === around && last.lang === lang) last.nodes.push(node);
    else runs.push({ around, lang, nodes: [node] });
  }
  return runs;
}

/** The nearest element that begins a line of its own. */
function lineOf(element: Element): Element {
  let line = element;
  while (line.parentElement !== null && getComputedStyle(line).display === "inline") {
    line = line.parentElement;
  }
  return line;
}

/** Of the nearest `lang`, or the nearest block: what a block does not say is Vietnamese. */
function langOf(element: Element): string {
  const named = element.closest("[lang],[data-ear]");
  return named?.getAttribute("lang") ?? (named?.getAttribute("data-ear") || "vi");
}

function piecesOf(nodes: readonly Text[], from: number, to: number): readonly Piece[] {
  let before = 0;
  return nodes.flatMap((node) => {
    const start = Math.max(from - before, 0);
    const end = Math.min(to - before, node.data.length);
    before += node.data.length;
    return start < end ? [{ node, from: start, to: end }] : [];
  });
}

function partOf(lang: string, text: string, pieces: readonly Piece[]): ReadablePart {
  let shown: readonly Shown[] = [];
  return {
    lang,
    text,
    mark() {
      shown = pieces.map((piece) => show(piece));
    },
    unmark() {
      for (const { restore } of shown) restore();
      shown = [];
    },
    markWord(at) {
      let before = 0;
      for (const { span } of shown) {
        const own = span.textContent ?? "";
        const from = at - before;
        const word = /^\S+/u.exec(own.slice(Math.max(from, 0)))?.[0];
        span.textContent = own;
        if (from >= 0 && word !== undefined && from < own.length) {
          const mark = document.createElement("mark");
          mark.textContent = word;
          span.textContent = own.slice(0, from);
          span.append(mark, own.slice(from + word.length));
        }
        before += own.length;
      }
    },
  };
}

interface Shown {
  readonly span: HTMLElement;
  readonly restore: () => void;
}

/** Stands for a text node while a piece of it is marked; the node itself comes back as it was. */
function show({ node, from, to }: Piece): Shown {
  const span = document.createElement("span");
  span.className = "ear-now";
  span.textContent = node.data.slice(from, to);
  const before = new Text(node.data.slice(0, from));
  const after = new Text(node.data.slice(to));
  node.replaceWith(before, span, after);
  return {
    span,
    restore() {
      before.remove();
      after.remove();
      span.replaceWith(node);
    },
  };
}
