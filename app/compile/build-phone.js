// Builds what learners' browsers run: enhance.js, which pages can do without, and may-hoc.js, the service
// worker of a phone that keeps courses. Plain scripts, in the syntax of the browser floor of README.
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

import { build } from "vite";

import { BROWSER_FLOOR } from "./browser-floor.js";
import { onwarn } from "./bundler-warnings.js";

/** Each script's name as browsers ask for it, and where it comes from. */
const SCRIPTS = {
  enhance: "app/offline/enhance.ts",
  "may-hoc": "app/offline/worker.ts",
};

/** Words of desks and papers, which no page that a phone draws by itself has. */
const LEFT_OUT = new Set([
  "assessment",
  "certificate",
  "desk",
  "exchange",
  "people",
  "portfolio",
  "recognition",
  "record-clients",
  "records",
  "rosters",
  "village",
]);

const withoutDesks = {
  name: "without-words-of-desks",
  /** @param {string} id */
  load(id) {
    const file = /\/app\/locales\/[a-z]+\/([a-z-]+)\.ts$/u.exec(id)?.[1] ?? "";
    if (!LEFT_OUT.has(file)) return null;
    const exported = file.replaceAll(/-([a-z])/gu, (_, letter) => String(letter).toUpperCase());
    return `export const ${exported} = {};`;
  },
};

/**
 * @param {string} outDir
 * @param {boolean} [watch] goes on building what changes
 */
export async function buildPhone(outDir, watch = false) {
  for (const [name, entry] of Object.entries(SCRIPTS)) {
    await build({
      configFile: false,
      logLevel: "warn",
      publicDir: false,
      plugins: [withoutDesks],
      esbuild: { jsx: "automatic" },
      define: { "process.env.NODE_ENV": JSON.stringify("production") },
      resolve: {
        alias: {
          "react-dom/server": "preact-render-to-string",
          "react/jsx-runtime": "preact/jsx-runtime",
          react: "preact/compat",
        },
      },
      build: {
        outDir,
        emptyOutDir: false,
        target: BROWSER_FLOOR,
        watch: watch ? {} : null,
        rollupOptions: {
          onwarn,
          input: entry,
          output: { format: "iife", entryFileNames: `${name}.js`, inlineDynamicImports: true },
        },
      },
    });
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) await buildPhone("build/client");
