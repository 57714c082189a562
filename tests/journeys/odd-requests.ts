import fc from "fast-check";

import type { HtmlForm } from "./html-forms.ts";
import { type Asked, type Fields, FORM, get, urlencoded } from "./http.ts";
import { ODD_FILES, oddSegment, oddText } from "./odd-values.ts";
import { addressOf, type Route } from "./route-list.ts";

export interface Odd {
  readonly asked: Asked;
  /** Posted from a page of somebody else. */
  readonly foreign: boolean;
}

/** What is known of the product and may be mixed into any request. */
export interface Known {
  readonly fields: readonly string[];
  readonly query: readonly string[];
  readonly ids: readonly string[];
  /** Values of a parameter under which something stands. */
  readonly valuesOf: (param: string) => readonly string[];
}

const KINDS = [
  "param",
  "query",
  "method",
  "body",
  "cookie",
  "header",
  "suffix",
  "foreign",
] as const;
const oddityOf = () => fc.constantFrom(...KINDS);
const METHODS = ["HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"];
const SUFFIXES = [
  ".data",
  ".data?_routes=root",
  ".data?_routes=%00,routes%2F_index",
  ".data?index&_routes=" + "a,".repeat(2000),
  "?_data=root",
  "?_data=routes%2Ftai-khoan",
  "?index",
  "?index&index=1",
  "/",
  "//",
  "/.",
  ";a=b",
  ".json",
  "/%2e%2e/",
];

/** Text that two kinds of cookie and every header can carry. */
const ODD_HEADERS: readonly (readonly [string, string])[] = [
  ["accept-language", "vi;q=x, *;q=1e9,,,"],
  ["accept-language", "a-".repeat(2000)],
  ["accept-encoding", "br;q=NaN, gzip;q=-1, \u00E9"],
  ["accept", "application/json"],
  ["accept", "*/*;q=\u00FF"],
  ["range", "bytes=99999999-"],
  ["range", "bytes=-0,x"],
  ["if-none-match", '*, W/"", "'],
  ["if-modified-since", "hôm qua"],
  ["x-forwarded-host", "evil.example"],
  ["x-forwarded-host", "[:99999999"],
  ["x-forwarded-host", "a:99999999"],
  ["x-forwarded-host", "a b, c/d?e#f"],
  ["x-forwarded-proto", "javascript"],
  ["x-forwarded-for", "%00, \u00E9"],
  ["host", "a b"],
  ["host", "["],
  ["host", "a/b?c"],
  ["host", "localhost:99999999"],
  ["user-agent", "Googlebot/2.1"],
  ["referer", "\u00FF"],
  ["x-http-method-override", "DELETE"],
  ["x-remix-redirect", "//evil.example"],
].map(([name = "", value = ""]) => [name, Buffer.from(value).toString("latin1")]);

const base64 = (value: unknown) => encodeURIComponent(btoa(JSON.stringify(value)));
const ODD_COOKIES = [
  "phien=",
  "phien=%00",
  "phien=%ff%E0%A4%A",
  `phien=${"a".repeat(8000)}`,
  "phien=a; phien=b; phien",
  "phien=__proto__",
  "=;;;==; ;",
  "thiet-bi=%",
  "thiet-bi=a; phien=a",
  `thiet-bi=${"a".repeat(8000)}`,
  `thiet-bi=${base64(null)}`,
  `thiet-bi=${base64(7)}`,
  `thiet-bi=${base64({ deviceId: 5, marks: "x" })}`,
  `thiet-bi=${base64({ deviceId: "\0", accounts: [null, {}, "\0"] })}`,
];

const FOREIGN: readonly Readonly<Record<string, string>>[] = [
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: "x" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site", origin: "https://a.evil.example" },
];

/** Requests to one route, each odd in one way and otherwise such that they lead somewhere. */
export function oddRequest(route: Route, cookie: string | null, known: Known): fc.Arbitrary<Odd> {
  const { ids } = known;
  return fc.gen().map((draw): Odd => {
    const oddity = draw(oddityOf);
    const path = addressOf(route, (param) =>
      oddity === "param" ? draw(() => oddSegment) : draw(fc.constantFrom, ...known.valuesOf(param)),
    );
    const plain = get(path, cookie);
    const headers = (more: Readonly<Record<string, string>>) => ({ ...plain.headers, ...more });
    switch (oddity) {
      case "param":
        return own({ ...plain, method: draw(fc.constantFrom, "GET", "GET", "POST") });
      case "query":
        return own({ ...plain, path: `${path}?${draw(oddQuery, known)}` });
      case "method":
        return own({ ...plain, method: draw(fc.constantFrom, ...METHODS) });
      case "body":
        return own({ ...plain, method: "POST", ...draw(oddBody, known, plain.headers) });
      case "cookie": {
        const odd = draw(fc.constantFrom, ...ODD_COOKIES);
        const both = draw(fc.boolean) && cookie !== null ? `${odd}; ${cookie}` : odd;
        const method = draw(fc.constantFrom, "GET", "POST");
        return own({ ...plain, method, headers: headers({ cookie: both }) });
      }
      case "header": {
        const [name, value] = draw(fc.constantFrom, ...ODD_HEADERS);
        return own({ ...plain, headers: headers({ [name]: value }) });
      }
      case "suffix": {
        const method = draw(fc.constantFrom, "GET", "GET", "POST");
        return own({ ...plain, method, path: path + draw(fc.constantFrom, ...SUFFIXES) });
      }
      case "foreign": {
        const fields: Fields = known.fields.map((name) => [name, draw(oddText, ids)]);
        const from = draw(fc.constantFrom, ...FOREIGN);
        return {
          foreign: true,
          asked: {
            path: path + draw(fc.constantFrom, "", ".data", "?index"),
            method: draw(fc.constantFrom, "POST", "PUT", "PATCH", "DELETE"),
            headers: headers({ ...from, "content-type": FORM }),
            body: urlencoded(fields),
          },
        };
      }
    }
  });
}

function own(asked: Asked): Odd {
  return { asked, foreign: false };
}

function oddQuery(known: Known): fc.Arbitrary<string> {
  const pair = fc.tuple(fc.constantFrom(...known.query), oddText(known.ids));
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .array(pair, { minLength: 1, maxLength: 6 })
        .map((pairs) => new URLSearchParams(pairs).toString().slice(0, 12_000)),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...known.query), oddSegment)
        .map((named) => named.join("=")),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...known.query).map((name) => `${name}[]=a&${name}[b]=c`),
    },
    { weight: 1, arbitrary: fc.constantFrom("&&&=", "?", "%", "%00", "=".repeat(9000), "#") },
  );
}

type Sent = Pick<Asked, "headers" | "body" | "chunked">;

function oddBody(known: Known, headers: Asked["headers"]): fc.Arbitrary<Sent> {
  const typed = (type: string, body: Uint8Array): Sent => ({
    headers: { ...headers, "content-type": type },
    body,
  });
  const filled = fc
    .array(oddText(known.ids), { minLength: known.fields.length, maxLength: known.fields.length })
    .map((values) => known.fields.map((name, index) => [name, values[index] ?? ""] as const));
  const raw = fc.constantFrom(
    ...["", "%", "a=%zz&%00=%ff", "=&=&&", "\0\0\0", "a", "a=b".repeat(700_000)].map((text) =>
      Buffer.from(text),
    ),
  );
  const twice = filled.map((fields) => [...fields, ...fields.toReversed()]);
  const multipart = fc
    .tuple(filled, fc.constantFrom(...ODD_FILES), fc.nat())
    .map(([fields, file, cut]) => ({ whole: multipartOf(fields, file), cut }));
  const types = [
    "application/json",
    "text/plain",
    "multipart/form-data",
    "\u00E9",
    "",
    `${FORM}; charset=x`,
  ];
  return fc.oneof(
    { weight: 4, arbitrary: filled.map((fields) => typed(FORM, urlencoded(fields))) },
    { weight: 1, arbitrary: twice.map((fields) => typed(FORM, urlencoded(fields))) },
    { weight: 1, arbitrary: raw.map((body) => typed(FORM, body)) },
    { weight: 3, arbitrary: multipart.map(({ whole }) => typed(MULTIPART, whole)) },
    {
      weight: 1,
      arbitrary: multipart.map(({ whole, cut }) =>
        typed(MULTIPART, whole.subarray(0, cut % whole.length)),
      ),
    },
    { weight: 1, arbitrary: raw.map((body) => typed(MULTIPART, body)) },
    { weight: 1, arbitrary: multipart.map(({ whole }) => typed(`${MULTIPART}y`, whole)) },
    {
      weight: 1,
      arbitrary: filled.map((fields) => ({ ...typed(FORM, urlencoded(fields)), chunked: true })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...types), fc.json())
        .map(([type, text]) => typed(type, Buffer.from(text))),
    },
  );
}

/** A form of a page with some of its values turned odd, as an attacker with that page would post it. */
export function oddForm(
  form: HtmlForm,
  cookie: string | null,
  ids: readonly string[],
): fc.Arbitrary<Odd> {
  const names = [...new Set(form.fields.map(([name]) => name))];
  return fc.gen().map((draw): Odd => {
    const way = draw(
      fc.constantFrom,
      "whole",
      "one odd",
      "one odd",
      "one missing",
      "twice",
      "all odd",
    );
    const victim = draw(fc.constantFrom, ...names, "");
    const fields = names.flatMap((name): Fields => {
      const values = form.fields.flatMap(([each, value]) => (each === name ? [value] : []));
      const value = draw(fc.constantFrom, ...values);
      if (way === "one missing" && name === victim) return [];
      if (way === "twice") return [...values, value].map((each) => [name, each]);
      const isOdd = way === "all odd" || (way === "one odd" && name === victim);
      const typed = value === "" && draw(fc.boolean) ? "Chữ đã viết" : value;
      return [[name, isOdd ? draw(oddText, ids) : typed]];
    });
    const plain = get(form.path, cookie);
    const multipart = form.multipart && draw(fc.boolean);
    const type = multipart ? MULTIPART : FORM;
    const body = multipart
      ? multipartOf(fields, draw(fc.constantFrom, ...ODD_FILES))
      : urlencoded(fields);
    return own({
      ...plain,
      method: "POST",
      headers: { ...plain.headers, "content-type": type },
      body,
    });
  });
}

const BOUNDARY = "ranh-gioi";
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

function multipartOf(fields: Fields, file: Uint8Array): Uint8Array {
  const part = (name: string, more: string) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
  return Buffer.concat([
    ...fields
      .filter(([name]) => name !== "photo")
      .map(([name, value]) => Buffer.from(`${part(name, "")}${value}\r\n`)),
    Buffer.from(part("photo", '; filename="anh.jpg"\r\nContent-Type: image/jpeg')),
    file,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
}

/** For the report: who asked what, short enough to read. */
export function describe(who: string, { method, path, headers, body }: Asked): string {
  const { cookie = "", "content-type": type = "", accept: _, ...rest } = headers;
  const about = JSON.stringify({ ...rest, type, cookie: cookie.slice(0, 30) });
  const sent = body === null ? "" : Buffer.from(body).toString("latin1", 0, 1500);
  return `${who}: ${method} ${path.slice(0, 300)} ${about} ${JSON.stringify(sent)}`;
}
