import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { LOOKS } from "../e2e/browser/looks.ts";
import { ORIGIN } from "../fixtures/full-article.ts";
import type { PageKind, Pages } from "./page-kinds.ts";
import type { Direction } from "./publications.ts";

/** In pixels. A picture of a longer page shows its beginning. */
export const MAX_HEIGHT = 5_000;

/** A picture is named for what it shows: the direction, the width of the window in pixels and the colour scheme. */
export const PICTURES = (["ltr", "rtl"] satisfies Direction[]).flatMap((direction) =>
  LOOKS.map((look) => {
    const { width } = look.viewport;
    return { direction, look, width, file: `${direction}-${width}-${look.colorScheme}.png` };
  }),
);

/**
 * Pictures load when they are near the window; a picture of the whole page needs them all. A video shows a moving
 * circle until it has loaded or failed.
 */
const LOAD_ALL_MEDIA = `Promise.all([
  ...[...document.images].map((image) => {
    image.loading = "eager";
    return image.decode().catch(() => undefined);
  }),
  ...[...document.querySelectorAll("video")].map((video) => new Promise((resolve) => {
    if (video.networkState !== HTMLMediaElement.NETWORK_LOADING) return resolve();
    for (const event of ["loadedmetadata", "error"]) video.addEventListener(event, resolve);
    setTimeout(resolve, 3000);
  })),
])`;
const HEIGHT = "Math.ceil(document.documentElement.getBoundingClientRect().height)";

/** Undefined if there is no such program. The variable CHROMIUM names another one. */
export function findChromium(): string | undefined {
  const path = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return existsSync(path) ? path : undefined;
}

export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    // The sandbox does not start for root or in most containers, and the pages are our own.
    chromiumSandbox: false,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Takes the pictures of one kind of page in one direction, and writes them to `folder`. */
export async function takePictures(
  browser: Browser,
  { kind, pages, direction, folder }: { kind: PageKind; pages: Pages; direction: Direction; folder: string },
): Promise<void> {
  const document = await pages.page(kind);
  const context = await browser.newContext({ serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    await answerRequests(page, document, pages);
    await page.goto(`${ORIGIN}/`);
    mkdirSync(folder, { recursive: true });
    for (const { look, width, file } of PICTURES.filter((picture) => picture.direction === direction)) {
      await page.setViewportSize(look.viewport);
      await page.emulateMedia({ colorScheme: look.colorScheme });
      await page.evaluate(LOAD_ALL_MEDIA);
      const height = Math.min(Math.max(await page.evaluate<number>(HEIGHT), look.viewport.height), MAX_HEIGHT);
      await page.screenshot({
        path: join(folder, file),
        fullPage: true,
        clip: { x: 0, y: 0, width, height },
        animations: "disabled",
      });
    }
  } finally {
    await context.close();
  }
}

/**
 * Answers every request of the page in this process: the first with the document, the rest with what it loads. Nothing
 * else is reached.
 */
async function answerRequests(page: Page, document: Response, pages: Pages): Promise<void> {
  await page.route("**/*", async (route) => {
    const request = route.request();
    const { origin, pathname } = new URL(request.url());
    if (origin !== ORIGIN) return route.abort();
    const response = request.isNavigationRequest() ? document : await pages.resource(pathname);
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries([...response.headers].filter(([name]) => name !== "refresh")),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
}
