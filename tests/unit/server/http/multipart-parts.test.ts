import fc from "fast-check";
import { expect, test } from "vitest";

import { readFormParts } from "#app/server/http/multipart-parts.server.ts";

const BOUNDARY = "----WebKitFormBoundary7MA4YWxk";
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

interface Sent {
  readonly name: string;
  readonly fileName: string | null;
  readonly content: Uint8Array;
}

function multipartOf(parts: readonly Sent[]): Buffer {
  return Buffer.concat([
    ...parts.flatMap(({ name, fileName, content }) => {
      const file = fileName === null ? "" : `; filename="${fileName}"`;
      const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`;
      return [Buffer.from(head), content, Buffer.from("\r\n")];
    }),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
}

async function* cut(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const length of lengths) {
    yield bytes.subarray(at, at + length);
    at += length;
  }
  yield bytes.subarray(at);
}

async function read(chunks: AsyncIterable<Uint8Array>, type = TYPE): Promise<readonly Sent[]> {
  const parts: Sent[] = [];
  for await (const { name, fileName, pieces } of readFormParts(chunks, type)) {
    const content: Buffer[] = [];
    for await (const piece of pieces) content.push(Buffer.from(piece));
    parts.push({ name, fileName, content: Buffer.concat(content) });
  }
  return parts;
}

/** Content that is made of what a reader could take for the end of a part. */
const content = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\r",
        "\n",
        "-",
        "--",
        "\r\n",
        `\r\n--${BOUNDARY.slice(0, -1)}`,
        `--${BOUNDARY}`,
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((texts) => texts.join("").replaceAll(`\r\n--${BOUNDARY}`, ""))
  .map((text) => new Uint8Array(Buffer.from(text)));

test("a form comes out as it was sent, wherever the network cut it", async () => {
  const part = fc.record({
    name: fc.constantFrom("title", "ảnh", "a b"),
    fileName: fc.option(fc.constantFrom("", "IMG 1.jpg", "ảnh.png")),
    content,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { maxLength: 4 }),
      fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }),
      async (parts, lengths) => {
        const got = await read(cut(multipartOf(parts), lengths));
        expect(got.map((each) => ({ ...each, content: [...each.content] }))).toEqual(
          parts.map((each) => ({ ...each, content: [...each.content] })),
        );
      },
    ),
  );
});

const text = (body: string) => cut(new Uint8Array(Buffer.from(body)), []);

test.for([
  ["nothing", ""],
  ["no boundary", "title=a"],
  [
    "a part that does not end",
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="a"\r\n\r\nb`,
  ],
  ["a part without a name", `--${BOUNDARY}\r\nContent-Type: a\r\n\r\nb\r\n--${BOUNDARY}--`],
  ["a part without a head", `--${BOUNDARY}\r\n\r\n\r\n--${BOUNDARY}--`],
  ["a boundary that goes on", `--${BOUNDARY}x\r\n\r\n\r\n--${BOUNDARY}--`],
])("what is no form is 400: %s", async ([, body = ""]) => {
  await expect(read(text(body))).rejects.toMatchObject({ status: 400 });
});

test("a body of many parts, and a head that does not end, are 413", async () => {
  const many = multipartOf(
    Array.from({ length: 1000 }, () => ({ name: "a", fileName: null, content: new Uint8Array() })),
  );
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${"a".repeat(9000)}`;

  await expect(read(cut(many, []))).rejects.toMatchObject({ status: 413 });
  await expect(read(text(head))).rejects.toMatchObject({ status: 413 });
});
