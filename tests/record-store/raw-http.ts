import { connect } from "node:net";

import { inject } from "vitest";

export interface RawAnswer {
  /** Null where the connection ended without one. */
  readonly status: number | null;
  readonly text: string;
  /** Whether the store was still waiting for more when we gave up. */
  readonly waited: boolean;
}

/** Longer than the store takes for anything that is sent here whole. */
const TIME_MILLISECONDS = 5_000;

/** Sends bytes as they are on a connection of their own and reads until the answer is whole. */
export function sendRaw(bytes: Uint8Array | string): Promise<RawAnswer> {
  const { hostname, port } = new URL(inject("recordStore").baseUrl);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    const finish = (waited: boolean) => {
      socket.destroy();
      resolve(answerIn(Buffer.concat(chunks), waited));
    };
    socket.setTimeout(TIME_MILLISECONDS, () => finish(true));
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      if (isWhole(Buffer.concat(chunks))) finish(false);
    });
    // A server that refuses early may close while we still write.
    socket.on("error", () => undefined);
    socket.on("close", () => finish(false));
    socket.write(bytes);
  });
}

function answerIn(bytes: Buffer, waited: boolean): RawAnswer {
  const text = bytes.toString("utf8");
  const status = /^HTTP\/1\.1 (\d{3})/u.exec(text)?.[1];
  return {
    status: status === undefined ? null : Number(status),
    text: text.split("\r\n\r\n").slice(1).join("\r\n\r\n"),
    waited,
  };
}

function isWhole(bytes: Buffer): boolean {
  const end = bytes.indexOf("\r\n\r\n");
  if (end === -1) return false;
  const head = bytes.subarray(0, end).toString("latin1");
  if (/transfer-encoding: chunked/iu.test(head)) {
    return bytes.subarray(-5).toString("latin1") === "0\r\n\r\n";
  }
  const length = Number(/content-length: (\d+)/iu.exec(head)?.[1] ?? "0");
  return bytes.length >= end + 4 + length;
}

/** A request of xAPI 2.0 with its head written out; the length is that of the body. */
export function requestBytes(
  line: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | string = "",
): Buffer {
  const bytes = Buffer.from(body);
  const head = [
    `${line} HTTP/1.1`,
    ...Object.entries({
      Host: "localhost",
      "X-Experience-API-Version": "2.0.0",
      "Content-Length": String(bytes.length),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`, "latin1"), bytes]);
}
