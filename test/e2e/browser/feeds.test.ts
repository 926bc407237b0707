import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";
import { describeWith } from "../harness/installed.ts";
import { servedItems } from "../harness/served-items.ts";
import { test as browserTest, chromiumPackage } from "./browser-test.ts";

/** An empty page of another origin. */
const test = browserTest.extend("elsewhere", { scope: "file" }, async ({ browser: _ }, { onCleanup }) => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Elsewhere</title>");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onCleanup(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/`;
});

describeWith(chromiumPackage, "in Chromium", () => {
  test.for([
    ["/rss.xml", "RSS"],
    ["/atom.xml", "Atom"],
    ["/feed.json", "JSON Feed"],
  ] as const)(
    "a person who opens %s sees its form, its address and its articles",
    async ([path, form], { browser, server }) => {
      const page = await browser.newPage();
      await page.goto(server.origin + path);
      expect(await page.locator("h1").innerText()).toContain(form);
      expect(await page.locator("code.address").innerText()).toBe(server.origin + path);
      // One click selects the whole address.
      await page.locator("code.address").click();
      expect(await page.evaluate<string>("getSelection().toString()")).toBe(server.origin + path);
      const titles = (await servedItems(server)).map(({ title }) => title);
      const headlines = await page.locator("main h2, main h3").allInnerTexts();
      expect(headlines.map((headline) => headline.trim())).toEqual(expect.arrayContaining(titles));
      expect(await page.locator(`a[href="${server.origin}${path}?raw"]`).count()).toBe(1);
      await page.context().close();
    },
  );

  test("one click leads from the page of a feed to the feed itself", async ({ browser, server }) => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/rss.xml`);
    const response = page.waitForResponse(`${server.origin}/rss.xml?raw`);
    await page.locator('a[href$="?raw"]').click();
    expect((await response).headers()["content-type"]).toBe("application/rss+xml; charset=utf-8");
    expect(await (await response).text()).toBe((await server.get("/rss.xml")).text);
    await page.context().close();
  });

  test("a page of another origin can read the feed and revalidate it", async ({ browser, server, elsewhere }) => {
    const page = await browser.newPage();
    await page.goto(elsewhere);
    const read = `(async () => {
      const address = ${JSON.stringify(`${server.origin}/feed.json`)};
      const first = await fetch(address, { cache: "no-store" });
      const etag = first.headers.get("etag");
      const again = await fetch(address, { cache: "no-store", headers: { "if-none-match": etag } });
      return { status: first.status, link: first.headers.get("link"), items: (await first.json()).items.length, again: again.status };
    })()`;
    expect(await page.evaluate(read)).toEqual({
      status: 200,
      link: `<${server.origin}/feed.json>; rel="self"; type="application/feed+json", <${server.origin}/>; rel="alternate"; type="text/html"`,
      items: (await servedItems(server)).length,
      again: 304,
    });
    await page.context().close();
  });

  test("a page of another origin cannot read an HTML page of the service", async ({ browser, server, elsewhere }) => {
    const page = await browser.newPage();
    await page.goto(elsewhere);
    const read = `fetch(${JSON.stringify(`${server.origin}/`)}).then(() => "read", () => "refused")`;
    expect(await page.evaluate(read)).toBe("refused");
    await page.context().close();
  });
});
