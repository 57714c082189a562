import type { Page } from "playwright-core";

import { press } from "./visitor.ts";

/** As an officer of the province who has the list of packages open: fills in the form and sends it. */
export async function uploadPackage(page: Page, bytes: Uint8Array, name: string): Promise<void> {
  await page.setInputFiles("#tep", {
    name,
    mimeType: "application/zip",
    buffer: Buffer.from(bytes),
  });
  await page.getByLabel("Nhóm nội dung").selectOption("agriculture");
  await page.getByLabel("Thời lượng danh nghĩa").fill("40");
  await press(page, page.getByRole("button", { name: "Tải lên và kiểm tra" }));
}
