import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type ViteUserConfig } from "vitest/config";

import { BROWSER_FLOOR, olderStyles } from "./app/compile/browser-floor.js";
import { onwarn } from "./app/compile/bundler-warnings.js";
import remixConfig from "./remix.config.js";

type Reporters = NonNullable<NonNullable<ViteUserConfig["test"]>["reporters"]>;

/** Where continuous integration wants the counts of the tests. */
const report = process.env["NEPHOC_TEST_REPORT"];
const underTest = process.env["VITEST"] !== undefined;

export default defineConfig({
  publicDir: "app/public",
  // Tailwind's own optimising aims at browsers of 2023; what is built is read by older ones.
  plugins: underTest ? [] : [tailwindcss({ optimize: false }), olderStyles(), remix(remixConfig)],
  build: {
    cssMinify: "lightningcss",
    cssTarget: BROWSER_FLOOR,
    rollupOptions: { onwarn },
  },
  esbuild: { jsx: "automatic" },
  test: {
    restoreMocks: true,
    maxWorkers: 2,
    ...(report === undefined
      ? {}
      : { reporters: ["default", ["json", { outputFile: report }]] satisfies Reporters }),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          // A busy machine sets papers slowly; nothing here asserts time.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: "tests/setup/database.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "record-store",
          include: ["tests/record-store/**/*.test.ts"],
          globalSetup: "tests/setup/record-store.ts",
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          globalSetup: "tests/setup/product.ts",
          // After those that share nothing; each worker has a product of its own.
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
