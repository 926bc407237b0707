import { type Link, linkOf, linksWith } from "./links.ts";
import { scanHtml } from "./scan-html.ts";

/** The feeds that a page links to. */
export type PageFacts = { readonly feedLinks: readonly Link[] };

/** The media types by which readers find feeds. JSON Feed 1 used `application/json`. */
const FEED_MEDIA_TYPES: readonly string[] = [
  "application/rss+xml",
  "application/atom+xml",
  "application/feed+json",
  "application/json",
  "application/rdf+xml",
];

export function pageFacts(html: string, address: string): PageFacts {
  const tags = scanHtml(html);
  const base = tags.find(({ name, attributes }) => name === "base" && attributes.has("href"))?.attributes.get("href");
  const resolved = URL.parse(base ?? "", address)?.href ?? address;
  const links = tags.flatMap(({ name, attributes }) => {
    const href = attributes.get("href");
    if (name !== "link" || href === undefined) return [];
    const [rel, type, title] = ["rel", "type", "title"].map((key) => attributes.get(key));
    return [linkOf(href, resolved, { rel, type, title })];
  });
  return { feedLinks: feedLinksIn(links) };
}

export function feedLinksIn(links: readonly Link[]): readonly Link[] {
  return linksWith(links, "alternate").filter(({ type, rel }) => isFeedType(type) && !rel.includes("stylesheet"));
}

export function isFeedType(type: string | undefined): boolean {
  return type !== undefined && FEED_MEDIA_TYPES.includes(type);
}
