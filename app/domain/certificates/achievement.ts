import { z } from "zod";

import { achievementIri, issuerIri } from "./addresses.ts";

/** Open Badges 3.0: a type is an unordered set of terms that has the one asked for. */
const typed = (term: string) => z.array(z.string()).refine((types) => types.includes(term));

export const IssuerProfile = z.object({
  id: z.url(),
  type: typed("Profile"),
  name: z.string().min(1),
  url: z.url().optional(),
  description: z.string().optional(),
});
export type IssuerProfile = z.infer<typeof IssuerProfile>;

const Alignment = z.object({
  type: typed("Alignment"),
  targetName: z.string().min(1),
  targetUrl: z.url(),
  targetFramework: z.string().optional(),
  targetCode: z.string().optional(),
});

const ResultDescription = z.object({
  id: z.url(),
  type: typed("ResultDescription"),
  name: z.string().min(1),
  resultType: z.string(),
  requiredValue: z.string().optional(),
  valueMin: z.string().optional(),
  valueMax: z.string().optional(),
});

export const Achievement = z.object({
  id: z.url(),
  type: typed("Achievement"),
  name: z.string().min(1),
  description: z.string(),
  criteria: z.object({ id: z.url().optional(), narrative: z.string().optional() }),
  achievementType: z.string().optional(),
  creator: IssuerProfile.optional(),
  version: z.string().optional(),
  alignment: z.array(Alignment).optional(),
  resultDescription: z.array(ResultDescription).optional(),
});
export type Achievement = z.infer<typeof Achievement>;

/** What a badge says of a course, whoever made it. */
export interface CourseFacts {
  readonly courseId: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  /** What had to be done for it. */
  readonly narrative: string;
  /** What the final test asks, in whole percent; null without one. */
  readonly passPercent: number | null;
  readonly frameworks: readonly {
    /** As the author's file names it: "TT-02-2025-BGDDT". */
    readonly framework: string;
    readonly code: string;
    readonly level: string;
  }[];
}

/** The product as the issuer of badges. */
export function issuerOf(origin: string): IssuerProfile {
  return { id: issuerIri(origin), type: ["Profile"], name: "Nếp Học", url: origin };
}

export function resultIri(origin: string, courseId: string): string {
  return `${achievementIri(origin, courseId)}#ket-qua`;
}

/** A course as an achievement of Open Badges 3.0. */
export function achievementOf(origin: string, course: CourseFacts): Achievement {
  const id = achievementIri(origin, course.courseId);
  const alignment = course.frameworks.map(({ framework, code, level }) => ({
    type: ["Alignment"],
    targetName: `${signOf(framework)}, mục ${code}, bậc ${level}`,
    targetUrl: `${id}#${encodeURIComponent(`${framework}-${code}`)}`,
    targetFramework: signOf(framework),
    targetCode: code,
  }));
  const { passPercent } = course;
  return {
    id,
    type: ["Achievement"],
    achievementType: "CertificateOfCompletion",
    name: course.title,
    description: course.description,
    version: course.version,
    criteria: { narrative: course.narrative },
    ...(alignment.length === 0 ? {} : { alignment }),
    ...(passPercent === null
      ? {}
      : {
          resultDescription: [
            {
              id: resultIri(origin, course.courseId),
              type: ["ResultDescription"],
              name: "Bài kiểm tra cuối khóa",
              resultType: "Percent",
              requiredValue: String(passPercent),
              valueMin: "0",
              valueMax: "100",
            },
          ],
        }),
  };
}

/** A legal paper's sign as it is written, "TT 02/2025/TT-BGDĐT", out of the name that authors' files give it. */
function signOf(framework: string): string {
  const match = /^([A-Z]+)-(\d+)-(\d{4})-([A-Z]+)$/u.exec(framework);
  if (match === null) return framework;
  const [, kind = "", number = "", year = "", body = ""] = match;
  const issuer = body.replace("BGDDT", "BGDĐT").replace("TTG", "TTg");
  return `${kind.replace("QD", "QĐ")} ${number}/${year}/${kind.replace("QD", "QĐ")}-${issuer}`;
}
