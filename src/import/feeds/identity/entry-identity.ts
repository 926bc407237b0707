import { createHash } from "node:crypto";
import { tagUriSchema } from "../../../model/schema.ts";
import { type TagAuthority, tagUri } from "../../../model/tag-uri.ts";
import { formerPathKey } from "../../../site/former-path.ts";
import type { ImportedEntry } from "../imported-entry.ts";
import { isOwnAddress } from "../old-address.ts";
import { withoutTracking } from "./tracking-parameters.ts";

/**
 * The id of an entry, and the id that it has if another entry has the same guid. Both are the same at every import.
 *
 * - `addresses` are the old addresses in the form in which they are compared.
 * - `isByGuid` is false if the source has no guid, or one that says nothing.
 */
export type EntryIdentity = {
  readonly id: string;
  readonly idApart: string;
  readonly isByGuid: boolean;
  readonly addresses: readonly string[];
};

type Setting = { readonly identity: TagAuthority; readonly site: string | undefined };

/** What programs write if they have no guid. */
const NO_GUID = /^(?:(?:urn:uuid:)?[0\s-]*|-1|null|nil|none|undefined|nan|true|false|n\/a|\[object object\])$/i;

/**
 * The id is the guid if that is a tag URI, otherwise a tag URI derived from the guid, or the address, or title and
 * time. The id apart is derived from the guid and the address, or from title and time if there is no address.
 */
export function identityOf(entry: ImportedEntry, { identity, site }: Setting): EntryIdentity {
  const { guid: written, link, title, published, html } = entry;
  const guid = written !== undefined && saysNothing(written, site) ? undefined : written;
  const page = link === undefined || isHome(link, site) ? undefined : addressKey(link);
  const words = `${title === "" ? html : title}\n${published ?? ""}`;
  const name = (guid && (URL.canParse(guid) ? withoutTracking(guid) : guid)) ?? page ?? words;
  const apart = guid === undefined ? words : (page ?? words);
  // A guid that is not a URL is unique on its own site only.
  const host = URL.canParse(name) ? "" : `${URL.parse(site ?? "")?.hostname ?? ""} `.trimStart();
  const idOf = (text: string) => {
    const digest = createHash("sha256")
      .update(host + text)
      .digest("hex")
      .slice(0, 20);
    return tagUri(identity, `imported/${digest}`);
  };
  return {
    id: guid !== undefined && tagUriSchema.safeParse(guid).success ? guid : idOf(name),
    idApart: idOf(`${name}\n${apart}`),
    isByGuid: guid !== undefined,
    addresses: comparable(page === undefined ? { paths: entry.paths ?? [] } : entry, site),
  };
}

/** A guid that every entry may have: a word for nothing, or the address of the site. */
function saysNothing(guid: string, site: string | undefined): boolean {
  return NO_GUID.test(guid.trim()) || (URL.canParse(guid) && isHome(guid, site));
}

/** Whether an address is that of a site rather than that of an article. */
function isHome(address: string, site: string | undefined): boolean {
  const url = URL.parse(withoutTracking(address));
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  if (url.pathname === "/" && url.search === "" && url.hash === "") return true;
  return site !== undefined && addressKey(address) === addressKey(site);
}

/** An address without what changes while the page stays the same: tracking, the scheme, `www.` */
function addressKey(address: string): string {
  const { protocol = "", host = "", pathname = "", search = "", hash = "" } = URL.parse(withoutTracking(address)) ?? {};
  return /^https?:$/.test(protocol) ? `https://${host.replace(/^www\./, "")}${pathname}${search}${hash}` : address;
}

function comparable(
  { link, paths = [] }: Pick<ImportedEntry, "link" | "paths">,
  site: string | undefined,
): readonly string[] {
  const url = link === undefined ? null : URL.parse(withoutTracking(link));
  if (url && !isOwnAddress(url, site)) return [addressKey(url.href)];
  return [...(url ? [url.pathname + url.search + url.hash] : []), ...paths].map(formerPathKey);
}

/** The addresses of an article that was imported before, in the same form. */
export function addressesOf(formerPaths: readonly string[], canonical: string | undefined): readonly string[] {
  return [...(canonical === undefined ? [] : [addressKey(canonical)]), ...formerPaths.map(formerPathKey)];
}
