import { transform } from "lightningcss";

const CHROME_80 = 80 << 16;

/** A rule as it stands in a sheet that was made small. */
interface Rule {
  /** "@media print" and the like around it, from outside in. */
  readonly within: readonly string[];
  readonly selectors: readonly string[];
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

/** Chrome 80 throws these away with all that is in them. */
const AT_RULES = /@(?:layer|container|scope|property|starting-style|view-transition)\b[^{;]*/gu;
/** With which a whole list of selectors is thrown away. */
const SELECTORS =
  /:(?:is|where|has|focus-visible|user-invalid|user-valid|modal|open)\b|::(?:marker|file-selector-button|part)|:not\([^)]*,/u;
const PROPERTIES =
  /^(?:inset.*|aspect-ratio|rotate|scale|translate|(?:padding|margin|border)-(?:inline|block)|appearance|content-visibility|overflow-clip-margin|scrollbar-.*|font-palette|container.*|view-.*|anchor.*|animation-timeline|field-sizing|interpolate-size)$/u;
/** What is only nicer for whoever has it: lines break and are drawn a little differently without. */
const VALUES =
  /\b(?:oklch|oklab|lch|lab|color-mix|light-dark|color|hwb)\(|\brgb\(from\b|[0-9.](?:[dsl]v[hwb]|cq[whib]|lh|rlh|cap)\b|:\s*(?:fit-content|stretch)\(/u;
/** A way in which what lies in a row stays apart when `gap` is not known: Chrome 84. */
const WITHOUT_GAP = "@supports not (inset:0)";
/** Whatever is put apart by its space in between or is so close that nobody sees it. */
const NO_MATTER = /^(?:0|0?\.1rem)(?: |$)/u;

/** What a style asks of a browser that Chrome 80 does not have and gets nothing else for. */
export function tooNewInStyle(name: string, text: string): readonly string[] {
  const rules = rulesOf(text);
  const apart = rules.filter(({ within }) => within.includes(WITHOUT_GAP));
  const told = [
    ...notLowered(text),
    ...(text.match(AT_RULES) ?? []),
    ...rules.flatMap((rule) => [...tooNewAround(rule), ...tooNewInside(rule)]),
    ...rules.flatMap((rule) => gapsLost(rule, apart)),
  ];
  return [...new Set(told)].map((each) => `${name}: ${each}`);
}

/** What the build could have written in an older way and did not. */
function notLowered(text: string): readonly string[] {
  const lowered = transform({
    filename: "built.css",
    code: new TextEncoder().encode(text),
    minify: true,
    targets: { chrome: CHROME_80 },
  });
  const older = new TextDecoder().decode(lowered.code);
  const known = new Set(text.split(/[{}]/u));
  const changed = older.split(/[{}]/u).filter((part) => !known.has(part));
  return changed.map((part) => `could be written for Chrome 80 as ${part}`);
}

function tooNewAround({ within, selectors }: Rule): readonly string[] {
  const newer = selectors.filter((selector) => SELECTORS.test(selector));
  const around = within.filter((each) => /[<>]/u.test(each));
  return [
    ...around.map((each) => `${each} around ${selectors.join()}`),
    ...(newer.length > 0 && newer.length < selectors.length
      ? [`${selectors.join()} is lost whole because of ${newer.join()}`]
      : []),
    ...(newer.some((each) => /:(?:is|where)\b/u.test(each))
      ? [`${newer.join()} could be written out`]
      : []),
  ];
}

function tooNewInside({ selectors, declarations }: Rule): readonly string[] {
  return declarations
    .filter(
      ([property, value]) =>
        PROPERTIES.test(property) || (!property.startsWith("--") && VALUES.test(value)),
    )
    .map(([property, value]) => `${selectors.join()} { ${property}: ${value} }`);
}

/** Rows of which the parts would touch, with nothing under `@supports` to keep them apart. */
function gapsLost({ selectors, declarations }: Rule, apart: readonly Rule[]): readonly string[] {
  const of = new Map(declarations);
  const isRow = (of.get("display") ?? "").endsWith("flex");
  const gap = of.get("gap") ?? of.get("column-gap") ?? "0";
  if (!isRow || of.get("justify-content") === "space-between" || NO_MATTER.test(gap)) return [];
  const kept = apart.flatMap((rule) => rule.selectors);
  return selectors
    .filter((selector) => !kept.some((each) => each.startsWith(selector)))
    .map(
      (selector) =>
        `nothing keeps the parts of ${selector} apart where gap is not known; tailwind.css has a place for it`,
    );
}

/** Reads what lightningcss wrote: no comments but the first, no braces in strings. */
function rulesOf(text: string): readonly Rule[] {
  const rules: Rule[] = [];
  const within: string[] = [];
  for (const [, head = "", brace] of text.matchAll(/([^{}]*)([{}])/gu)) {
    const opens = brace === "{";
    const begun = (head.split(";").at(-1) ?? "").trim();
    if (opens) {
      within.push(begun.replace(/^\/\*!.*?\*\/\s*/u, ""));
      continue;
    }
    const selector = within.pop() ?? "";
    if (head === "" && selector.startsWith("@")) continue;
    rules.push({
      within: [...within],
      selectors: splitAt(selector, ","),
      declarations: splitAt(head, ";").map((each) => {
        const colon = each.indexOf(":");
        return [each.slice(0, colon).trim(), each.slice(colon + 1).trim()] as const;
      }),
    });
  }
  return rules;
}

/** Outside of brackets and strings. */
const PARTS = {
  ",": /(?:\\.|\([^()]*(?:\([^()]*\)[^()]*)*\)|"[^"]*"|[^,])+/gu,
  ";": /(?:\\.|\([^()]*(?:\([^()]*\)[^()]*)*\)|"[^"]*"|[^;])+/gu,
};

function splitAt(text: string, mark: keyof typeof PARTS): readonly string[] {
  return (text.match(PARTS[mark]) ?? []).map((part) => part.trim()).filter((part) => part !== "");
}
