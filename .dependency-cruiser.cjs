/**
 * Who may import whom. `domains` is the whole law: a module may import the modules on its right and
 * nothing else. Keep it acyclic and short.
 */
const domains = {
  kernel: [],
  places: ["kernel"],
  content: ["kernel"],
  documents: ["kernel"],
  xapi: ["kernel"],
  audit: ["kernel"],
  identity: ["kernel", "places", "audit"],
  rosters: ["kernel", "identity"],
  learning: ["kernel", "content", "identity", "xapi"],
  phones: ["kernel", "audit", "content", "identity", "learning"],
  centres: ["kernel", "places", "audit", "content", "identity", "xapi", "learning"],
  guidance: ["kernel", "places", "audit", "content", "identity", "learning"],
  certificates: ["kernel", "places", "audit", "content", "documents", "identity", "learning"],
  cmi5: ["kernel", "places", "content", "audit", "identity", "xapi", "learning"],
  exchange: ["kernel", "audit", "content", "identity", "places", "xapi"],
  "record-office": ["kernel", "places", "audit", "identity", "xapi"],
  criteria: ["kernel", "content", "guidance", "identity", "learning"],
  portfolio: [
    "criteria",
    "kernel",
    "audit",
    "content",
    "identity",
    "learning",
    "places",
    "centres",
    "guidance",
    "certificates",
  ],
  evaluation: [
    "criteria",
    "kernel",
    "audit",
    "content",
    "documents",
    "identity",
    "learning",
    "places",
    "portfolio",
  ],
};

const names = Object.keys(domains);
const DOOR = "index([.]server)?[.]ts$";

const oneWayDomains = names.map((name) => ({
  name: `domain-${name}`,
  comment: `${name} may import only: ${domains[name].join(", ") || "nothing"}.`,
  severity: "error",
  from: { path: `^app/domain/${name}/` },
  to: {
    path: "^app/domain/([^/]+)/",
    pathNot: [name, ...domains[name]].map((allowed) => `^app/domain/${allowed}/`),
  },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...oneWayDomains,
    {
      name: "through-the-door",
      comment:
        "Enter a domain module by index.ts (pure) or index.server.ts, never by its back rooms.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/domain/" },
      to: { path: "^app/domain/[^/]+/", pathNot: DOOR },
    },
    {
      name: "through-the-door-between-domains",
      comment: "One domain module enters another by its door.",
      severity: "error",
      from: { path: "^app/domain/([^/]+)/" },
      to: { path: "^app/domain/[^/]+/", pathNot: ["^app/domain/$1/", DOOR] },
    },
    {
      name: "domain-knows-no-framework",
      comment: "The domain must run without Remix, React or HTTP plumbing.",
      severity: "error",
      from: { path: "^app/domain/" },
      to: {
        path: "(@remix-run|react|react-dom|react-router|express)(/|$)|^app/(pages|kit|server|offline)/",
      },
    },
    {
      name: "only-stores-touch-the-database",
      comment:
        "Only *.store.server.ts speaks to PostgreSQL; everybody else is handed a transaction.",
      severity: "error",
      from: { path: "^app/(domain|pages|kit|offline)/", pathNot: "[.]store[.]server[.]ts$" },
      to: { path: "^app/db/|@prisma/client|^node_modules/pg/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-stays-pure",
      comment: "A file without .server in its name also runs in the browser: no server files.",
      severity: "error",
      from: {
        path: "^app/(domain|pages|kit|offline)/",
        pathNot: "[.]server[.]tsx?$|/route[.]tsx?$",
      },
      to: { path: "[.]server[.]tsx?$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-node-in-pure",
      comment: "A file without .server in its name also runs in the browser: no Node built-ins.",
      severity: "error",
      from: {
        path: "^app/(domain|pages|kit|offline)/",
        pathNot: "[.]server[.]tsx?$|/route[.]tsx?$",
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "routes-are-leaves",
      comment: "No app file imports a route, not even another route.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^app/pages/.*/route[.]tsx?$" },
    },
    {
      name: "server-draws-nothing",
      comment: "The shell serves pages without knowing them: move what both need into the domain.",
      severity: "error",
      from: { path: "^app/server/" },
      to: { path: "^app/(pages|kit)/" },
    },
    {
      name: "kit-knows-no-page",
      comment: "A primitive is given props; it fetches nothing and knows no screen.",
      severity: "error",
      from: { path: "^app/kit/" },
      to: { path: "^app/(pages|server|db)/" },
    },
    {
      name: "learners-pages-know-no-office",
      comment: "A learner's page carries nothing of the officials' desk: share it through kit.",
      severity: "error",
      from: { path: "^app/pages/learn/" },
      to: { path: "^app/pages/office/" },
    },
    {
      name: "views-know-no-server",
      comment: "A view is given props; its route or its *.server.ts file fetches them.",
      severity: "error",
      from: { path: "^app/pages/", pathNot: "[.]server[.]tsx?$|/route[.]tsx?$" },
      to: { path: "^app/(server|db)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pages-reach-the-shell-by-http",
      comment:
        "Pages use server/http and the wired deps of server/boot; nothing else of the shell.",
      severity: "error",
      from: { path: "^app/pages/" },
      to: {
        path: "^app/server/(adapters|cli|embedded-postgres|xapi|cmi5|sample)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "phone-runs-the-pure-half",
      comment:
        "What a phone runs without signal: pure doors, words and learners' views; no server, no route.",
      severity: "error",
      from: { path: "^app/offline/" },
      to: { path: "^app/(server|db)/|^app/pages/office/" },
    },
    {
      name: "no-junk-drawer",
      comment: "Name a file for what it holds.",
      severity: "error",
      from: {},
      to: {
        path: ["utils?", "helpers?", "common", "misc", "lib"].map(
          (drawer) => `^app/(?!locales/).*/${drawer}[./]`,
        ),
      },
    },
    {
      name: "app-never-imports-tests",
      comment: "What a test needs stays with the tests.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^tests/" },
    },
    {
      name: "no-circular",
      comment: "Two files that need each other are one file, or three.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { pathNot: "^app/db/generated/" } },
    },
    {
      name: "no-unresolvable",
      comment: "The file must be there.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "build/server/index[.]js$|[?]url$" },
    },
    {
      name: "no-dev-dependency-in-app",
      comment:
        "What the product needs to run stands under dependencies; checks of courses run where courses are written.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/compile/check-content/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^app/db/generated" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
