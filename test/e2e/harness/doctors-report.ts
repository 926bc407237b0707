import { diagnose } from "../../../src/doctor/diagnose.ts";
import { DEFAULT_FETCH_SETTINGS } from "../../../src/doctor/net/fetch-settings.ts";
import { elements, parsePage } from "../../unit/render/html/parse-page.ts";
import { exchange } from "./exchange.ts";

/** Errors and warnings of `npm run doctor` about one address of a service on this machine, a line each. */
export async function faultsAt(address: string): Promise<readonly string[]> {
  const report = await diagnose(address, { ...DEFAULT_FETCH_SETTINGS, mayAsk: () => true }, Date.now());
  if (!report.readable || report.subjects.length === 0) return [`${address}: the doctor could read nothing`];
  return report.findings
    .filter(({ level }) => level !== "note")
    .map(({ id, where, what }) => `${address}: ${id} at ${where}: ${what}`);
}

/**
 * A sample of a service's addresses: the front page, every feed that it links to, the negotiating address, feeds with
 * parameters, the list of feeds, every archive, and the page of one section, tag and author. From a page, the doctor
 * goes on to the feeds that it links to.
 */
export async function sampleOfAddresses(origin: string): Promise<readonly string[]> {
  const pages = ["/", ...(await onePageOfEachKind(origin))];
  const feeds = await feedsOf(origin, "/");
  const archives = (await Promise.all(feeds.map((feed) => archivesOf(origin, feed)))).flat();
  const others = ["/feed", "/feeds.opml", "/rss.xml?content=summary", "/atom.xml?limit=2", "/feed.json?q=a"];
  return [...new Set([...pages, ...feeds, ...archives, ...others])].map((path) => origin + path);
}

/** The first section, tag and author that the list of feeds names. */
async function onePageOfEachKind(origin: string): Promise<readonly string[]> {
  const { text } = await exchange(origin, "/feeds.opml");
  return ["sections", "tags", "authors"].flatMap((kind) => {
    const [, path] = new RegExp(`htmlUrl="${origin}(/${kind}/[^"]+)"`).exec(text) ?? [];
    return path === undefined ? [] : [path];
  });
}

/** The paths of all feeds that a page links to. */
async function feedsOf(origin: string, page: string): Promise<readonly string[]> {
  const { text } = await exchange(origin, page, { headers: { accept: "text/html" } });
  return elements(parsePage(text), "link").flatMap(({ properties: { rel, type, href } }) =>
    Array.isArray(rel) && rel.includes("alternate") && /^application\/(?:rss|atom|feed)\+/.test(String(type))
      ? [new URL(String(href), origin).pathname]
      : [],
  );
}

/** The paths of the archives before a feed (RFC 5005 section 4), by the links of its header. */
async function archivesOf(origin: string, feed: string): Promise<readonly string[]> {
  const { headers } = await exchange(origin, feed);
  const [, previous] = /<([^>]*)>; rel="prev-archive"/.exec(String(headers.link)) ?? [];
  if (previous === undefined) return [];
  const path = new URL(previous).pathname;
  return [path, ...(await archivesOf(origin, path))];
}
