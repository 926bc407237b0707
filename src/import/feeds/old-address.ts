import { slugOf } from "../../model/slug.ts";
import { ARTICLES_PREFIX } from "../../site/addresses.ts";
import { formerPath } from "../../site/former-path.ts";
import { percentDecodeOrKeep } from "../../syntax/percent.ts";
import { withoutTracking } from "./identity/tracking-parameters.ts";
import type { ImportNote } from "./import-note.ts";
import type { ImportedEntry } from "./imported-entry.ts";

/**
 * What an entry's old address becomes, without tracking parameters: former paths of the article, or its canonical
 * address if the original is on another site. An original that the source names is canonical in any case.
 */
export type OldAddress = { readonly formerPaths: readonly string[]; readonly canonical?: string };

/** @param site the address of the old site; if undefined, every link counts as a link of that site */
export function oldAddress(
  { link, paths = [], canonical: named }: ImportedEntry,
  site: string | undefined,
): OldAddress {
  const url = link === undefined ? null : URL.parse(withoutTracking(link));
  const canonical = named === undefined ? undefined : withoutTracking(named);
  if (url && !isOwnAddress(url, site)) return { formerPaths: [], canonical: canonical ?? url.href };
  const all = [...(url ? [url.pathname + url.search] : []), ...paths];
  const kept = all.flatMap((path) => formerPath.safeParse(path).data ?? []);
  const formerPaths = [...new Set(kept)];
  return canonical === undefined || canonical === url?.href ? { formerPaths } : { formerPaths, canonical };
}

/** A note if the old path is one of the service's own, so that no article can have it. */
export function lostPathNotes({ link, paths = [] }: ImportedEntry, site: string | undefined): readonly ImportNote[] {
  const url = link === undefined ? null : URL.parse(withoutTracking(link));
  const own = url && isOwnAddress(url, site) && url.pathname !== "/" ? [url.pathname + url.search] : [];
  return [...own, ...paths].flatMap((path) =>
    formerPath.safeParse(path).success || path.startsWith(ARTICLES_PREFIX)
      ? []
      : [{ kind: "lost", message: "an old path at which this service has something of its own", found: path }],
  );
}

/** Whether an address is on the old site. Without a site, every address counts as one of it. */
export function isOwnAddress(url: URL, site: string | undefined): boolean {
  return !site || bareHost(url.hostname) === bareHost(URL.parse(site)?.hostname ?? "");
}

function bareHost(host: string): string {
  return host.replace(/^www\./, "");
}

/**
 * Suggests a slug: the old name, the last segment of the old address, the title, or the day and the id, whichever is
 * usable first.
 */
export function suggestedSlug({ slug, link, title, published }: ImportedEntry, id: string): string {
  const path = (link === undefined ? undefined : URL.parse(link)?.pathname) ?? "";
  const last = path.split("/").filter(Boolean).at(-1) ?? "";
  // On another Dateline, the last segment is the whole slug.
  const named = slug ?? (path.startsWith(ARTICLES_PREFIX) ? last : last.replace(/\.(?:html?|php|aspx?|md)$/i, ""));
  const suggestions = [
    percentDecodeOrKeep(named),
    title,
    `${published?.slice(0, 10) ?? "article"} ${id.slice(-8)}`,
  ].map(slugOf);
  return suggestions.find((each) => each !== "" && !/^(?:\d+|index)$/.test(each)) ?? "article";
}
