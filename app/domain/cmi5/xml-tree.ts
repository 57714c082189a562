import { XMLParser, XMLValidator } from "fast-xml-parser";

import type { Complain } from "./faults.ts";

/** An element with its namespace resolved; comments and processing instructions are left out. */
export interface XmlElement {
  /** Without a prefix. */
  readonly name: string;
  /** "" for none. */
  readonly namespace: string;
  /** Attributes without a prefix, `xmlns` left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly elements: readonly XmlElement[];
  /** Of the element itself, not of those in it. */
  readonly text: string;
}

const DEPTH_AT_MOST = 60;
const TEXT = "#text";
const CDATA = "#cdata";
const ATTRIBUTES = ":@";

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  cdataPropName: CDATA,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // References are read below: the five of XML and characters by number, nothing that grows.
  processEntities: false,
  maxNestedTags: DEPTH_AT_MOST,
});

/** The root of a document, or null with what its author has to mend. Declarations of types are refused. */
export function readXml(text: string, complain: Complain): XmlElement | null {
  const say = (code: Parameters<Complain>[0]["code"], what = "") =>
    complain({ code, where: "cmi5.xml", what });
  if (/<!(DOCTYPE|ENTITY)/iu.test(text)) {
    say("doctype");
    return null;
  }
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    say("not-xml", String(valid.err.line));
    return null;
  }
  const nodes = parsed(text);
  if (nodes === null) {
    say("too-deep");
    return null;
  }
  const unknown = new Set<string>();
  const root = elementsOf(nodes, new Map([["xml", "xml"]]), unknown)[0];
  for (const reference of unknown) say("unknown-entity", reference);
  if (root === undefined) say("not-xml", "1");
  return root === undefined || unknown.size > 0 ? null : root;
}

type Node = Readonly<Record<string, unknown>>;

/** Null when elements lie too deep in one another. */
function parsed(text: string): readonly Node[] | null {
  try {
    return nodesOf(parser.parse(text));
  } catch {
    return null;
  }
}

function nodesOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter((node) => isNode(node)) : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function elementsOf(
  nodes: readonly Node[],
  outer: ReadonlyMap<string, string>,
  unknown: Set<string>,
): readonly XmlElement[] {
  return nodes.flatMap((node): XmlElement[] => {
    const tag = Object.keys(node).find((key) => key !== ATTRIBUTES);
    if (tag === undefined || tag === TEXT || tag === CDATA) return [];
    const given = Object.entries(isNode(node[ATTRIBUTES]) ? node[ATTRIBUTES] : {}).map(
      ([key, value]) => [key, decode(plain(value), unknown)] as const,
    );
    const prefixes = new Map(outer);
    for (const [key, value] of given) {
      if (key === "xmlns") prefixes.set("", value);
      else if (key.startsWith("xmlns:")) prefixes.set(key.slice("xmlns:".length), value);
    }
    const children = nodesOf(node[tag]);
    const [prefix, name] = splitName(tag);
    return [
      {
        name,
        namespace: prefixes.get(prefix) ?? "",
        attributes: new Map(given.filter(([key]) => key !== "xmlns" && !key.includes(":"))),
        elements: elementsOf(children, prefixes, unknown),
        text: textOf(children, unknown),
      },
    ];
  });
}

function splitName(tag: string): readonly [string, string] {
  const at = tag.indexOf(":");
  return at === -1 ? ["", tag] : [tag.slice(0, at), tag.slice(at + 1)];
}

function textOf(nodes: readonly Node[], unknown: Set<string>): string {
  return nodes
    .map((node) => {
      const literal = nodesOf(node[CDATA])[0];
      return literal === undefined ? decode(plain(node[TEXT]), unknown) : plain(literal[TEXT]);
    })
    .join("");
}

function plain(value: unknown): string {
  return typeof value === "string" ? value : "";
}

const NAMED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

function decode(text: string, unknown: Set<string>): string {
  return text.replaceAll(/&([^;&\s]{0,30});?/gu, (whole, name: string) => {
    const known = whole.endsWith(";") ? (NAMED[name] ?? numbered(name)) : undefined;
    if (known === undefined) unknown.add(whole);
    return known ?? whole;
  });
}

function numbered(name: string): string | undefined {
  const match = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/iu.exec(name);
  if (match === null) return undefined;
  const [, hex, decimal] = match;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isCharacter = code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
