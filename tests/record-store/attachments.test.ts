import { randomBytes } from "node:crypto";

import { expect, test } from "vitest";

import { ask, at, newId, objectOf, type Part, type Version, VERSIONS } from "./ask.ts";
import {
  attachmentSection,
  type Section,
  sectionsOf,
  sendSections,
  sha256,
  statementsSection,
} from "./multipart.ts";
import { testRequirements } from "./requirements.ts";
import { get, isKept, post, put, SHA2, SITE, statementWith, stored } from "./statements.ts";

const LINKED = {
  usageType: `${SITE}/paper`,
  display: { vi: "Bài viết" },
  contentType: "text/plain",
  length: 5,
  sha2: SHA2,
  fileUrl: `${SITE}/bai.txt`,
};

const linked = (parts: Part): Part => ({ attachments: [{ ...LINKED, ...parts }] });
const each = (key: string, values: readonly unknown[]): Readonly<Record<string, Part>> =>
  Object.fromEntries(
    values.map((value) => [JSON.stringify(value) ?? "none", linked({ [key]: value })]),
  );

/** What an attachment sent along says of its content. */
const describing = (content: string | Uint8Array, parts: Part = {}): Part => ({
  usageType: `${SITE}/paper`,
  display: { vi: "Bài viết" },
  contentType: "text/plain",
  length: Buffer.from(content).length,
  sha2: sha256(content),
  ...parts,
});

const withFile = (content: string | Uint8Array, parts: Part = {}) =>
  statementWith({ attachments: [describing(content, parts)] });

testRequirements([
  {
    number: "XAPI-00025",
    says: "attachments are a list of attachments",
    takes: { none: { attachments: [] }, two: { attachments: [LINKED, LINKED] } },
    refuses: {
      "not in a list": { attachments: LINKED },
      text: { attachments: ["x"] },
      "a number": { attachments: 5 },
      empty: { attachments: [{}] },
    },
  },
  {
    number: "XAPI-00102",
    says: "a length is a whole number",
    takes: each("length", [0, 5]),
    refuses: each("length", [undefined, "5", 1.5, -1, {}, true]),
  },
  {
    number: "XAPI-00103",
    says: "a sha2 is a text, a hash",
    refuses: each("sha2", [undefined, 5, {}, "abc", "z".repeat(64)]),
  },
  {
    number: "XAPI-00104",
    says: "a fileUrl is an IRL",
    refuses: each("fileUrl", ["bai.txt", "", 5, {}]),
  },
  {
    number: "XAPI-00105",
    says: "a contentType is a media type",
    takes: each("contentType", ["text/plain; charset=utf-8", "application/vnd.a+json"]),
    refuses: each("contentType", [undefined, "text", "", 5, {}, "text/", "/plain"]),
  },
  {
    number: "XAPI-00106",
    says: "a display is a language map, and so is a description",
    takes: each("description", [{ vi: "Một bài" }, {}]),
    refuses: {
      ...each("display", [undefined, "x", { vi: 5 }, { "no language": "x" }, ["x"]]),
      ...Object.fromEntries(
        ["x", { vi: 5 }, 5].map((description) => [
          `description ${JSON.stringify(description)}`,
          linked({ description }),
        ]),
      ),
    },
  },
  {
    number: "XAPI-00107",
    says: "a usageType is an IRI",
    refuses: each("usageType", [undefined, "paper", "", 5, {}]),
  },
]);

async function refuses(version: Version, sections: readonly Section[], how = {}) {
  const { status, text } = await sendSections(version, sections, how);
  return [status, text !== ""];
}

test.for(VERSIONS)(
  "XAPI-00127 statements come as application/json or multipart/mixed (%s)",
  async (version) => {
    const statement = statementWith({ attachments: [LINKED] });
    const body = JSON.stringify(statement);
    for (const type of [
      "multipart/form-data; boundary=ranh-gioi",
      "text/plain",
      "application/xml",
      "application/octet-stream",
    ]) {
      const headers = { "content-type": type };
      const answer = await ask("POST", "/statements", { version, headers, body });
      expect(answer.status, type).toBe(400);
    }
    expect(
      await refuses(version, [statementsSection(statement)], {
        contentType: "multipart/form-data; boundary=ranh-gioi",
      }),
    ).toEqual([400, true]);
    expect(await isKept(version, statement.id)).toBe(false);
    const [linkedOne, plain] = [statementWith({ attachments: [LINKED] }), statementWith()];
    expect((await post(version, linkedOne)).status).toBe(200);
    expect((await post(version, plain)).status).toBe(200);
    const charset = { "content-type": "application/json; charset=utf-8" };
    const json = JSON.stringify(statementWith());
    const answer = await ask("POST", "/statements", { version, headers: charset, body: json });
    expect(answer.status).toBe(200);
  },
);

test.for(VERSIONS)(
  "2.0 §4.1.3 a multipart document may hold no attachment, or such with a fileUrl alone (%s)",
  async (version) => {
    const statements = [statementWith(), statementWith({ attachments: [LINKED] })];
    for (const json of [
      ...statements,
      [statementWith(), statementWith({ attachments: [LINKED] })],
    ]) {
      expect((await sendSections(version, [statementsSection(json)])).status).toBe(200);
    }
  },
);

test.for(VERSIONS)("XAPI-00128 a part that is no attachment is refused (%s)", async (version) => {
  const content = "Bài viết của Mỷ";
  const statement = withFile(content);
  const sections = [statementsSection(statement), attachmentSection(content)];
  expect(await refuses(version, [...sections, attachmentSection("thừa")])).toEqual([400, true]);
  const extraJson = { headers: { "Content-Type": "application/json" }, body: "{}" };
  expect(await refuses(version, [...sections, extraJson])).toEqual([400, true]);
  expect(await isKept(version, statement.id)).toBe(false);
});

test.for(VERSIONS)(
  "XAPI-00129 an attachment without fileUrl comes with its data, or is refused (%s)",
  async (version) => {
    const statement = withFile("Bài viết");
    expect((await post(version, statement)).status).toBe(400);
    expect((await put(version, statement)).status).toBe(400);
    expect(await refuses(version, [statementsSection(statement)])).toEqual([400, true]);
    const two = statementWith({ attachments: [describing("một"), describing("hai")] });
    const half = [statementsSection(two), attachmentSection("một")];
    expect(await refuses(version, half)).toEqual([400, true]);
    expect(await isKept(version, statement.id)).toBe(false);
  },
);

test.for(VERSIONS)(
  "XAPI-00130 XAPI-00131 parts are set apart by the boundary (%s)",
  async (version) => {
    const content = "Bài viết";
    const statement = withFile(content);
    const sections = [statementsSection(statement), attachmentSection(content)];
    for (const contentType of [
      "multipart/mixed",
      "multipart/mixed; boundary=",
      "multipart/mixed; boundary=khac",
      "multipart/mixed; ranh-gioi",
    ]) {
      expect(await refuses(version, sections, { contentType }), contentType).toEqual([400, true]);
    }
    expect(await isKept(version, statement.id)).toBe(false);
    const quoted = {
      boundary: "a b'()+_,-./:=?",
      contentType: `multipart/mixed; boundary="a b'()+_,-./:=?"`,
    };
    expect((await sendSections(version, sections, quoted)).status).toBe(200);
  },
);

test.for(VERSIONS)(
  "XAPI-00132 each further part says a hash that a statement has (%s)",
  async (version) => {
    const content = "Bài viết";
    const statement = withFile(content);
    const first = statementsSection(statement);
    for (const hash of [undefined, sha256("khác"), "", "abc", SHA2]) {
      const part = attachmentSection(content, { "X-Experience-API-Hash": hash });
      expect(await refuses(version, [first, part]), hash).toEqual([400, true]);
    }
    // The hash is said right, but it is not the hash of what was sent.
    const lying = { ...attachmentSection("Bài khác"), headers: attachmentSection(content).headers };
    expect(await refuses(version, [first, lying])).toEqual([400, true]);
    expect(await isKept(version, statement.id)).toBe(false);
  },
);

test.for(VERSIONS)(
  "XAPI-00133 XAPI-00134 all statements are in the first part, as application/json (%s)",
  async (version) => {
    const content = "Bài viết";
    const [one, other] = [withFile(content), statementWith()];
    const file = attachmentSection(content);
    expect(
      await refuses(version, [statementsSection(one), statementsSection(other), file]),
    ).toEqual([400, true]);
    expect(await refuses(version, [file, statementsSection(one)])).toEqual([400, true]);
    for (const type of ["text/plain", "application/xml", "multipart/mixed"]) {
      const first = { ...statementsSection(one), headers: { "Content-Type": type } };
      expect(await refuses(version, [first, file]), type).toEqual([400, true]);
    }
    expect(await isKept(version, one.id)).toBe(false);
    expect(await isKept(version, other.id)).toBe(false);
  },
);

test.for(VERSIONS)("XAPI-00135 each further part says that it is binary (%s)", async (version) => {
  const content = "Bài viết";
  for (const encoding of [undefined, "base64", "7bit", "quoted-printable", ""]) {
    const statement = withFile(content);
    const part = attachmentSection(content, { "Content-Transfer-Encoding": encoding });
    const answer = await refuses(version, [statementsSection(statement), part]);
    expect(answer, encoding).toEqual([400, true]);
    expect(await isKept(version, statement.id)).toBe(false);
  }
});

test.for(VERSIONS)(
  "XAPI-00167 with attachments, the data comes back byte for byte, each once (%s)",
  async (version) => {
    const verb = { id: `${SITE}/verbs/${newId()}` };
    const bytes = new Uint8Array(randomBytes(70_000));
    const tricky = "--ranh-gioi\r\n\r\n--";
    const type = { contentType: "application/octet-stream" };
    const one = statementWith({ verb, attachments: [describing(bytes, type), describing("hai")] });
    const two = statementWith({ verb, attachments: [describing("hai"), LINKED] });
    const sent = await sendSections(
      version,
      [
        statementsSection([one, two]),
        attachmentSection("hai"),
        attachmentSection(bytes, { "Content-Type": "application/octet-stream" }),
      ],
      { boundary: "khac-han" },
    );
    expect(sent.status).toBe(200);
    const three = statementWith({ verb, attachments: [describing(tricky)] });
    const byPut = await sendSections(
      version,
      [statementsSection(three), attachmentSection(tricky)],
      { method: "PUT", query: { statementId: three.id }, boundary: "khac" },
    );
    expect(byPut.status).toBe(204);

    const answer = await get(version, { verb: verb.id, attachments: "true" });
    const contentType = answer.headers.get("content-type") ?? "";
    expect(contentType).toMatch(/^multipart\/mixed;/u);
    const [first, ...files] = sectionsOf(answer.bytes, contentType);
    expect(first?.headers["content-type"]).toMatch(/^application\/json/u);
    const list = at(JSON.parse(String(first?.body)), "statements");
    expect(Array.isArray(list) ? list.length : 0).toBe(3);
    const hashes = files.map(({ headers }) => headers["x-experience-api-hash"] ?? "none");
    expect(hashes.toSorted()).toEqual([sha256(bytes), sha256("hai"), sha256(tricky)].toSorted());
    for (const { headers, body } of files) {
      expect(sha256(body)).toBe(headers["x-experience-api-hash"]);
      expect(headers["content-transfer-encoding"]).toBe("binary");
    }
    const alone = await get(version, { statementId: three.id, attachments: "true" });
    const parts = sectionsOf(alone.bytes, alone.headers.get("content-type") ?? "");
    expect(parts.map(({ body }) => sha256(body)).slice(1)).toEqual([sha256(tricky)]);
    expect(at(JSON.parse(String(parts[0]?.body)), "id")).toBe(three.id);
    const none = statementWith();
    await stored(version, none);
    const bare = await get(version, { statementId: none.id, attachments: "true" });
    expect(bare.headers.get("content-type")).toMatch(/^multipart\/mixed;/u);
  },
);

test.for(VERSIONS)(
  "XAPI-00161 without attachments the answer is application/json alone (%s)",
  async (version) => {
    const content = `Bài ${newId()}`;
    const statement = withFile(content);
    const sections = [statementsSection(statement), attachmentSection(content)];
    expect((await sendSections(version, sections)).status).toBe(200);
    for (const attachments of ["false", undefined]) {
      const answer = await get(version, { statementId: statement.id, attachments });
      expect(answer.headers.get("content-type")).toMatch(/^application\/json/u);
      expect(answer.text).not.toContain(content);
      expect(at(objectOf(answer), "attachments", 0, "sha2")).toBe(sha256(content));
    }
    await stored(version, statementWith({ attachments: [LINKED] }));
  },
);
