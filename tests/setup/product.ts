import type { TestProject } from "vitest/node";

import { type Product, type SignIn, startProducts } from "./start-product.ts";

export type { SignIn };

/** As many as `vite.config.ts` gives the journeys workers. */
const WORKERS = 2;

declare module "vitest" {
  export interface ProvidedContext {
    products: Omit<Product, "stop" | "pid" | "serverPid">[];
  }
}

/** A product for each worker of the journeys: two that ran in one would read what the other changed. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const products = await startProducts(WORKERS);
  project.provide(
    "products",
    products.map(({ stop: _stop, pid: _pid, serverPid: _serverPid, ...product }) => product),
  );
  return async () => {
    await Promise.all(products.map(({ stop }) => stop()));
  };
}
