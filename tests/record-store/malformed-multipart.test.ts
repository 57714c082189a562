import { expect, test } from "vitest";

import { ask, authorization, newId, VERSIONS } from "./ask.ts";
import { keptRows } from "./kept-rows.ts";
import {
  attachmentSection,
  multipartOf,
  type Section,
  sendSections,
  sha256,
  statementsSection,
} from "./multipart.ts";
import { sendRaw } from "./raw-http.ts";
import { type Sent, SITE, statementWith } from "./statements.ts";

const CONTENT = "Bài viết của Mỷ";
const withFile = (): Sent =>
  statementWith({
    attachments: [
      {
        usageType: `${SITE}/paper`,
        display: { vi: "Bài viết" },
        contentType: "text/plain",
        length: Buffer.from(CONTENT).length,
        sha2: sha256(CONTENT),
      },
    ],
  });

const first = () => statementsSection(withFile());
const file = () => attachmentSection(CONTENT);
const headed = (section: Section, headers: Section["headers"]): Section => ({
  ...section,
  headers: { ...section.headers, ...headers },
});
const inner = () => ({
  headers: {
    "Content-Type": "multipart/mixed; boundary=trong",
    "Content-Transfer-Encoding": "binary",
    "X-Experience-API-Hash": sha256(CONTENT),
  },
  body: new Uint8Array(multipartOf([file()], "trong")),
});

const SECTIONS: Readonly<Record<string, () => readonly Section[]>> = {
  "no part": () => [],
  "the file alone": () => [file()],
  "the file before the statements": () => [file(), first()],
  "a file that nobody named": () => [first(), file(), attachmentSection("thừa")],
  "no file": () => [first()],
  "no hash": () => [first(), attachmentSection(CONTENT, { "X-Experience-API-Hash": undefined })],
  "the hash of another": () => [
    first(),
    attachmentSection(CONTENT, { "X-Experience-API-Hash": sha256("x") }),
  ],
  "a hash that is none": () => [
    first(),
    attachmentSection(CONTENT, { "X-Experience-API-Hash": "../../../etc/passwd" }),
  ],
  "the content of another": () => [first(), { ...attachmentSection("x"), headers: file().headers }],
  base64: () => [
    first(),
    { ...headed(file(), { "Content-Transfer-Encoding": "base64" }), body: "QmFp" },
  ],
  "no encoding": () => [
    first(),
    attachmentSection(CONTENT, { "Content-Transfer-Encoding": undefined }),
  ],
  nested: () => [first(), inner()],
  "nested at first": () => [
    {
      headers: { "Content-Type": "multipart/mixed; boundary=trong" },
      body: multipartOf([first(), file()], "trong"),
    },
  ],
  "statements of no type": () => [{ ...first(), headers: {} }, file()],
  "statements as text": () => [headed(first(), { "Content-Type": "text/plain" }), file()],
  "statements that are cut": () => [{ ...first(), body: '{"id":' }, file()],
  "statements with a byte that no UTF-8 has": () => [
    { ...first(), body: new Uint8Array([0x7b, 0xff, 0x7d]) },
    file(),
  ],
  "statements in two parts": () => [first(), first(), file()],
  "a thousand headers": () => [
    first(),
    headed(file(), Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`X-${n}`, "x"]))),
  ],
  "a header of 1 MB": () => [first(), headed(file(), { "X-Long": "x".repeat(1_000_000) })],
  "a thousand parts": () => [
    first(),
    ...Array.from({ length: 1000 }, (_, n) => attachmentSection(String(n))),
  ],
};

test.for(VERSIONS)(
  "a malformed multipart body is a 4xx that says why, and nothing is kept (%s)",
  async (version) => {
    const before = await keptRows();
    const wrong: string[] = [];
    for (const [name, sections] of Object.entries(SECTIONS)) {
      for (const how of [{}, { method: "PUT", query: { statementId: newId() } }] as const) {
        const { status, text } = await sendSections(version, sections(), how);
        if (status < 400 || status >= 500) wrong.push(`${name}: ${status}`);
        else if (text.trim().length < 5) wrong.push(`${name}: ${status} without a word`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await keptRows()).toEqual(before);
  },
);

const good = () => multipartOf([first(), file()]).toString("latin1");

/** Whole bodies that are no multipart document, or one that ends too soon. */
const BODIES: Readonly<Record<string, () => string>> = {
  nothing: () => "",
  "no boundary": () => JSON.stringify(withFile()),
  "never closed": () => good().replace(/--ranh-gioi--\r\n$/u, ""),
  "cut in a file": () => good().slice(0, -40),
  "cut in a head": () => good().slice(0, 30),
  "line feeds alone": () => good().replaceAll("\r\n", "\n").slice(0, 50),
  "another boundary": () => good().replaceAll("--ranh-gioi", "--khac"),
  "the end at the start": () => `--ranh-gioi--\r\n${good()}`,
  "no line between head and content": () => good().replaceAll("\r\n\r\n", "\r\n"),
  "a head that is none": () => good().replaceAll(": ", " "),
};

const TYPES = [
  "multipart/mixed",
  "multipart/mixed;",
  "multipart/mixed; boundary",
  "multipart/mixed; boundary=",
  'multipart/mixed; boundary=""',
  'multipart/mixed; boundary="ranh-gioi',
  `multipart/mixed; boundary=${"x".repeat(71)}`,
  "multipart/form-data; boundary=ranh-gioi",
  "multipart/related; boundary=ranh-gioi",
  "multipart/; boundary=ranh-gioi",
];

async function send(type: string, body: string) {
  const bytes = new Uint8Array(Buffer.from(body, "latin1"));
  const headers = { "content-type": type };
  const { status, text } = await ask("POST", "/statements", { headers, body: bytes });
  return status >= 400 && status < 500 && text.length > 4 ? null : status;
}

test("what is no multipart document, or has no boundary, is a 4xx that says why", async () => {
  const before = await keptRows();
  const wrong: string[] = [];
  for (const [name, body] of Object.entries(BODIES)) {
    const status = await send("multipart/mixed; boundary=ranh-gioi", body());
    if (status !== null) wrong.push(`${name}: ${status}`);
  }
  for (const type of TYPES) {
    const status = await send(type, good());
    if (status !== null) wrong.push(`${type}: ${status}`);
  }
  expect(wrong).toEqual([]);
  expect(await keptRows()).toEqual(before);
});

test("a file that is too large is refused as such, and nothing of it is kept", async () => {
  const before = await keptRows();
  const large = Buffer.alloc(40 * 1024 * 1024, 1);
  const statement = statementWith({
    attachments: [
      {
        usageType: `${SITE}/film`,
        display: { vi: "Phim" },
        contentType: "video/mp4",
        length: large.length,
        sha2: sha256(large),
      },
    ],
  });
  const answer = await sendSections("2.0.0", [
    statementsSection(statement),
    attachmentSection(large),
  ]);
  expect([answer.status, answer.text !== ""]).toEqual([413, true]);
  expect(await keptRows()).toEqual(before);
});

test("XAPI-00328 a statement or a document that is too large is 413", async () => {
  const before = await keptRows();
  const long = "x".repeat(40 * 1024 * 1024);
  const headers = { "content-type": "application/json" };
  const statement = await ask("POST", "/statements", {
    headers,
    body: JSON.stringify(statementWith({ result: { response: long } })),
  });
  const agent = JSON.stringify({ account: { homePage: SITE, name: newId() } });
  const document = await ask("PUT", "/agents/profile", {
    query: { agent, profileId: "x" },
    headers: { ...headers, "if-none-match": "*" },
    body: JSON.stringify({ long }),
  });
  expect([statement.status, document.status]).toEqual([413, 413]);
  expect(await keptRows()).toEqual(before);
});

test("what grows too large while it comes is 413 as well, not a broken connection", async () => {
  const before = await keptRows();
  const chunk = Buffer.concat([
    Buffer.from("100000\r\n"),
    Buffer.alloc(0x10_00_00, "x"),
    Buffer.from("\r\n"),
  ]);
  const head = [
    "POST /xapi/statements HTTP/1.1",
    "Host: localhost",
    `Authorization: ${authorization()}`,
    "X-Experience-API-Version: 2.0.0",
    "Content-Type: application/json",
    "Transfer-Encoding: chunked",
  ];
  const body = Array.from({ length: 40 }, () => chunk);
  const bytes = Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), ...body]);
  const { status, text } = await sendRaw(Buffer.concat([bytes, Buffer.from("0\r\n\r\n")]));
  expect([status, text !== ""]).toEqual([413, true]);
  expect(await keptRows()).toEqual(before);
});
