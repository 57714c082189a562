import type { TestProject } from "vitest/node";

import { type SignIn, startProduct } from "./start-product.ts";

export type { SignIn };

declare module "vitest" {
  export interface ProvidedContext {
    origin: string;
    contentOrigin: string;
    dataFolder: string;
    learners: SignIn[];
    attestor: SignIn;
    promoter: SignIn;
    official: SignIn;
    officer: SignIn;
  }
}

/** One product for all journeys. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { learners, stop, ...product } = await startProduct();
  project.provide("learners", [...learners]);
  project.provide("origin", product.origin);
  project.provide("contentOrigin", product.contentOrigin);
  project.provide("dataFolder", product.dataFolder);
  project.provide("attestor", product.attestor);
  project.provide("promoter", product.promoter);
  project.provide("official", product.official);
  project.provide("officer", product.officer);
  return stop;
}
