import { feedsAndComments } from "./feed-links.ts";
import { type Link, linkOf, linksWith } from "./links.ts";
import { scanHtml } from "./scan-html.ts";

/** The feeds that a page links to, those of comments apart, and its site's home page if the page names it. */
export type PageFacts = {
  readonly feedLinks: readonly Link[];
  readonly commentLinks: readonly Link[];
  readonly home?: string;
};

export function pageFacts(html: string, address: string): PageFacts {
  const tags = scanHtml(html);
  const base = tags.find(({ name, attributes }) => name === "base" && attributes.has("href"))?.attributes.get("href");
  const resolved = URL.parse(base ?? "", address)?.href ?? address;
  const links = tags.flatMap(({ name, attributes }) => {
    const href = attributes.get("href");
    // Links in the text are for people, unless they say that they lead to a feed or to the home page.
    if (href === undefined || (name !== "link" && name !== "a")) return [];
    const [rel, type, title] = ["rel", "type", "title"].map((key) => attributes.get(key));
    return [linkOf(href, resolved, { rel, type, title })];
  });
  const [home] = linksWith(links, "home").filter(({ href }) => URL.parse(href)?.host === URL.parse(address)?.host);
  const { feeds, comments } = feedsAndComments(links);
  return { feedLinks: feeds, commentLinks: comments, ...(home && { home: home.href }) };
}
