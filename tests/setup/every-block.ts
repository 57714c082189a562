import { mkdtemp, rm, mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import sharp from "sharp";

import type { Lesson } from "#app/domain/content/index.ts";
import { type MediaFile, readCatalogue } from "#app/domain/content/index.server.ts";

import { drawing, mp3, opus, pdf } from "./course-media.ts";

const LESSON = `---
title: Bài có đủ các khối
minutes: 10
goal: Học xong, bà con đã thấy mọi khối và mọi câu hỏi.
---

Ở chợ, nhiều sạp hàng bày một ô vuông đen trắng.

![Khách giơ điện thoại quét mã.](media/hinh.svg "Gọi là quét mã.")

:::audio{vi=media/loi.mp3 hmn=media/loi-mong.opus}
Bà con chào nhau.
:::

:::steps
1. Bấm nút.

   ![Rừng cây ven đường.](media/rung.jpg)

2. Xem tên.
:::

:::dialogue{lang=en}
- **Khách:** How much is this? — Cái này bao nhiêu tiền? [nghe](media/loi.mp3) [nghe chậm](media/cham.mp3)
- **Bạn:** Fifty thousand dong. — Năm mươi nghìn đồng.
:::

:::vocabulary{lang=en}
| Từ | Cách đọc gần đúng | Nghĩa |
|---|---|---|
| rice ![Bát cơm.](media/hinh.svg) [nghe](media/loi.mp3) | rai(x) | cơm |
| tea | ti | trà |
:::

:::download{file=media/bang-gia.pdf}
Bảng giá để in.
:::

:::practice{#lam-thu}
Làm thử ở nhà.
:::

:::question{#hinh type=picture}
Hình nào có mã?

- [x] ![Hình có mã.](media/hinh.svg)
- [ ] ![Hình rừng cây.](media/rung.jpg)

> Vì sao: nhìn là biết.
:::

:::question{#nghe type=listen lang=en sound=media/loi.mp3}
Nghe xem khách nói giá nào.

- [ ] 15.000 đồng
- [x] 50.000 đồng

> Vì sao: fifty là 50.
:::

:::question{#thu-tu type=order}
Xếp các bước cho đúng thứ tự.

1. Nói giá cho khách nghe thật rõ, rồi chờ khách mở máy
2. Khách quét mã
3. Nhìn máy mình

> Vì sao: làm theo thứ tự thì không mất tiền.
:::

:::question{#noi type=match lang=en}
Chọn nghĩa cho từng từ.

| Từ | Nghĩa |
|---|---|
| hello | xin chào |
| goodbye | tạm biệt |
| sorry | xin lỗi |

> Vì sao: dùng nhiều ở chợ.
:::

:::question{#nhom type=sort}
Xếp từng thứ vào nhóm.

| Giữ kín | Cho khách xem |
|---|---|
| mã OTP | mã QR |
| mật khẩu | |

> Vì sao: mã OTP và mật khẩu là chìa khóa.
:::

:::question{#doc type=read-aloud lang=en text="How much is this?" sound=media/loi.mp3}
Nghe mẫu, đọc to lên, rồi tự so.

> Vì sao: nói nhiều thì quen.
:::
`;

export interface EveryBlock {
  readonly lesson: Lesson;
  readonly media: ReadonlyMap<string, MediaFile>;
  /** The bytes of "media/hinh.svg" and the like, and what a browser takes them for. */
  readonly files: ReadonlyMap<string, { readonly bytes: Buffer; readonly type: string }>;
}

/** A lesson with every kind of block and the questions that need more than words, recordings and all. */
export async function readEveryBlock(): Promise<EveryBlock> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const photo = await sharp({
    create: { width: 900, height: 600, channels: 3, background: "#484", noise },
  })
    .jpeg()
    .toBuffer();
  const files = new Map([
    ["media/hinh.svg", { bytes: Buffer.from(drawing()), type: "image/svg+xml" }],
    ["media/rung.jpg", { bytes: photo, type: "image/jpeg" }],
    ["media/loi.mp3", { bytes: mp3(2), type: "audio/mpeg" }],
    ["media/cham.mp3", { bytes: mp3(3), type: "audio/mpeg" }],
    ["media/loi-mong.opus", { bytes: opus(2), type: "audio/ogg" }],
    ["media/bang-gia.pdf", { bytes: pdf(), type: "application/pdf" }],
  ]);
  const directory = await mkdtemp(join(tmpdir(), "nep-hoc-every-block-"));
  try {
    const folder = join(directory, "khoa-mau");
    await mkdir(join(folder, "media"), { recursive: true });
    await writeFile(join(folder, "01-du-khoi.md"), LESSON);
    for (const [path, { bytes }] of files) await writeFile(join(folder, path), bytes);
    const { drafts } = await readCatalogue(directory, join(directory, "made"));
    const [draft] = drafts;
    const [lesson] = draft?.lessons ?? [];
    const wrong = draft?.problems.find(({ file }) => file.endsWith("01-du-khoi.md"));
    if (draft === undefined || lesson === undefined || wrong !== undefined) {
      throw new Error(`the lesson is not in order: ${JSON.stringify(wrong)}`);
    }
    return { lesson, media: draft.media, files };
  } finally {
    await rm(directory, { recursive: true });
  }
}
