import { SaxesParser, type SaxesTagNS } from "saxes";

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
/** Of a prefix that is bound to nothing: a vendor's own, as every namespace but cmi5's. */
const UNBOUND = "urn:unbound";

/** The root of a document, or null with what its author has to mend. Declarations of types are refused. */
export function readXml(text: string, complain: Complain): XmlElement | null {
  const say = (code: Parameters<Complain>[0]["code"], what = "") => {
    complain({ code, where: "cmi5.xml", what });
    return null;
  };
  const { hasDoctype, unknown } = scan(text);
  if (hasDoctype) return say("doctype");
  for (const reference of unknown) say("unknown-entity", reference);
  return unknown.size > 0 ? null : parse(text, say);
}

/**
 * Looked for ahead of parsing: a parser seeks the end of a lone "&", the commonest slip, in all that
 * follows, and tells of the line where it gave up.
 */
function scan(text: string): {
  readonly hasDoctype: boolean;
  readonly unknown: ReadonlySet<string>;
} {
  const unknown = new Set<string>();
  for (const [found] of text.matchAll(
    /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!DOCTYPE|&[^&;<\s]{0,30};?/giu,
  )) {
    if (/^<!DOCTYPE$/iu.test(found)) return { hasDoctype: true, unknown };
    if (found.startsWith("&") && !isKnown(found)) unknown.add(found);
  }
  return { hasDoctype: false, unknown };
}

/** The five references of XML, and characters by number: nothing that grows. */
function isKnown(reference: string): boolean {
  if (/^&(?:lt|gt|amp|quot|apos);$/u.test(reference)) return true;
  const [, hex, decimal] = /^&#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/iu.exec(reference) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff);
}

class TooDeep extends Error {}

function parse(
  text: string,
  say: (code: "not-xml" | "too-deep", what?: string) => null,
): XmlElement | null {
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  const parser = new SaxesParser({ xmlns: true, resolvePrefix: () => UNBOUND });
  parser.on("opentag", (tag) => {
    if (open.length === DEPTH_AT_MOST) throw new TooDeep();
    open.push(openElement(tag));
  });
  const addText = (more: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += more;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const element = open.pop();
    if (element !== undefined) open.at(-1)?.elements.push(element);
    root = element ?? root;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    return error instanceof TooDeep ? say("too-deep") : say("not-xml", String(parser.line));
  }
  return root;
}

interface OpenElement extends XmlElement {
  readonly elements: XmlElement[];
  text: string;
}

function openElement({ local, uri, attributes }: SaxesTagNS): OpenElement {
  const plain = Object.values(attributes).filter(({ name }) => !/^xmlns$|:/u.test(name));
  return {
    name: local,
    namespace: uri,
    attributes: new Map(plain.map(({ name, value }) => [name, value])),
    elements: [],
    text: "",
  };
}
