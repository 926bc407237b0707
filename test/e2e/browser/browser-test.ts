import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { debianPackage } from "../harness/installed.ts";
import { test as servedTest } from "../harness/served-test.ts";
import { readArticlesThatAreOut } from "../harness/written-articles.ts";

const EXECUTABLE = "/usr/bin/chromium";

export const chromiumPackage = debianPackage("chromium", EXECUTABLE, ["--version"]);

const INDEXES = ["/search", "/search?q=feed", "/sections/", "/tags/", "/authors/", "/archives/"];

/** The tests of one file share one Chromium, which starts with a new profile and removes it. */
export const test = servedTest
  .extend("browser", { scope: "file" }, async ({ copy }, { onCleanup }) => {
    const home = join(copy.scratch, "browser");
    mkdirSync(home);
    const browser = await chromium.launch({
      executablePath: EXECUTABLE,
      // Chromium's sandbox does not start for root, the user in CI.
      chromiumSandbox: process.getuid?.() !== 0,
      env: { ...copy.environment, HOME: home },
    });
    onCleanup(() => browser.close());
    return browser;
  })
  /** The paths of every page that a person can open, and of a page that does not exist. */
  .extend("pages", { scope: "file" }, ({ server }) => {
    const articles = readArticlesThatAreOut(server.root).map(({ slug }) => `/articles/${encodeURIComponent(slug)}`);
    const lists = ["/sections/world/", "/tags/feeds/", "/authors/the-dateline-desk/", "/feeds", ...INDEXES];
    return ["/", ...articles, ...lists, "/rss.xml", "/tags/feeds/atom.xml", "/feed.json", "/feed", "/nothing"];
  });
