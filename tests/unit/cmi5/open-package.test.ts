import { expect, test } from "vitest";
import fc from "fast-check";

import { checkEntries, isSafeName, type ZipEntry } from "#app/domain/cmi5/package-limits.ts";
import { openPackage } from "#app/domain/cmi5/open-package.server.ts";
import { au, cmi5Xml, LIMITS, packageOf, zipOf } from "#tests/setup/course-package.ts";

const XML = cmi5Xml([au("mot")]);
const WHOLE = { "cmi5.xml": XML, "index.html": "<h1>Bài</h1>" };

async function codesOf(bytes: Uint8Array, limits = LIMITS): Promise<readonly string[]> {
  const opened = await openPackage(bytes, limits);
  return opened.ok ? [] : opened.faults.map(({ code }) => code);
}

async function filesOf(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const opened = await openPackage(bytes, LIMITS);
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults));
  const files: Record<string, string> = {};
  const broken = await opened.package.eachFile((name, content) => {
    files[name] = Buffer.from(content).toString();
    return Promise.resolve();
  });
  expect(broken).toBeNull();
  return files;
}

/** The archive with a name in it replaced by another one as long. */
function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  expect(from.length).toBe(to.length);
  return Buffer.from(Buffer.from(zip).toString("latin1").replaceAll(from, to), "latin1");
}

test("the files of an archive come out as they were put in, in the 64-bit form too", async () => {
  const zip = { ...WHOLE, "hinh/anh 1.svg": "<svg/>" };
  expect(await filesOf(await zipOf(zip))).toEqual(zip);
  expect(await filesOf(await zipOf(zip, { zip64: true }))).toEqual(zip);
});

test("what a Mac puts into an archive is left out", async () => {
  const zip = await zipOf({ ...WHOLE, "__MACOSX/._index.html": "x", "hinh/.DS_Store": "x" });
  expect(Object.keys(await filesOf(zip))).toEqual(["cmi5.xml", "index.html"]);
});

test("a lone cmi5.xml is a package of addresses elsewhere", async () => {
  const xml = cmi5Xml([au("mot", { url: "https://soan-bai.example/a.html" })]);
  const opened = await openPackage(Buffer.from(`\u{FEFF}${xml}`), LIMITS);
  expect(opened.ok && opened.package.kind).toBe("xml");
  const utf16 = Buffer.from(`\u{FEFF}${xml.replace("utf-8", "utf-16")}`, "utf16le");
  expect((await openPackage(utf16, LIMITS)).ok).toBe(true);
});

test("what is no package is told so", async () => {
  expect(await codesOf(Buffer.from("# Bài học"))).toEqual(["not-a-package"]);
  expect(await codesOf(Buffer.from("PK\u{3}\u{4} không phải zip"))).toEqual(["not-a-package"]);
  expect(await codesOf(Buffer.from([0x3c, 0xff, 0xfe]))).toEqual(["not-a-package"]);
  expect(await codesOf(new Uint8Array())).toEqual(["not-a-package"]);
});

test("an archive without its structure says so, and where it lies too deep", async () => {
  expect(await codesOf(await zipOf({ "index.html": "x" }))).toEqual(["no-course-structure"]);
  expect(await codesOf(await zipOf({ "goi/cmi5.xml": XML }))).toEqual(["course-structure-nested"]);
});

test("a name that leaves the package is refused", async () => {
  const zip = await zipOf({ ...WHOLE, "aa/bb/cc.html": "x" });
  expect(await codesOf(renamed(zip, "aa/bb/cc.html", "../../cc.html"))).toEqual(["entry-path"]);
  expect(await codesOf(renamed(zip, "aa/bb/cc.html", "/a/bb/cc.html"))).toEqual(["entry-path"]);
  expect(await codesOf(renamed(zip, "aa/bb/cc.html", "C:/bb/cc.html"))).toEqual(["entry-path"]);
  expect(await codesOf(renamed(zip, "aa/bb/cc.html", "aa\\..\\cc.html"))).toEqual(["entry-path"]);
});

test("a safe name stays below its folder, whatever the name", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom("..", ".", "", "a", "\\", "C:", "\0"), fc.string()), {
        minLength: 1,
        maxLength: 6,
      }),
      (steps) => {
        const name = steps.join("/");
        if (!isSafeName(name)) return;
        const url = new URL(`http://h/goi/x/${name.split("/").map(encodeURIComponent).join("/")}`);
        expect(url.pathname.startsWith("/goi/x/")).toBe(true);
        expect(name.startsWith("/")).toBe(false);
      },
    ),
  );
});

test("a link in the place of a file is refused", async () => {
  const zip = await zipOf(WHOLE, { mode: 0o120_777 });
  expect(await codesOf(zip)).toEqual(["entry-link", "entry-link"]);
});

test("two files of one name are refused, also when their marks are written differently", async () => {
  const zip = await zipOf({ ...WHOLE, "a1.html": "x", "a2.html": "y" });
  expect(await codesOf(renamed(zip, "a2.html", "a1.html"))).toEqual(["entry-twice"]);
  const marked = await zipOf({
    ...WHOLE,
    ["bài".normalize("NFC")]: "x",
    ["bài".normalize("NFD")]: "y",
  });
  expect(await codesOf(marked)).toEqual(["entry-twice"]);
});

test("a bomb is refused before anything of it is unpacked", async () => {
  const zip = await zipOf({ ...WHOLE, "to.bin": new Uint8Array(4 * 1024 * 1024) });
  expect(await codesOf(zip)).toEqual(["too-compressed"]);
  expect(await codesOf(zip, { ...LIMITS, unpackedMegabytes: 1 })).toContain("too-large-unpacked");
});

test("too many files are refused", async () => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${n}.txt`, "x"]));
  expect(await codesOf(await zipOf({ ...WHOLE, ...files }))).toEqual(["too-many-entries"]);
});

test("a structure that is larger than the limit is not read", async () => {
  const zip = await packageOf([au("mot", { inside: `<!-- ${"cam ".repeat(800_000)} -->` })]);
  expect(await codesOf(zip)).toContain("structure-too-large");
});

test("a password and an unknown way of packing are refused", () => {
  const entry: ZipEntry = {
    name: "cmi5.xml",
    packedBytes: 10,
    bytes: 10,
    encrypted: false,
    unixMode: 0,
    method: 8,
  };
  const codes = (change: Partial<ZipEntry>) =>
    checkEntries([{ ...entry, ...change }], LIMITS).faults.map(({ code }) => code);
  expect(codes({})).toEqual([]);
  expect(codes({ encrypted: true })).toEqual(["entry-encrypted"]);
  expect(codes({ method: 14 })).toEqual(["entry-broken"]);
});

test("a file whose bytes are not what the directory says is named", async () => {
  const zip = Buffer.from(await zipOf({ ...WHOLE, "lon.txt": "không nén được ".repeat(2) }));
  const at = zip.indexOf("lon.txt") + "lon.txt".length;
  zip[at + 4] = (zip[at + 4] ?? 0) ^ 0xff;
  const opened = await openPackage(zip, LIMITS);
  const broken = opened.ok ? await opened.package.eachFile(() => Promise.resolve()) : null;
  expect(broken).toMatchObject({ code: "entry-broken", where: "lon.txt" });
});

test("whatever bytes arrive, the answer is a package or named faults, never an error", async () => {
  const whole = Buffer.from(await zipOf(WHOLE));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
      fc.nat(whole.length),
      async (changes, cut) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const opened = await openPackage(bytes.subarray(0, cut), LIMITS);
        if (opened.ok) await opened.package.eachFile(() => Promise.resolve());
        expect(opened.ok || opened.faults.length > 0).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});
