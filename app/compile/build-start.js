// Builds the server itself for launch.js: our own TypeScript in one file, everything of npm where it lies.
import { build } from "vite";

await build({
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  build: {
    ssr: "app/server/boot/start.ts",
    outDir: "build/start",
    target: "node20",
    minify: false,
    rollupOptions: { output: { entryFileNames: "start.js", chunkFileNames: "[name]-[hash].js" } },
  },
});
