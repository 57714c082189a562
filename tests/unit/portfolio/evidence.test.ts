import sharp from "sharp";
import { expect, test } from "vitest";

import { Day, valueOf } from "#app/domain/kernel/index.ts";
import { EvidenceForm } from "#app/domain/portfolio/index.ts";
import { encodePhoto } from "#app/domain/portfolio/encode-photo.server.ts";
import { dayFault } from "#app/domain/portfolio/evidence.ts";

const FORM = {
  id: "0197a000-0000-7000-8000-000000000001",
  title: "  Ghi sổ  thu chi ",
  description: "Bán rau\r\nngày chợ",
  indicators: ["7", "7", "1"],
  happenedOn: "5/9/2026",
};

test("a form is cleaned: one line of title, line breaks kept below, each indicator once", () => {
  expect(EvidenceForm.parse(FORM)).toEqual({
    ...FORM,
    title: "Ghi sổ thu chi",
    description: "Bán rau\nngày chợ",
    indicators: ["7", "1"],
    happenedOn: "2026-09-05",
  });
});

test.each([
  [{ title: "ab" }, "title-short"],
  [{ title: "a".repeat(121) }, "title-long"],
  [{ description: "a".repeat(1001) }, "description-long"],
  [{ indicators: [] }, "indicators-missing"],
  [{ happenedOn: "31/02/2026" }, "day-wrong"],
])("a form with %o is answered with %s", (fault, code) => {
  const read = EvidenceForm.safeParse({ ...FORM, ...fault });

  expect(read.error?.issues.map(({ message }) => message)).toEqual([code]);
});

test("a deed of tomorrow or of six years ago is no evidence", () => {
  const today = Day.parse("2026-11-22");

  expect(dayFault(Day.parse("2026-11-22"), today)).toBeNull();
  expect(dayFault(Day.parse("2026-11-23"), today)).toBe("in-future");
  expect(dayFault(Day.parse("2021-11-22"), today)).toBeNull();
  expect(dayFault(Day.parse("2021-11-21"), today)).toBe("too-old");
});

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: "#3a7d44" } });
}

test("a photograph is turned upright, made small, and tells neither place nor device", async () => {
  const photo = await picture(3000, 2000)
    .withExif({ IFD0: { Make: "Phone" }, IFD3: { GPSLatitude: "22/1 30/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

  const { jpeg, width, height } = valueOf(await encodePhoto(photo));
  const kept = await sharp(jpeg).metadata();

  expect([width, height]).toEqual([853, 1280]);
  expect(kept).toMatchObject({ format: "jpeg", width: 853, height: 1280 });
  expect(kept.exif).toBeUndefined();
  expect(kept.orientation).toBeUndefined();
});

test("a small picture with a clear background stays small and becomes white there", async () => {
  const clear = await sharp({
    create: { width: 20, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();

  const { jpeg, width, height } = valueOf(await encodePhoto(clear));
  const { dominant } = await sharp(jpeg).stats();

  expect([width, height]).toEqual([20, 10]);
  expect(dominant.r).toBeGreaterThan(240);
});

test.each([
  ["words", "not-a-picture", Buffer.from("không phải ảnh")],
  ["three zeros", "not-a-picture", Buffer.alloc(3)],
  [
    "a drawing",
    "picture-format",
    Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
  ],
  [
    "an iPhone's HEIC",
    "picture-format",
    Buffer.from("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "latin1"),
  ],
  ["16 MB", "picture-too-large", Buffer.alloc(16 * 1024 * 1024)],
])("%s are refused as %s", async (_, code, bytes) => {
  expect(await encodePhoto(bytes)).toEqual({ ok: false, refusal: { code } });
});

test("a phone's photograph of 50 million pixels is taken", async () => {
  const photo = await picture(8160, 6144).jpeg({ quality: 30 }).toBuffer();

  expect(valueOf(await encodePhoto(photo))).toMatchObject({ width: 1280, height: 964 });
});

test("a picture that would not fit into memory is refused before it is opened, and not for its bytes", async () => {
  const huge = await picture(9000, 8000).png({ compressionLevel: 9 }).toBuffer();

  expect(await encodePhoto(huge)).toEqual({ ok: false, refusal: { code: "picture-too-detailed" } });
});

test("a photograph as AVIF is taken", async () => {
  const photo = await picture(300, 200).avif({ effort: 0 }).toBuffer();

  expect(valueOf(await encodePhoto(photo))).toMatchObject({ width: 300, height: 200 });
});

test("an empty file is no photograph, and is told to be empty", async () => {
  expect(await encodePhoto(new Uint8Array())).toEqual({
    ok: false,
    refusal: { code: "picture-empty" },
  });
});

/** Of noise, so that its bytes are spread over its rows as a camera's are. */
function noise(progressive: boolean) {
  return sharp({
    create: {
      width: 800,
      height: 600,
      channels: 3,
      background: "#3a7d44",
      noise: { type: "gaussian", mean: 128, sigma: 30 },
    },
  })
    .jpeg({ progressive })
    .toBuffer();
}

test("a photograph that lacks its last bytes is taken as far as it goes", async () => {
  for (const progressive of [false, true]) {
    const whole = await noise(progressive);
    for (const lost of [1, 2, 40, Math.round(whole.length / 50)]) {
      const cut = whole.subarray(0, whole.length - lost);

      expect(valueOf(await encodePhoto(cut)), `${lost}`).toMatchObject({ width: 800, height: 600 });
    }
  }
});

test("a photograph of which half is missing is refused", async () => {
  const whole = await noise(false);

  expect(await encodePhoto(whole.subarray(0, whole.length / 2))).toEqual({
    ok: false,
    refusal: { code: "not-a-picture" },
  });
});
