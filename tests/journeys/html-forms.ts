import type { Fields } from "./http.ts";

/** A form of a page, as a browser would send it untouched. */
export interface HtmlForm {
  /** Where it is posted to; the page's own address when the form names none. */
  readonly path: string;
  readonly multipart: boolean;
  readonly fields: Fields;
}

/** The posted forms of one of our pages. */
export function formsOf(html: string, path: string): readonly HtmlForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gsu)].flatMap(
    ([, head = "", inner = ""]) =>
      attribute(head, "method") === "post"
        ? [
            {
              path: attribute(head, "action") ?? path,
              multipart: attribute(head, "encType") === "multipart/form-data",
              fields: fieldsOf(inner),
            },
          ]
        : [],
  );
}

/** Every control with a name, also those that nobody ticked: whoever attacks ticks what he likes. */
function fieldsOf(inner: string): Fields {
  const controls = inner.matchAll(/<(input|textarea|select|button)\b([^>]*)>([^<]*)/gu);
  return [...controls].flatMap(([, tag, head = "", text = ""]) => {
    const name = attribute(head, "name");
    if (name === null) return [];
    const value = tag === "textarea" ? decode(text) : attribute(head, "value");
    return [[name, value ?? ""] as const];
  });
}

function attribute(head: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`, "u").exec(head)?.[1];
  return value === undefined ? null : decode(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&amp;": "&",
};

function decode(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|amp|#x27);/gu, (entity) => ENTITIES[entity] ?? entity);
}
