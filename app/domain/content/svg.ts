/** Width and height of a picture in CSS pixels, or why it cannot be used (in Vietnamese). */
export type PictureSize =
  | { readonly usable: true; readonly width: number; readonly height: number }
  | { readonly usable: false; readonly why: string };

/** Measures a drawing by its `width` and `height`, else by its `viewBox`. One that could act is refused. */
export function measureSvg(text: string): PictureSize {
  const tag = /<svg\b[^>]*>/u.exec(text)?.[0];
  if (tag === undefined) return { usable: false, why: "không phải tệp SVG. Hãy xuất lại hình." };
  if (/<script\b|<foreignObject\b|\son[a-z]+\s*=|javascript:/iu.test(text)) {
    return { usable: false, why: "chứa mã lệnh. Hãy bỏ script và các thuộc tính on…." };
  }
  const [, , boxWidth, boxHeight] = (/\sviewBox="([^"]+)"/u.exec(tag)?.[1] ?? "")
    .trim()
    .split(/[\s,]+/u);
  const width = pixels(/\swidth="([^"]+)"/u.exec(tag)?.[1]) ?? pixels(boxWidth);
  const height = pixels(/\sheight="([^"]+)"/u.exec(tag)?.[1]) ?? pixels(boxHeight);
  if (width === null || height === null) {
    return { usable: false, why: "thiếu kích thước. Hãy thêm width và height, hoặc viewBox." };
  }
  return { usable: true, width, height };
}

function pixels(text: string | undefined): number | null {
  const match = /^(\d+(?:\.\d+)?)(?:px)?$/u.exec(text?.trim() ?? "");
  const value = Math.round(Number(match?.[1] ?? 0));
  return value > 0 ? value : null;
}
