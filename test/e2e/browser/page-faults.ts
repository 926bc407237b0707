import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";

/** Writes policy violations to the console, where they are collected like other messages. */
const REPORT_VIOLATIONS = `addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  console.error("policy: " + violatedDirective + " " + blockedURI))`;

/** Loads all images, also those that load lazily. */
const BROKEN_IMAGES = `Promise.all([...document.images].map(async (image) => {
  image.loading = "eager";
  try { await image.decode(); } catch {}
  return image.naturalWidth > 0 ? [] : [image.currentSrc];
})).then((lists) => lists.flat())`;

const OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/**
 * The faults of pages when they are opened: messages on the console, blocked or failed requests, images that do not
 * show, a width that requires scrolling. A page with faults is photographed. One tab opens all pages, because a new tab
 * for each takes seconds.
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
    // The test aborted it by leaving the page before the icon had loaded. A blocked or refused request has another
    // reason.
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
