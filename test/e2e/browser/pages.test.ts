import { rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { describeWith } from "../harness/installed.ts";
import { chromiumPackage, test } from "./browser-test.ts";
import { LOOKS } from "./looks.ts";
import { pageFaults } from "./page-faults.ts";

describeWith(chromiumPackage, "in Chromium", () => {
  test.for(LOOKS)("no page has a fault at $name", async (look, { browser, server, pages }) => {
    const context = await browser.newContext(look);
    const faults = await pageFaults(
      context,
      pages.map((path) => server.origin + path),
    );
    await context.close();
    expect(faults).toEqual([]);
  });

  test("the faults of a broken page are found", async ({ browser, server }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.route(`${server.origin}/broken`, (route) =>
      route.fulfill({
        contentType: "text/html; charset=utf-8",
        headers: { "content-security-policy": "script-src 'none'" },
        body: '<!doctype html><title>.</title><script>1</script><img src="/media/0/none.png"><p style="width: 800px">.',
      }),
    );
    const faults = await pageFaults(context, [`${server.origin}/broken`]);
    await context.close();
    const kinds = new Set(faults.map((fault) => fault.split(" ")[1]));
    expect([...kinds].toSorted()).toEqual(["console:", "overflow:", "picture:", "response:", "seen:"]);
    const seen = faults.find((fault) => fault.includes(" seen: "))?.replace(/^.* seen: /, "") ?? "";
    rmSync(dirname(seen), { recursive: true });
  });

  test("pages are dark if the reader prefers dark mode", async ({ browser, server }) => {
    const page = await browser.newPage({ colorScheme: "light" });
    await page.goto(server.origin);
    const lightness = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    const light = await lightness();
    await page.emulateMedia({ colorScheme: "dark" });
    expect(brightnessOf(light)).toBeGreaterThan(200);
    expect(brightnessOf(await lightness())).toBeLessThan(60);
    await page.context().close();
  });

  test("every page is the same without scripts, but for the buttons that copy", async ({ browser, server, pages }) => {
    const withScripts = await browser.newPage();
    const without = await browser.newPage({ javaScriptEnabled: false });
    const textOf = async (page: Page, path: string) => {
      await page.goto(server.origin + path);
      await page.locator("body").evaluate((body) => {
        for (const button of body.querySelectorAll(".copyable button")) button.remove();
      });
      return page.locator("body").innerText();
    };
    for (const path of pages) {
      const seen = await textOf(without, path);
      expect(seen.length, path).toBeGreaterThan(100);
      expect(seen, path).toBe(await textOf(withScripts, path));
    }
    await without.context().close();
    await withScripts.context().close();
  });
});

/** The mean of the channels of `rgb(r, g, b)`, from 0 to 255. */
function brightnessOf(colour: string): number {
  const channels = [...colour.matchAll(/\d+/g)].map(Number).slice(0, 3);
  return channels.reduce((sum, channel) => sum + channel, 0) / 3;
}
