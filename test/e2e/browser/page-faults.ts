import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";

/** Told to the console, where it is heard like any other complaint. */
const REPORT_VIOLATIONS = `addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  console.error("policy: " + violatedDirective + " " + blockedURI))`;

/** Also those further down, which wait for somebody to scroll. */
const BROKEN_IMAGES = `Promise.all([...document.images].map(async (image) => {
  image.loading = "eager";
  try { await image.decode(); } catch {}
  return image.naturalWidth > 0 ? [] : [image.currentSrc];
})).then((lists) => lists.flat())`;

const OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/**
 * What is wrong with pages when they are opened: complaints on the console, blocked or failed requests, pictures that do not show, a width that
 * wants scrolling. Where anything is, there is a picture of it too. One tab opens them all: a new one for each takes seconds.
 */
export async function pageFaults(context: BrowserContext, addresses: readonly string[]): Promise<readonly string[]> {
  const faults: string[] = [];
  let address = "";
  const fault = (words: string) => faults.push(`${new URL(address).pathname} ${words}`);
  const page = await context.newPage();
  await page.addInitScript(REPORT_VIOLATIONS);
  page.on("console", (message) => {
    const isOwn404 = message.location().url === address && /status of 404/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !isOwn404) fault(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => fault(`script: ${error.message}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // Aborted by us, who left for the next page before the icon had come; what a policy or a server refuses has other names.
    if (reason !== "net::ERR_ABORTED") fault(`request: ${request.url()}: ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && response.url() !== address)
      fault(`response: ${response.url()}: ${response.status()}`);
  });
  for (address of addresses) {
    const before = faults.length;
    const response = await page.goto(address, { waitUntil: "load" });
    if (response?.headers()["content-type"] !== "text/html; charset=utf-8") fault("type: not a page");
    for (const source of await page.evaluate<string[]>(BROKEN_IMAGES)) fault(`picture: ${source}`);
    const overflow = await page.evaluate<number>(OVERFLOW);
    if (overflow > 0) fault(`overflow: ${overflow} pixels`);
    if (faults.length === before) continue;
    const path = join(mkdtempSync(join(tmpdir(), "dateline-screenshot-")), "page.png");
    await page.screenshot({ path, fullPage: true });
    fault(`seen: ${path}`);
  }
  await page.close();
  return faults;
}
