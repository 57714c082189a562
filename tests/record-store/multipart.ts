import { createHash } from "node:crypto";

import { ask, type Method, type Version } from "./ask.ts";

export interface Section {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export const sha256 = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");

export const statementsSection = (json: unknown): Section => ({
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(json),
});

export function attachmentSection(
  content: string | Uint8Array,
  headers: Readonly<Record<string, string | undefined>> = {},
): Section {
  const all = {
    "Content-Type": "text/plain",
    "Content-Transfer-Encoding": "binary",
    "X-Experience-API-Hash": sha256(content),
    ...headers,
  };
  return {
    headers: Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    body: content,
  };
}

export function multipartOf(sections: readonly Section[], boundary = "ranh-gioi") {
  return Buffer.concat([
    ...sections.flatMap(({ headers, body }) => [
      Buffer.from(`--${boundary}\r\n`),
      ...Object.entries(headers).map(([name, value]) => Buffer.from(`${name}: ${value}\r\n`)),
      Buffer.from("\r\n"),
      Buffer.from(body),
      Buffer.from("\r\n"),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

interface Sending {
  readonly method?: Method;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly contentType?: string;
  readonly boundary?: string;
}

export function sendSections(version: Version, sections: readonly Section[], how: Sending = {}) {
  const { method = "POST", boundary = "ranh-gioi", query = {} } = how;
  return ask(method, "/statements", {
    version,
    query,
    headers: { "content-type": how.contentType ?? `multipart/mixed; boundary=${boundary}` },
    body: new Uint8Array(multipartOf(sections, boundary)),
  });
}

/** The parts of a multipart answer: their headers, in small letters, and their bytes. */
export function sectionsOf(bytes: Uint8Array, contentType: string): readonly Section[] {
  const boundary = /boundary="?([^";]+)"?/u.exec(contentType)?.[1] ?? "";
  const text = Buffer.from(bytes).toString("latin1");
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((section) => {
      const end = section.indexOf("\r\n\r\n");
      const headers = section
        .slice(0, end)
        .split("\r\n")
        .filter((line) => line.includes(":"))
        .map((line) => [
          line.slice(0, line.indexOf(":")).toLowerCase(),
          line.slice(line.indexOf(":") + 1).trim(),
        ]);
      return {
        headers: Object.fromEntries(headers),
        body: Buffer.from(section.slice(end + 4, -2), "latin1"),
      };
    });
}
