import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { PageKind, Pages } from "../../gallery/page-kinds.ts";

const ROOT = join(import.meta.dirname, "../../..");
/** Every module with markup in a folder of pages. */
const PAGE_MODULES = globSync("src/**/pages/*.tsx", { cwd: ROOT }).toSorted();

/** The functions of the page modules that a test can watch, by module. */
const watched = new Map<string, Readonly<Record<string, unknown>>>();
let kinds: readonly PageKind[] = [];
let openNew: (direction: "ltr" | "rtl") => Pages;

beforeAll(async () => {
  for (const path of PAGE_MODULES) vi.doMock(join(ROOT, path), { spy: true });
  const { PAGE_KINDS, openPages } = await import("../../gallery/page-kinds.ts");
  kinds = PAGE_KINDS;
  openNew = openPages;
  for (const path of PAGE_MODULES) watched.set(path, await import(join(ROOT, path)));
});

describe.each(["ltr", "rtl"] as const)("the gallery in the direction %s", (direction) => {
  test("has a page of the expected status, language and direction for each kind", async () => {
    const pages = openNew(direction);
    for (const kind of kinds) {
      const html = await (await pages.page(kind)).text();
      const isArabic = direction === "rtl" && !kind.isEnglish;
      expect(html, kind.name).toMatch(isArabic ? /<html lang="ar" dir="rtl"/ : /<html lang="en"/);
    }
  });

  test("answers what the pages load", async () => {
    const pages = openNew(direction);
    for (const kind of kinds) {
      const html = await (await pages.page(kind)).text();
      const loaded = [...html.matchAll(/<(?:img|link rel="stylesheet")[^>]*? (?:src|href)="([^"]+)"/g)];
      const paths = loaded.map(([, address = ""]) => new URL(address, "https://news.example.org").pathname);
      expect(paths.length, kind.name).toBeGreaterThan(0);
      for (const path of new Set(paths)) expect((await pages.resource(path)).status, `${kind.name}: ${path}`).toBe(200);
    }
  });
});

test("the gallery renders every page module", async () => {
  const pages = openNew("ltr");
  for (const kind of kinds) await pages.page(kind);
  const missing = PAGE_MODULES.filter((path) => {
    const functions = Object.entries(watched.get(path) ?? {}).filter(([, value]) => vi.isMockFunction(value));
    const isCalled = (value: unknown) => vi.isMockFunction(value) && value.mock.calls.length > 0;
    const renderers = functions.filter(([name]) => name.startsWith("render"));
    return !functions.some(([, value]) => isCalled(value)) || !renderers.every(([, value]) => isCalled(value));
  });
  expect(missing).toEqual([]);
  expect(PAGE_MODULES.length).toBeGreaterThan(9);
});

test("every module that renders a document of its own is in a folder of pages", () => {
  const outside = globSync("src/**/*.{ts,tsx}", { cwd: ROOT }).filter((path) => {
    const isPage = basename(dirname(path)) === "pages";
    return !isPage && /(?<!function )\brender(?:Document|DeskPage)\(/.test(readFileSync(join(ROOT, path), "utf8"));
  });
  expect(outside).toEqual([]);
});

test("names of kinds are unique and fit for folders", () => {
  const names = kinds.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([]);
});
