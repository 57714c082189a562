import { type AnyNode, parse } from "acorn";

/** Chrome 80 knows fields of classes, which are of 2022; what else came after 2020 is told by `newSyntax`. */
const SYNTAX = 2022;

/** What came to Chrome after 80, by its name; each stands where it is called. */
const NEWER: ReadonlyMap<string, number> = new Map([
  ["at", 92],
  ["replaceAll", 85],
  ["hasOwn", 93],
  ["findLast", 97],
  ["findLastIndex", 97],
  ["toSorted", 110],
  ["toReversed", 110],
  ["toSpliced", 110],
  ["isWellFormed", 111],
  ["groupBy", 117],
  ["withResolvers", 119],
  ["fromAsync", 121],
  ["structuredClone", 98],
  ["randomUUID", 92],
  ["replaceChildren", 86],
  ["checkVisibility", 105],
  ["showPicker", 99],
  ["reportError", 95],
  ["WeakRef", 84],
  ["FinalizationRegistry", 84],
  ["AggregateError", 85],
  ["Segmenter", 87],
  ["BarcodeDetector", 83],
  ["canParse", 120],
]);
/** Names that are too common to be judged without what stands before them. */
const NEWER_OF: ReadonlyMap<string, number> = new Map([
  ["Promise.any", 85],
  ["AbortSignal.timeout", 103],
  ["AbortSignal.any", 116],
  ["navigator.userAgentData", 90],
]);

/** What a script asks of a browser that Chrome 80 does not have and that it does not look for first. */
export function tooNewInScript(name: string, text: string): readonly string[] {
  const nodes = [...nodesOf(parse(text, { ecmaVersion: SYNTAX, sourceType: "script" }))];
  const guarded = new Set(nodes.flatMap((node) => namesLookedFor(node)));
  return nodes.flatMap((node) =>
    [...newSyntax(node), ...newNames(node)]
      .filter((asked) => !guarded.has(asked.split(".").at(-1) ?? asked))
      .map((asked) => `${name}: ${asked}, which came later: …${text.slice(node.start, node.end)}`),
  );
}

function newSyntax(node: AnyNode): readonly string[] {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- of 80 kinds of nodes
  switch (node.type) {
    case "AssignmentExpression":
      return /^(?:&&|\|\||\?\?)=$/u.test(node.operator) ? [node.operator] : [];
    case "StaticBlock":
      return ["static {}"];
    case "MethodDefinition":
      return node.key.type === "PrivateIdentifier" ? [`#${node.key.name}()`] : [];
    case "Literal":
      return /[dv]/u.test(("regex" in node ? node.regex?.flags : null) ?? "") ? ["its flag"] : [];
    default:
      return [];
  }
}

function newNames(node: AnyNode): readonly string[] {
  if (node.type === "MemberExpression" && node.object.type === "Identifier") {
    const whole = `${node.object.name}.${nameOf(node.property)}`;
    if (NEWER_OF.has(whole)) return [whole];
  }
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return [];
  if (node.type === "CallExpression" && node.optional) return [];
  const { callee } = node;
  const asked = callee.type === "MemberExpression" ? nameOf(callee.property) : nameOf(callee);
  return NEWER.has(asked) ? [asked] : [];
}

/** `"x" in y`, `typeof y.x`, or `y.x` where only its being there is asked. */
function namesLookedFor(node: AnyNode): readonly string[] {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- of 80 kinds of nodes
  switch (node.type) {
    case "BinaryExpression":
      return node.operator === "in" && node.left.type === "Literal"
        ? [String(node.left.value)]
        : [];
    case "UnaryExpression":
      return node.operator === "typeof" || node.operator === "!" ? [lastName(node.argument)] : [];
    case "LogicalExpression":
      return [lastName(node.left)];
    case "ConditionalExpression":
    case "IfStatement":
      return [lastName(node.test)];
    default:
      return [];
  }
}

function lastName(node: AnyNode): string {
  return node.type === "MemberExpression" ? nameOf(node.property) : nameOf(node);
}

function nameOf(node: AnyNode): string {
  return node.type === "Identifier" ? node.name : "";
}

function* nodesOf(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* nodesOf(child);
    }
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
