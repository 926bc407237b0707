import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { describeWith } from "../harness/installed.ts";
import { chromiumPackage, test } from "./browser-test.ts";
import { LOOKS } from "./looks.ts";

async function violations(page: Page): Promise<readonly string[]> {
  const { violations } = await page.evaluate<axe.AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describeWith(chromiumPackage, "in Chromium", () => {
  test("axe finds no violation on any page, at any size, in light and dark mode", { timeout: 240_000 }, async ({
    browser,
    server,
    pages,
  }) => {
    // The policy of a page blocks every script, including axe. This context is used for axe only.
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    const found: string[] = [];
    for (const path of pages) {
      await page.goto(server.origin + path);
      await page.evaluate(axe.source);
      for (const { name, viewport, colorScheme } of LOOKS) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        for (const violation of await violations(page)) found.push(`${path} at ${name}: ${violation}`);
      }
    }
    await context.close();
    expect(found).toEqual([]);
  });

  test("axe reports the violations of a faulty page", async ({ browser }) => {
    const page = await browser.newPage();
    await page.setContent(
      '<html><body><main><img src="data:,"><p style="color:#ccc;background:#fff">Pale</p></main></body></html>',
    );
    await page.evaluate(axe.source);
    const found = (await violations(page)).map((violation) => violation.replace(/:.*/s, ""));
    expect(found).toEqual(expect.arrayContaining(["color-contrast", "document-title", "html-has-lang", "image-alt"]));
    await page.context().close();
  });

  test("the first Tab focuses a link that skips the header, and the link works", async ({ browser, server, pages }) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    for (const path of pages) {
      await page.goto(server.origin + path);
      await page.keyboard.press("Tab");
      const focused = page.locator(":focus");
      expect(await focused.getAttribute("href"), path).toBe("#content");
      expect(await focused.getAttribute("class"), path).toBe("skip");
      const box = await focused.boundingBox();
      expect(box && box.x >= 0 && box.y >= 0 && box.height > 0, `${path}: the link shows`).toBe(true);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      const isInside = "document.querySelector('main').contains(document.activeElement)";
      expect(await page.evaluate<boolean>(isInside), path).toBe(true);
    }
    await page.context().close();
  });

  test("a printed article shows no navigation", async ({ browser, server, pages }) => {
    const page = await browser.newPage();
    for (const path of pages.filter((each) => each.startsWith("/articles/"))) {
      await page.goto(server.origin + path);
      expect(await page.locator("nav:visible").count(), path).toBeGreaterThan(0);
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("nav:visible, .skip:visible, .subscribe:visible").count(), path).toBe(0);
      expect(await page.locator("h1").isVisible(), path).toBe(true);
      expect(await page.locator(".e-content").isVisible(), path).toBe(true);
      await page.emulateMedia({ media: null });
    }
    await page.context().close();
  });
});
