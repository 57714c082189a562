import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";
import { z } from "zod";

const Config = z.object({
  forbidden: z.array(
    z.object({
      name: z.string(),
      to: z.object({ pathNot: z.union([z.string(), z.array(z.string())]).optional() }),
    }),
  ),
});

const Report = z.object({
  summary: z.object({
    violations: z.array(
      z.object({ rule: z.object({ name: z.string() }), from: z.string(), to: z.string() }),
    ),
  }),
});

/** One file that imports another although the rule forbids it. */
interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

const CONFIG = resolve(".dependency-cruiser.cjs");
const { forbidden } = Config.parse(createRequire(import.meta.url)(CONFIG));

const MODULES = forbidden.flatMap(({ name }) =>
  name.startsWith("domain-") && name !== "domain-knows-no-framework"
    ? [name.slice("domain-".length)]
    : [],
);

/** For each module, one that it may not know; `evaluation` stands above the others. */
const CLIMBS: readonly Breach[] = MODULES.map((module) => {
  const rule = forbidden.find(({ name }) => name === `domain-${module}`);
  const allowed = [rule?.to.pathNot ?? []].flat().map((path) => new RegExp(path, "u"));
  const other = MODULES.find((name) => !allowed.some((path) => path.test(`app/domain/${name}/`)));
  return {
    rule: `domain-${module}`,
    from: `app/domain/${module}/climb.ts`,
    to: `app/domain/${other ?? ""}/index.ts`,
  };
});

const BREACHES: readonly Breach[] = [
  ...CLIMBS,
  breach("through-the-door", "app/pages/learn/room.tsx", "app/domain/learning/room.ts"),
  breach(
    "through-the-door-between-domains",
    "app/domain/portfolio/room.ts",
    "app/domain/learning/room.ts",
  ),
  breach("domain-knows-no-framework", "app/domain/learning/draw.ts", "app/kit/button.tsx"),
  breach("domain-knows-no-framework", "app/domain/learning/serve.ts", "app/server/serve.ts"),
  breach("domain-knows-no-framework", "app/domain/learning/react.ts", "node_modules/react"),
  breach(
    "only-stores-touch-the-database",
    "app/domain/learning/ask.server.ts",
    "app/db/index.server.ts",
  ),
  breach("only-stores-touch-the-database", "app/pages/learn/route.tsx", "app/db/index.server.ts"),
  breach("pure-stays-pure", "app/domain/learning/pure.ts", "app/domain/learning/ask.server.ts"),
  breach("no-node-in-pure", "app/domain/learning/files.ts", "fs"),
  breach("routes-are-leaves", "app/pages/learn/other.tsx", "app/pages/learn/route.tsx"),
  breach("server-draws-nothing", "app/server/page.ts", "app/pages/learn/view.tsx"),
  breach("server-draws-nothing", "app/server/kit.ts", "app/kit/button.tsx"),
  breach("kit-knows-no-page", "app/kit/page.tsx", "app/pages/learn/view.tsx"),
  breach("kit-knows-no-page", "app/kit/serve.tsx", "app/server/serve.ts"),
  breach("learners-pages-know-no-office", "app/pages/learn/desk.tsx", "app/pages/office/view.tsx"),
  breach("views-know-no-server", "app/pages/learn/fetching.tsx", "app/server/serve.ts"),
  breach(
    "pages-reach-the-shell-by-http",
    "app/pages/learn/push.server.ts",
    "app/server/adapters/push.ts",
  ),
  breach("phone-runs-the-pure-half", "app/offline/serve.ts", "app/server/serve.ts"),
  breach("phone-runs-the-pure-half", "app/offline/desk.ts", "app/pages/office/view.tsx"),
  breach("no-junk-drawer", "app/domain/learning/drawer.ts", "app/domain/learning/utils.ts"),
  breach("app-never-imports-tests", "app/domain/learning/tested.ts", "tests/setup.ts"),
  breach("no-circular", "app/kit/one.ts", "app/kit/other.ts"),
  breach("no-unresolvable", "app/kit/lost.ts", "./nowhere.ts"),
  breach("no-dev-dependency-in-app", "app/kit/tool.ts", "node_modules/a-tool"),
];

/** What is allowed and has the same neighbours: none of it may be told of. */
const ALLOWED: readonly Omit<Breach, "rule">[] = [
  // The way back of the circle, which is told of once.
  { from: "app/kit/other.ts", to: "app/kit/one.ts" },
  { from: "app/pages/office/allowed.tsx", to: "app/kit/button.tsx" },
  { from: "app/pages/office/borrowed.tsx", to: "app/pages/learn/view.tsx" },
  { from: "app/pages/learn/allowed.tsx", to: "app/domain/learning/index.ts" },
  { from: "app/domain/learning/allowed.store.server.ts", to: "app/db/index.server.ts" },
  { from: "app/offline/allowed.ts", to: "app/pages/learn/view.tsx" },
];

function breach(rule: string, from: string, to: string): Breach {
  return { rule, from, to };
}

function importOf({ from, to }: Omit<Breach, "rule">): string {
  const named = to.startsWith("node_modules/") ? to.slice("node_modules/".length) : to;
  const path = /^(?:app|tests)\//u.test(to) ? relative(dirname(from), to) : named;
  return `export * from "${path.startsWith(".") || path === named ? path : `./${path}`}";\n`;
}

/** A tree with every breach and what it imports. */
async function plant(folder: string): Promise<void> {
  const files = new Map<string, string>();
  for (const { to } of [...BREACHES, ...ALLOWED]) {
    if (/^(?:app|tests)\//u.test(to)) files.set(to, "export const here = 1;\n");
  }
  for (const one of [...BREACHES, ...ALLOWED]) files.set(one.from, importOf(one));
  for (const name of ["react", "a-tool"]) {
    files.set(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
    files.set(`node_modules/${name}/index.js`, "export const here = 1;\n");
  }
  files.set(
    "package.json",
    JSON.stringify({ dependencies: { react: "1" }, devDependencies: { "a-tool": "1" } }),
  );
  files.set("tsconfig.json", "{}");
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Every rule that was broken, as "rule: from → to". */
async function violationsIn(folder: string): Promise<readonly string[]> {
  const bin = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [bin, "app", "tests", "--config", CONFIG, "--output-type", "json"];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  });
  const { summary } = Report.parse(JSON.parse(stdout));
  return summary.violations.map(({ rule, from, to }) => told({ rule: rule.name, from, to }));
}

function told({ rule, from, to }: Breach): string {
  return `${rule}: ${from} → ${to.replace(/^(node_modules\/[^/]+)\/.*$/u, "$1")}`;
}

test("a breach of every border is caught, and nothing that is allowed", async () => {
  const unproven = forbidden.filter(({ name }) => !BREACHES.some(({ rule }) => rule === name));
  expect(unproven.map(({ name }) => name)).toEqual([]);
  const folder = await mkdtemp(join(tmpdir(), "nep-hoc-borders-"));
  try {
    await plant(folder);
    const violations = await violationsIn(folder);
    for (const one of BREACHES) expect(violations).toContain(told(one));
    const innocent = new Set(ALLOWED.map(({ from }) => from));
    const accused = violations.filter((line) =>
      innocent.has(/: (?<from>\S+) →/u.exec(line)?.[1] ?? ""),
    );
    expect(accused).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
