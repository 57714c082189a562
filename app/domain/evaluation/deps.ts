import type { Catalogue } from "#app/domain/content/index.ts";
import type { CriteriaDeps } from "#app/domain/criteria/index.ts";

/** What the use cases of the evaluation are given. */
export interface EvaluationDeps extends CriteriaDeps {
  readonly catalogue: () => Catalogue;
  /** A fresh public code, as `newPublicCode` makes it. */
  readonly newCode: () => string;
}
