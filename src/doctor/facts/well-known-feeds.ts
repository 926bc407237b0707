/** Where the feeds of common programs are: WordPress, Ghost, Jekyll, Hugo, Eleventy, Blogger and many others. */
const PATHS = ["feed/", "rss/", "rss.xml", "feed.xml", "index.xml", "atom.xml", "feed.json", "feeds/posts/default"];
/** Where the feed of a section is, below the section's address. */
const SECTION_PATHS = ["feed/", "index.xml"];

/**
 * The addresses at which to look for a feed if a page names none: first those of the section, then those of the site.
 *
 * @param page the address of the page
 */
export function wellKnownFeeds(page: string): readonly string[] {
  const url = URL.parse(".", page);
  if (!url || !/^https?:$/.test(url.protocol)) return [];
  const section = SECTION_PATHS.map((path) => `${url.origin}${url.pathname}${path}`);
  return [...new Set([...section, ...PATHS.map((path) => `${url.origin}/${path}`)])];
}

/** Whether a document begins as a feed does. A page or a site map may be at such an address as well. */
export function beginsAsFeed(start: string): boolean {
  if (start.trimStart().startsWith("{"))
    return /"items"\s*:\s*\[|jsonfeed\.org\/version\//.test(start.replaceAll("\\/", "/"));
  let at = 0;
  for (let comment = start.indexOf("<!--"); comment !== -1; comment = start.indexOf("<!--", at)) {
    if (/<[a-z]/i.test(start.slice(at, comment))) break;
    const end = start.indexOf("-->", comment);
    if (end === -1) return false;
    at = end;
  }
  const [, root = ""] = /<([a-z][\w:.-]*)/i.exec(start.slice(at)) ?? [];
  return /^(?:[a-z]+:)?(?:rss|feed|rdf)$/i.test(root);
}
