// Builds the server itself for launch.js: our own TypeScript in a few files, everything of npm where it lies.
import { build } from "vite";

import { onwarn } from "./bundler-warnings.js";

await build({
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  build: {
    ssr: true,
    outDir: "build/start",
    target: "node20",
    minify: false,
    rollupOptions: {
      onwarn,
      // A worker loads its own half alone.
      input: { start: "app/server/boot/start.ts", worker: "app/server/workers/worker.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
