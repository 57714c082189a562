import * as fontkit from "@cantoo/fontkit";
import {
  AFRelationship,
  PDFDocument,
  PDFHexString,
  PDFOperator,
  PDFOperatorNames,
  beginText,
  closePath,
  endText,
  fill,
  lineTo,
  moveText,
  moveTo,
  rectangle,
  rotateDegrees,
  pushGraphicsState,
  popGraphicsState,
  setFillingRgbColor,
  setFontAndSize,
  setLineWidth,
  setStrokingRgbColor,
  showText,
  stroke,
  translate,
  type PDFFont,
  type PDFImage,
  type PDFName,
  type PDFPage,
} from "pdf-lib";
import { runsOf, type Run } from "./accents.server.ts";
import { BLACK, SAMPLE_RED, WHITE, mm, type Colour, type Point } from "./colours.ts";
import { addLink } from "./link.server.ts";
import type { QrCode } from "./qr.ts";
import { printable, standInOf, widthOf, type Style } from "./setting.server.ts";
import { typeface, type Typeface, type TypefaceName } from "./typefaces.server.ts";

/** Width and height of a page in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export const A4_PORTRAIT: PageSize = { width: mm(210), height: mm(297) };
export const A4_LANDSCAPE: PageSize = { width: mm(297), height: mm(210) };

/** A rectangle in points, `x` and `y` of its top left corner from the page's top left corner. */
export interface Box extends Point, PageSize {}

/** One page to draw on. All places are in points from its top left corner. */
export interface Sheet extends PageSize {
  /** One line, from `x`, standing on `baseline`; it should come out of `wrap` or `fit`. */
  readonly text: (line: string, x: number, baseline: number, style: Style) => void;
  readonly rule: (from: Point, to: Point, thickness: number, colour: Colour) => void;
  readonly fillBox: (box: Box, colour: Colour) => void;
  readonly outline: (boxes: readonly Box[], thickness: number, colour: Colour) => void;
  readonly fillShapes: (shapes: readonly (readonly Point[])[], colour: Colour) => void;
  /** The dark modules fill the box; the light border lies around it. */
  readonly qr: (code: QrCode, box: Box) => void;
  readonly image: (image: PDFImage, box: Box) => void;
  /** Makes an area open an address; addresses that are not http(s) stay plain. */
  readonly link: (url: string, box: Box) => void;
}

export interface PaperFacts {
  readonly title: string;
  readonly author: string;
  /** Stands for creation and modification; null leaves both out. */
  readonly madeAt: Date | null;
  readonly typefaces: readonly TypefaceName[];
  /** Typeface of the mark "sample data" across each page; null leaves the mark out. */
  readonly sampleMark: TypefaceName | null;
}

/** A document being drawn. The same calls give the same bytes. */
export interface Paper {
  readonly sheets: readonly Sheet[];
  readonly addSheet: (size: PageSize) => Sheet;
  /** Null when the bytes are not a JPEG that can be placed. */
  readonly readJpeg: (bytes: Uint8Array) => Promise<PDFImage | null>;
  /** Puts a file into the document, for readers that show attached files. */
  readonly attach: (file: AttachedFile) => Promise<void>;
  readonly bytes: () => Promise<Uint8Array>;
}

export interface AttachedFile {
  /** ASCII alone. */
  readonly name: string;
  readonly description: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

const SAMPLE_WORDS = "DỮ LIỆU MẪU – KHÔNG CÓ GIÁ TRỊ";
/** Of the page's diagonal; it leaves the corners, where codes and signatures stand. */
const SAMPLE_REACH = 0.58;
const PRODUCER = "Nếp Học";

/** Begins a document with its facts and the typefaces it may use. */
export async function openPaper(facts: PaperFacts): Promise<Paper> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit);
  document.setTitle(printable(facts.title).replaceAll("\n", " "), { showInWindowTitleBar: true });
  document.setAuthor(printable(facts.author).replaceAll("\n", " "));
  document.setProducer(PRODUCER);
  document.setCreator(PRODUCER);
  document.setLanguage("vi-VN");
  if (facts.madeAt !== null) {
    document.setCreationDate(facts.madeAt);
    document.setModificationDate(facts.madeAt);
  }
  const pens = await makePens(document, facts.typefaces);
  const sheets: Sheet[] = [];
  return {
    sheets,
    addSheet: (size) => {
      const page = document.addPage([size.width, size.height]);
      const sheet = sheetOn(page, pens);
      if (facts.sampleMark !== null) markSample(page, pens, size, facts.sampleMark);
      sheets.push(sheet);
      return sheet;
    },
    readJpeg: (bytes) => document.embedJpg(bytes).catch(() => null),
    attach: ({ name, bytes, ...told }) =>
      document.attach(bytes, name, { ...told, afRelationship: AFRelationship.Data }),
    bytes: () => document.save(),
  };
}

interface Pen {
  readonly font: PDFFont;
  readonly face: Typeface;
  readonly encode: (line: string) => string;
}
type Pens = ReadonlyMap<TypefaceName, Pen>;

async function makePens(document: PDFDocument, names: readonly TypefaceName[]): Promise<Pens> {
  const pens = new Map<TypefaceName, Pen>();
  for (const name of names) {
    const face = typeface(name);
    const font = await document.embedFont(face.bytes, {
      subset: true,
      customName: `NEPHOC+${name}`,
    });
    const standIn = standInOf(face);
    const codes = new Map<string, string>();
    // One character at a time: no ligature or shaping may change what is copied or how wide it is.
    const codeOf = (character: string): string => {
      const known = codes.get(character);
      if (known !== undefined) return known;
      const code = font.encodeText(face.advances.has(character) ? character : standIn).asString();
      codes.set(character, code);
      return code;
    };
    pens.set(name, { font, face, encode: (line) => Array.from(line, codeOf).join("") });
  }
  return pens;
}

function penFor(pens: Pens, name: TypefaceName): Pen {
  const pen = pens.get(name);
  if (pen === undefined) throw new Error(`typeface ${name} was not asked for`);
  return pen;
}

/** Hundredths of a point are finer than any printer and keep files small. */
function places(points: number): number {
  return Math.round(points * 100) / 100;
}

function shade(part: number): number {
  return Math.round(part * 1000) / 1000;
}

function inkOf({ red, green, blue }: Colour): readonly [number, number, number] {
  return [shade(red), shade(green), shade(blue)];
}

function textWriter(page: PDFPage, pens: Pens) {
  const keys = new Map<PDFFont, PDFName>();
  return (line: string, style: Style, x: number, y: number): PDFOperator[] => {
    const { font, face, encode } = penFor(pens, style.face);
    const key = keys.get(font) ?? page.node.newFontDictionary(font.name, font.ref);
    keys.set(font, key);
    const runs = runsOf(line, face);
    const shown = [
      beginText(),
      setFillingRgbColor(...inkOf(style.colour)),
      setFontAndSize(key, places(style.size)),
      ...showRuns(runs, style.size, { x, y }, encode),
      endText(),
    ];
    return runs.length > 1 ? copiedAs(line, shown) : shown;
  };
}

/** An accent set apart from its letter would be copied apart: readers are told the line as it is (PDF 14.9.4). */
function copiedAs(line: string, shown: readonly PDFOperator[]): PDFOperator[] {
  const spoken = `<</ActualText ${PDFHexString.fromText(line).toString()}>>`;
  return [
    PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, ["/Span", spoken]),
    ...shown,
    PDFOperator.of(PDFOperatorNames.EndMarkedContent),
  ];
}

/** Each place is told as a step from the one before, as PDF has it. */
function showRuns(
  runs: readonly Run[],
  size: number,
  start: Point,
  encode: Pen["encode"],
): PDFOperator[] {
  let from: Point = { x: 0, y: 0 };
  return runs.flatMap(({ text, right, up }) => {
    const to = { x: places(start.x + right * size), y: places(start.y + up * size) };
    const step = moveText(places(to.x - from.x), places(to.y - from.y));
    from = to;
    return [step, showText(PDFHexString.of(encode(text)))];
  });
}

function boxPath(box: Box, pageHeight: number): PDFOperator {
  const [x, y] = [places(box.x), places(pageHeight - box.y - box.height)];
  return rectangle(x, y, places(box.width), places(box.height));
}

function shapePath(shape: readonly Point[], pageHeight: number): PDFOperator[] {
  const steps = shape.map(({ x, y }, at) =>
    (at === 0 ? moveTo : lineTo)(places(x), places(pageHeight - y)),
  );
  return [...steps, closePath()];
}

function sheetOn(page: PDFPage, pens: Pens): Sheet {
  const { width, height } = page.getSize();
  const write = textWriter(page, pens);
  const fillPaths = (paths: PDFOperator[], colour: Colour) => {
    page.pushOperators(setFillingRgbColor(...inkOf(colour)), ...paths, fill());
  };
  return {
    width,
    height,
    text: (line, x, baseline, style) => {
      if (line !== "") page.pushOperators(...write(line, style, x, height - baseline));
    },
    rule: (from, to, thickness, colour) => {
      page.pushOperators(
        setStrokingRgbColor(...inkOf(colour)),
        setLineWidth(thickness),
        moveTo(places(from.x), places(height - from.y)),
        lineTo(places(to.x), places(height - to.y)),
        stroke(),
      );
    },
    fillBox: (box, colour) => fillPaths([boxPath(box, height)], colour),
    outline: (boxes, thickness, colour) => {
      page.pushOperators(
        setStrokingRgbColor(...inkOf(colour)),
        setLineWidth(thickness),
        ...boxes.map((box) => boxPath(box, height)),
        stroke(),
      );
    },
    fillShapes: (shapes, colour) =>
      fillPaths(
        shapes.flatMap((shape) => shapePath(shape, height)),
        colour,
      ),
    qr: (code, box) => {
      const module = box.width / code.size;
      const quiet = code.quiet * module;
      const ground = {
        x: box.x - quiet,
        y: box.y - quiet,
        width: box.width + 2 * quiet,
        height: box.height + 2 * quiet,
      };
      fillPaths([boxPath(ground, height)], WHITE);
      const dark = code.runs.map(({ column, row, length }) =>
        rectangle(
          box.x + column * module,
          height - box.y - (row + 1) * module,
          length * module,
          module,
        ),
      );
      fillPaths(dark, BLACK);
    },
    image: (image, box) => {
      page.drawImage(image, { ...box, y: height - box.y - box.height });
    },
    link: (url, box) => {
      const bottom = height - box.y - box.height;
      addLink(page, url, [box.x, bottom, box.x + box.width, bottom + box.height].map(places));
    },
  };
}

function markSample(
  page: PDFPage,
  pens: Pens,
  { width, height }: PageSize,
  face: TypefaceName,
): void {
  const reach = Math.hypot(width, height) * SAMPLE_REACH;
  const unit: Style = { face, size: 1, colour: SAMPLE_RED };
  const style = { ...unit, size: reach / widthOf(SAMPLE_WORDS, unit) };
  const degrees = (Math.atan2(height, width) * 180) / Math.PI;
  page.pushOperators(
    pushGraphicsState(),
    translate(places(width / 2), places(height / 2)),
    rotateDegrees(degrees),
    ...textWriter(page, pens)(SAMPLE_WORDS, style, -reach / 2, -style.size / 3),
    popGraphicsState(),
  );
}
