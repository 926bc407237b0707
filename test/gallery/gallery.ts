import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { createViteServer } from "vitest/node";
import { command, EXIT_OK, EXIT_WRONG_USE, fail, runIfMain } from "../../src/cli/console/command.ts";
import { ok } from "../../src/syntax/result.ts";
import { renderIndex } from "./index-page.ts";
import type { PageKind } from "./page-kinds.ts";
import type { Direction } from "./publications.ts";
import { findChromium, launchChromium, PICTURES, takePictures } from "./take-pictures.ts";

const ROOT = join(import.meta.dirname, "../..");
const DEFAULT_FOLDER = ".dateline/gallery";

/** `npm run gallery`. The pages come from the service's own renderers; the folder content/ is not read. */
const GALLERY = command({
  usage: ["npm run gallery -- [--only KIND[,KIND…]] [--out DIR]"],
  about:
    "Takes pictures of every kind of page in Chromium: light and dark, on a phone and a desktop, left-to-right and right-to-left.",
  options: {
    only: { type: "text", value: "KINDS", about: "kinds of page, separated by commas; without it, all" },
    out: { type: "text", value: "DIR", about: "where the pictures and the index go", default: DEFAULT_FOLDER },
  },
  notes:
    "The index shows every kind that has pictures in the folder. The variable CHROMIUM names another program than /usr/bin/chromium.",
  exits: { 0: "done", 1: "a page or the browser failed" },
  read: (given) =>
    ok({ only: given.text("only")?.split(",") ?? [], out: resolve(ROOT, given.text("out") ?? DEFAULT_FOLDER) }),
  run: takeGallery,
});

await runIfMain(import.meta, GALLERY);

type Options = { readonly only: readonly string[]; readonly out: string };

async function takeGallery({ only, out }: Options): Promise<number> {
  const chromium = findChromium();
  if (chromium === undefined)
    return fail("Chromium was not found: install it, or put the path of its program into the variable CHROMIUM.");
  const { PAGE_KINDS, openPages } = await loadPageKinds();
  const unknown = only.filter((name) => !PAGE_KINDS.some((kind) => kind.name === name));
  if (unknown.length > 0) {
    const known = PAGE_KINDS.map(({ name }) => name).join(", ");
    return fail(`Unknown kind: ${unknown.join(", ")}. The kinds are ${known}.`, EXIT_WRONG_USE);
  }
  const kinds = PAGE_KINDS.filter(({ name }) => only.length === 0 || only.includes(name));
  mkdirSync(out, { recursive: true });
  const browser = await launchChromium(chromium);
  try {
    const takeAll = async (direction: Direction) => {
      const pages = openPages(direction);
      for (const kind of kinds) {
        await takePictures(browser, { kind, pages, direction, folder: join(out, kind.name) });
        console.log(`${direction}  ${kind.title}`);
      }
    };
    await Promise.all([takeAll("ltr"), takeAll("rtl")]);
  } finally {
    await browser.close();
  }
  const index = join(out, "index.html");
  writeFileSync(index, renderIndex(PAGE_KINDS.filter((kind) => hasPictures(out, kind))));
  console.log(`${kinds.length * PICTURES.length} pictures; the index is ${relative(process.cwd(), index)}`);
  return EXIT_OK;
}

/**
 * Node cannot load the renderers, because it does not compile JSX. Vite does, here with the settings of the unit tests.
 */
async function loadPageKinds(): Promise<typeof import("./page-kinds.ts")> {
  const vite = await createViteServer({
    root: ROOT,
    configFile: false,
    appType: "custom",
    logLevel: "error",
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    oxc: { jsx: { importSource: "#jsx" } },
  });
  try {
    const loaded = await vite.ssrLoadModule("/test/gallery/page-kinds.ts");
    return loaded as typeof import("./page-kinds.ts");
  } finally {
    await vite.close();
  }
}

function hasPictures(out: string, { name }: PageKind): boolean {
  return PICTURES.every(({ file }) => existsSync(join(out, name, file)));
}
