// A lint rule for oxlint: an address of our own is made by href() out of app/routes.ts, never written out.
import { readFileSync } from "node:fs";

const MAP = readFileSync("app/routes.ts", "utf8");
/** "hoc", "ban-xet", …: how the addresses of the map begin. */
const BEGINNINGS = new Set(
  [...MAP.matchAll(/": "\/([a-z-]+)/gu)]
    .map(([, first]) => first)
    .filter((first) => first !== undefined),
);

/** @param {unknown} text */
function isOwnAddress(text) {
  const first = typeof text === "string" ? /^\/([a-z-]+)(?:[/?#.]|$)/u.exec(text)?.[1] : undefined;
  return first !== undefined && BEGINNINGS.has(first);
}

const literalAddress = {
  /** @param {{ report(found: { node: unknown, message: string }): void }} context */
  create(context) {
    /** @param {unknown} node @param {unknown} text */
    const look = (node, text) => {
      if (isOwnAddress(text)) {
        context.report({ node, message: "Make this address by href() out of app/routes.ts." });
      }
    };
    return {
      /** @param {{ value: unknown }} node */
      Literal(node) {
        look(node, node.value);
      },
      /** @param {{ quasis: readonly { value: { cooked: unknown } }[] }} node */
      TemplateLiteral(node) {
        look(node, node.quasis[0]?.value.cooked);
      },
    };
  },
};

// oxlint asks for a default export.
export default { meta: { name: "addresses" }, rules: { literal: literalAddress } };
