import { expect, test } from "vitest";

import { ask, newId, VERSIONS } from "./ask.ts";
import { NEW, newPlace, pathOf } from "./document-kinds.ts";
import { keptRows } from "./kept-rows.ts";

import { AGENT, SITE, statementWith, VERB } from "./statements.ts";

const JSON_TYPE = { "content-type": "application/json" };
const MEBIBYTE = 1024 * 1024;

/** A statement with something raw where its response would be. */
const around = (raw: string): string =>
  JSON.stringify(statementWith({ result: { response: "@" } })).replace('"@"', raw);
const inExtension = (raw: string): string =>
  JSON.stringify(statementWith({ result: { extensions: { [`${SITE}/x`]: "@" } } })).replace(
    '"@"',
    raw,
  );
const encoded = (text: string) => new TextEncoder().encode(text);

/** Bytes in the place of the one text "@". */
function withBytes(text: string, bytes: readonly number[]): Uint8Array<ArrayBuffer> {
  const at = text.indexOf("@@");
  return new Uint8Array([...encoded(text.slice(0, at)), ...bytes, ...encoded(text.slice(at + 2))]);
}

const named = JSON.stringify(statementWith({ result: { response: "@@" } }));
const twice = (json: string, key: string): string => {
  const start = json.indexOf(`"${key}":`);
  return `${json.slice(0, start)}"${key}":1,${json.slice(start)}`;
};
const rich = JSON.stringify(
  statementWith({
    actor: { objectType: "Group", member: [{ ...AGENT, name: "My" }] },
    verb: { ...VERB, display: { vi: "học" } },
    object: { id: `${SITE}/1`, definition: { name: { en: "One" }, type: `${SITE}/lesson` } },
    result: { score: { raw: 1 }, extensions: { [`${SITE}/x`]: { deep: [{ deeper: 1 }] } } },
    context: { platform: "x", contextActivities: { parent: [{ id: `${SITE}/p` }] } },
  }),
);

const BODIES: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
  "a byte that no UTF-8 has": withBytes(named, [0xff]),
  "a cut sequence of UTF-8": withBytes(named, [0xe1, 0xba]),
  "an overlong sequence of UTF-8": withBytes(named, [0xc0, 0xaf]),
  "a surrogate encoded as UTF-8": withBytes(named, [0xed, 0xa0, 0x80]),
  "beyond the last character of Unicode": withBytes(named, [0xf5, 0x80, 0x80, 0x80]),
  "UTF-16": new Uint8Array(Buffer.from(named, "utf16le")),
  "a byte order mark": `\uFEFF${named}`,
  "Latin-1": new Uint8Array(Buffer.from(named.replace("@@", "h\u00f3c"), "latin1")),
  "cut JSON": named.slice(0, -5),
  nothing: "",
  "white space": " \n",
  "two values": `${named}${named}`,
  "a trailing comma": named.replace(/\}$/u, ",}"),
  comments: `/* x */${named}`,
  "single quotes": named.replaceAll('"', "'"),
  "a raw line break in a text": around('"a\nb"'),
  "a raw zero character": around('"a\u0000b"'),
  "an escaped zero character": around(String.raw`"a\u0000b"`),
  "an escaped zero character in an extension": inExtension(String.raw`"a\u0000b"`),
  "an escaped zero character in a key": inExtension(String.raw`{"a\u0000b":1}`),
  "half of a surrogate pair": around(String.raw`"a\ud83d"`),
  "the other half": around(String.raw`"\ude00a"`),
  "both halves in the wrong order": around(String.raw`"\ude00\ud83d"`),
  "half of a surrogate pair in an extension's key": inExtension(String.raw`{"\ud83d":1}`),
  "a number beyond a double": inExtension("1e999"),
  "a number below a double": inExtension("-1e999"),
  "a number with a leading zero": inExtension("01"),
  "a number that is hexadecimal": inExtension("0x10"),
  "no number": inExtension("NaN"),
  infinite: inExtension("Infinity"),
  "a hundred thousand lists": `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  "a hundred thousand objects": `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
  "a hundred thousand lists in an extension": inExtension(
    `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  ),
  "a thousand lists, never closed": "[".repeat(1000),
  ...Object.fromEntries(
    [
      "id",
      "actor",
      "member",
      "mbox",
      "verb",
      "vi",
      "definition",
      "en",
      "raw",
      "deeper",
      "parent",
    ].map((key) => [`the key ${key} twice`, twice(rich, key)]),
  ),
  "a key twice, once escaped": rich.replace('"actor":', String.raw`"\u0061ctor":1,"actor":`),
  "an escape that is none": around(String.raw`"\x41"`),
  "a prototype": rich.replace("{", '{"__proto__":{"x":1},'),
  "a list of nothing but null": "[null]",
};

test.for(VERSIONS)(
  "a malformed body is a 4xx that says why, and nothing is kept (%s)",
  async (version) => {
    const before = await keptRows();
    const wrong: string[] = [];
    for (const [name, body] of Object.entries(BODIES)) {
      const sendings = [
        await ask("POST", "/statements", { version, body, headers: JSON_TYPE }),
        await ask("PUT", "/statements", {
          version,
          body,
          headers: JSON_TYPE,
          query: { statementId: newId() },
        }),
      ];
      for (const { status, text } of sendings) {
        if (status < 400 || status >= 500) wrong.push(`${name}: ${status}`);
        else if (text.trim().length < 5) wrong.push(`${name}: ${status} without a word`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await keptRows()).toEqual(before);
  },
);

test("a text of 10 MB is kept or refused as too large, never a fault", async () => {
  const before = await keptRows();
  const long = "x".repeat(10 * MEBIBYTE);
  const bodies = {
    "a response": JSON.stringify(statementWith({ result: { response: long } })),
    "a name": JSON.stringify(statementWith({ actor: { ...AGENT, name: long } })),
    "an id": JSON.stringify({ ...statementWith(), id: long }),
    "a verb": JSON.stringify(statementWith({ verb: { id: `${SITE}/${long}` } })),
    "an unknown key": JSON.stringify(statementWith({ [long]: 1 })),
    "no JSON at all": long,
    escapes: `"${String.raw`\u0041`.repeat((10 * MEBIBYTE) / 6)}"`,
    quotes: '"'.repeat(10 * MEBIBYTE),
    backslashes: "\\".repeat(10 * MEBIBYTE),
  };
  for (const [name, body] of Object.entries(bodies)) {
    const { status, text } = await ask("POST", "/statements", { body, headers: JSON_TYPE });
    expect([400, 413], name).toContain(status);
    expect(text.length, name).toBeGreaterThan(4);
    // The fault is named, not sent back whole.
    expect(text.length, name).toBeLessThan(4000);
  }
  expect(await keptRows()).toEqual(before);
});

test("a document may be any bytes, but what is called JSON must be JSON that can be kept", async () => {
  const before = await keptRows();
  const wrong: string[] = [];
  const bodies = {
    "a byte that no UTF-8 has": new Uint8Array([0x7b, 0xff, 0x7d]),
    "a byte in a text that no UTF-8 has": withBytes('{"x":"@@"}', [0xff]),
    "a surrogate in a text, encoded as UTF-8": withBytes('{"x":"@@"}', [0xed, 0xa0, 0x80]),
    "cut JSON": '{"x":',
    "a hundred thousand lists": `{"x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    "a key twice": '{"x":1,"x":2}',
    nothing: "",
  };
  for (const kind of ["state", "agent profile", "activity profile"] as const) {
    for (const [name, body] of Object.entries(bodies)) {
      for (const method of ["POST", "PUT"] as const) {
        const { status, text } = await ask(method, pathOf(kind), {
          query: newPlace(kind),
          headers: { ...JSON_TYPE, ...NEW },
          body,
        });
        if (status < 400 || status >= 500 || text === "") {
          wrong.push(`${method} ${kind}, ${name}: ${status}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(await keptRows()).toEqual(before);
});
