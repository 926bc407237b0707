import { slugOf } from "../../model/slug.ts";
import { ARTICLES_PREFIX } from "../../site/addresses.ts";
import { formerPath } from "../../site/former-path.ts";
import type { ImportedEntry } from "./imported-entry.ts";

/** What the address an entry had before means here: paths that lead to it, or else an original that is elsewhere. */
export type OldAddress = { readonly formerPaths: readonly string[]; readonly canonical?: string };

/**
 * @param site the address of the site that the entries were on; undefined where it is not known, and every link is taken for the site's
 * @param own the article's path here, which leads to it already
 */
export function oldAddress({ link, paths = [] }: ImportedEntry, site: string | undefined, own: string): OldAddress {
  const url = link === undefined ? null : URL.parse(link);
  const isOwn = !url || !site || bareHost(url.hostname) === bareHost(URL.parse(site)?.hostname ?? "");
  if (url && !isOwn) return { formerPaths: [], canonical: url.href };
  const all = [...(url ? [url.pathname + url.search] : []), ...paths];
  const kept = all.flatMap((path) => formerPath.safeParse(path).data ?? []).filter((path) => path !== own);
  return { formerPaths: [...new Set(kept)] };
}

function bareHost(host: string): string {
  return host.replace(/^www\./, "");
}

/** The slug an entry suggests: the name it had, or the last part of its old address, or its title, or else its time and id. */
export function suggestedSlug({ slug, link, title, published }: ImportedEntry, id: string): string {
  const path = (link === undefined ? undefined : URL.parse(link)?.pathname) ?? "";
  const last = path.split("/").filter(Boolean).at(-1) ?? "";
  // An article of a service like this one has its slug there, whole.
  const named = slug ?? (path.startsWith(ARTICLES_PREFIX) ? last : last.replace(/\.(?:html?|php|aspx?|md)$/i, ""));
  const suggestions = [decoded(named), title, `${published?.slice(0, 10) ?? "article"} ${id.slice(-8)}`].map(slugOf);
  return suggestions.find((each) => each !== "" && !/^(?:\d+|index)$/.test(each)) ?? "article";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
