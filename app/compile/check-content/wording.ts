import { parse } from "yaml";
import { z } from "zod";

import { textsOf } from "./course-texts.ts";
import { type Checked, type Finding, findingAt } from "./finding.ts";

const Avoided = z.strictObject({
  words: z.array(
    z.strictObject({
      avoid: z.string().min(2),
      write: z.string().min(2),
      why: z.string().min(2).optional(),
    }),
  ),
  sites: z.array(z.strictObject({ host: z.string().min(4), why: z.string().min(2) })),
});
/** Words not to use, and sites not to cite, as `content/avoid.yaml` has them. */
export type Avoided = z.infer<typeof Avoided>;

export function avoidedOf(source: string): Avoided {
  return Avoided.parse(parse(source));
}

/** Words that mislead, sound translated or are of the past. */
export function checkWording(checked: Checked, { words }: Avoided): readonly Finding[] {
  const patterns = words.map(({ avoid, write, why }) => ({
    pattern: new RegExp(`(?<!\\p{L})${avoid}(?!\\p{L})`, "iu"),
    told: `viết “${write}”${why === undefined ? "" : ` (${why})`}`,
  }));
  return textsOf(checked.course, checked.files).flatMap(({ file, text, lang }) =>
    lang === "vi"
      ? patterns.flatMap(({ pattern, told }) => {
          const found = pattern.exec(text)?.[0];
          return found === undefined
            ? []
            : [findingAt(checked, { file, text: found }, `Không viết “${found}”, ${told}.`)];
        })
      : [],
  );
}

/** Sources that a reader cannot open. */
export function checkSources(checked: Checked, { sites }: Avoided): readonly Finding[] {
  return checked.course.sources.flatMap(({ title, url }) => {
    if (url === undefined) return [];
    const { hostname } = new URL(url);
    const dead = sites.find(({ host }) => hostname === host || hostname.endsWith(`.${host}`));
    if (dead === undefined) return [];
    const message = `Nguồn “${title}”: trang ${hostname} không còn (${dead.why}). Hãy tìm nguồn khác.`;
    return [findingAt(checked, { file: "course.md", text: url }, message)];
  });
}
