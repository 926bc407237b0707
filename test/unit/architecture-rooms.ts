/**
 * The rooms of `src` (folders, and files at the top) and what each may import. Imports point one way: a format cannot
 * know of HTTP, and the model cannot know of a format. CONTRIBUTING.md shows the same table; a test compares them.
 */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  syntax: [],
  model: ["syntax"],
  site: ["model", "syntax"],
  compile: ["model", "site", "syntax"],
  import: ["compile", "model", "site", "syntax"],
  render: ["model", "site", "syntax"],
  store: ["model", "site", "syntax"],
  http: ["model", "render", "site", "store", "syntax"],
  hub: ["http", "model", "render", "site", "store", "syntax"],
  desk: ["compile", "http", "hub", "model", "render", "site", "store", "syntax"],
  doctor: ["model", "site", "syntax"],
  cli: ["compile", "desk", "doctor", "http", "import", "model", "render", "site", "store", "syntax"],
  "dependencies.ts": ["http", "store"],
  "worker.ts": ["dependencies.ts", "http"],
  "preview-worker.ts": ["http"],
  "newsroom-dependencies.ts": ["desk", "http", "hub", "model", "store"],
  "newsroom-worker.ts": ["desk", "http", "hub", "newsroom-dependencies.ts"],
};
