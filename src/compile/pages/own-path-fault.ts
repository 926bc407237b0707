import { pagePath } from "../../site/addresses.ts";
import { foreignFeed } from "../../site/foreign-feed-paths.ts";
import { isOwnPath } from "../../site/own-paths.ts";

/** What is wrong with the slug of a page at whose path the service itself answers. Undefined if it is free. */
export function ownPathFault(slug: string): string | undefined {
  const path = pagePath(slug);
  if (isOwnPath(path)) return `a slug of its own, but the service itself answers at ${path}`;
  const isFeed = foreignFeed(new URL(path, "https://host.invalid")) !== undefined;
  return isFeed ? `a slug of its own, but ${path} leads to a feed, as in other systems` : undefined;
}
