import { ARTICLES_PREFIX, MEDIA_PREFIX } from "../../site/addresses.ts";
import { ownAddress } from "../../site/own-address.ts";
import { percentDecodeOrKeep } from "../../syntax/percent.ts";
import { type MediaFacts, mediaFileOf } from "../media/media-facts.ts";
import type { MediaFolder } from "../media/media-folder.ts";
import { hintAt } from "../nearest.ts";

/** What an address is for: to be followed, to be seen, or to be played. */
export type AddressUse = "link" | "picture" | "recording";

export type ResolvedAddress =
  | { readonly kind: "address"; readonly url: string; readonly media?: MediaFacts; readonly warning?: string }
  | { readonly kind: "known fault" }
  | { readonly kind: "fault"; readonly expected: string };

/**
 * What the addresses of a body may lead to. `articles` are slugs, present and former. Where articles come one by one, in any order, a link to
 * one that is not there yet is no fault: `linked`, if given, is told the slug instead. `origin` is where the service is reached, where that is
 * known: what begins with it is ours.
 */
export type Destinations = {
  readonly media: MediaFolder;
  readonly articles: ReadonlySet<string>;
  readonly drafts: ReadonlySet<string>;
  readonly linked?: (slug: string) => void;
  readonly origin?: string | undefined;
};

/** A picture in the text itself is fetched with every feed again. */
const MAX_DATA = 10_000;
const SMALL_PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

/** The absolute address that is meant: of the web, of a page here, or of a file in content/media. */
export function resolveAddress(written: string, use: AddressUse, destinations: Destinations): ResolvedAddress {
  const address = written.trim();
  if (/^data:/i.test(address)) return resolveData(address, use, destinations.media.place);
  const own = ownAddress(address, destinations.origin);
  if (own) return resolveOwn(own, use, destinations);
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return resolveAbsolute(address, use);
  if (address.startsWith("/")) return resolveAbsolute(`https:${address}`, use);
  return resolveMedia(address, use, destinations);
}

/** An absolute address of somewhere else, or a picture in the text itself. */
export function resolveAbroad(address: string, use: AddressUse): ResolvedAddress {
  return /^data:/i.test(address) ? resolveData(address, use, "in content/media") : resolveAbsolute(address, use);
}

function resolveData(address: string, use: AddressUse, place: string): ResolvedAddress {
  if (use === "picture" && address.length <= MAX_DATA && SMALL_PICTURE.test(address))
    return { kind: "address", url: address };
  return fault(
    `a file ${place}; a data: address may only be a PNG, JPEG, GIF or WebP picture in base64 of at most ${MAX_DATA} characters`,
  );
}

function resolveAbsolute(address: string, use: AddressUse): ResolvedAddress {
  const url = URL.parse(address);
  if (!url) return fault("an address that can be read, such as https://example.org/page");
  if (url.protocol === "mailto:" || url.protocol === "tel:")
    return use === "link" ? { kind: "address", url: url.href } : fault("an address that begins with https://");
  if (url.protocol !== "https:" && url.protocol !== "http:") return fault("an address that begins with https://");
  if (url.username || url.password) return fault("an address without a user name or password");
  return { kind: "address", url: url.href };
}

function resolveOwn(url: URL, use: AddressUse, { media, articles, drafts, linked }: Destinations): ResolvedAddress {
  const facts = url.pathname.startsWith(MEDIA_PREFIX)
    ? media.at(percentDecodeOrKeep(url.pathname.slice(MEDIA_PREFIX.length)))
    : undefined;
  if (facts) return mediaAddress(facts, url.hash, use);
  if (use !== "link" || url.pathname.startsWith(MEDIA_PREFIX))
    return fault(`the name of the file ${media.place}, such as map.png`);
  if (!url.pathname.startsWith(ARTICLES_PREFIX)) return { kind: "address", url: url.href };
  const slug = percentDecodeOrKeep(url.pathname.slice(ARTICLES_PREFIX.length)).normalize("NFC");
  if (linked) linked(slug);
  else if (!articles.has(slug)) return fault(`the slug of an article that is there${hintAt(slug, articles)}`);
  const warning = "an article that readers can see; this one is a draft";
  return { kind: "address", url: url.href, ...(drafts.has(slug) ? { warning } : {}) };
}

function mediaAddress(facts: MediaFacts, fragment: string, use: AddressUse): ResolvedAddress {
  const isFit = use === "link" || (use === "picture") === facts.mediaType.startsWith("image/");
  if (!isFit)
    return fault(`${use === "picture" ? "a picture" : "sound, film or captions"}, but this file is ${facts.mediaType}`);
  return { kind: "address", url: new URL(fragment, mediaFileOf(facts).url).href, media: facts };
}

function resolveMedia(address: string, use: AddressUse, { media, articles }: Destinations): ResolvedAddress {
  const [, path = "", fragment = ""] = /^([^?#]*)(#.*)?/s.exec(address) ?? [];
  // Written as an editor finds it from content/articles, or by its name alone.
  const name = percentDecodeOrKeep(path).replace(/^(?:\.\/)?(?:\.\.\/media\/)?/, "");
  const facts = address.includes("?") ? undefined : media.find(name);
  if (facts === "refused") return { kind: "known fault" };
  if (facts === undefined) {
    const slug = name.replace(/\.(?:md|html?)$/, "");
    if (articles.has(slug)) return fault(`${ARTICLES_PREFIX}${slug}, the address of that article`);
    const kinds =
      use === "link"
        ? `https://…, /articles/…, or the name of a file ${media.place}`
        : `https://…, or the name of a file ${media.place}`;
    return fault(kinds + media.hint(name));
  }
  return mediaAddress(facts, fragment, use);
}

function fault(expected: string): ResolvedAddress {
  return { kind: "fault", expected };
}
