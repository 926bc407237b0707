import { ARTICLES_PREFIX, MEDIA_PREFIX } from "../../../site/addresses.ts";
import { ownAddress } from "../../../site/own-address.ts";
import { originalPath } from "../../../site/picture-variants.ts";
import { percentDecodeOrKeep } from "../../../syntax/percent.ts";
import { type MediaFacts, mediaFileOf } from "../../media/media-facts.ts";
import type { MediaFolder } from "../../media/media-folder.ts";
import { hintAt } from "../../nearest.ts";

/** What an address is for: to be followed, to be seen, or to be played. */
export type AddressUse = "link" | "picture" | "recording";

export type ResolvedAddress =
  | { readonly kind: "address"; readonly url: string; readonly media?: MediaFacts; readonly warning?: string }
  | { readonly kind: "known fault" }
  | { readonly kind: "fault"; readonly expected: string };

/** Slugs to look up. They are listed only to suggest one in place of a slug that is not there. */
export type Slugs = Pick<ReadonlySet<string>, "has"> & Iterable<string>;

/**
 * What the addresses of a body may lead to. `articles` and `drafts` are slugs, present and former; without `articles` a
 * link to any article is allowed, since articles may be sent in any order. An address that begins with `origin` is one
 * of ours.
 */
export type Destinations = {
  readonly media: MediaFolder;
  readonly articles?: Slugs | undefined;
  readonly drafts: Pick<Slugs, "has">;
  readonly origin?: string | undefined;
};

/** What an address of a body means, as far as the address alone says it. `url` is below the stand-in host. */
export type AddressTarget =
  | { readonly kind: "data"; readonly address: string }
  | { readonly kind: "elsewhere"; readonly address: string }
  /** A file by its path below `/media/`. */
  | { readonly kind: "served file"; readonly path: string; readonly url: URL }
  | { readonly kind: "article"; readonly slug: string; readonly url: URL }
  | { readonly kind: "own page"; readonly url: URL }
  /** A file by its name; a query cannot be part of one. */
  | { readonly kind: "named file"; readonly name: string; readonly fragment: string; readonly hasQuery: boolean };

/** Reads an address without looking anything up. */
export function readAddress(written: string, origin: string | undefined): AddressTarget {
  const address = written.trim();
  if (/^data:/i.test(address)) return { kind: "data", address };
  const url = ownAddress(address, origin);
  if (url?.pathname.startsWith(MEDIA_PREFIX))
    return {
      kind: "served file",
      path: originalPath(percentDecodeOrKeep(url.pathname.slice(MEDIA_PREFIX.length))),
      url,
    };
  if (url?.pathname.startsWith(ARTICLES_PREFIX)) {
    const slug = percentDecodeOrKeep(url.pathname.slice(ARTICLES_PREFIX.length)).normalize("NFC");
    return { kind: "article", slug, url };
  }
  if (url) return { kind: "own page", url };
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return { kind: "elsewhere", address };
  if (address.startsWith("/")) return { kind: "elsewhere", address: `https:${address}` };
  const [, path = "", fragment = ""] = /^([^?#]*)(#.*)?/s.exec(address) ?? [];
  // As an editor finds the file from content/articles, or by its name alone.
  const name = percentDecodeOrKeep(path).replace(/^(?:\.\/)?(?:\.\.\/media\/)?/, "");
  return { kind: "named file", name, fragment, hasQuery: address.includes("?") };
}

/** Returns the absolute address that is meant: of the web, of a page here, or of a file in content/media. */
export function resolveAddress(written: string, use: AddressUse, destinations: Destinations): ResolvedAddress {
  const { media, articles, drafts, origin } = destinations;
  const target = readAddress(written, origin);
  switch (target.kind) {
    case "data":
      return resolveData(target.address, use, media.place);
    case "elsewhere":
      return resolveAbsolute(target.address, use);
    case "named file":
      return resolveName(target, use, destinations);
    case "served file": {
      const facts = media.at(target.path);
      return facts ? mediaAddress(facts, target.url.hash, use) : fault(nameOfFile(media));
    }
    case "own page":
      return use === "link" ? { kind: "address", url: target.url.href } : fault(nameOfFile(media));
    case "article": {
      const { slug, url } = target;
      if (use !== "link") return fault(nameOfFile(media));
      if (articles && !articles.has(slug))
        return fault(`the slug of an article that is there${hintAt(slug, articles)}`);
      const warning = "an article that readers can see; this one is a draft";
      return { kind: "address", url: url.href, ...(drafts.has(slug) ? { warning } : {}) };
    }
  }
}

/** Resolves an absolute address of another site, or a picture in the text itself. */
export function resolveAbroad(address: string, use: AddressUse): ResolvedAddress {
  return /^data:/i.test(address) ? resolveData(address, use, "in content/media") : resolveAbsolute(address, use);
}

/** A picture in the text itself is sent with every feed, so it has to be small: in characters. */
const MAX_DATA = 10_000;
const SMALL_PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

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

function mediaAddress(facts: MediaFacts, fragment: string, use: AddressUse): ResolvedAddress {
  const isFit = use === "link" || (use === "picture") === facts.mediaType.startsWith("image/");
  if (!isFit)
    return fault(`${use === "picture" ? "a picture" : "sound, film or captions"}, but this file is ${facts.mediaType}`);
  return { kind: "address", url: new URL(fragment, mediaFileOf(facts).url).href, media: facts };
}

function resolveName(
  { name, fragment, hasQuery }: AddressTarget & { readonly kind: "named file" },
  use: AddressUse,
  { media, articles }: Destinations,
): ResolvedAddress {
  const facts = hasQuery ? undefined : media.find(name);
  if (facts === "refused") return { kind: "known fault" };
  if (facts !== undefined) return mediaAddress(facts, fragment, use);
  const slug = name.replace(/\.(?:md|html?)$/, "");
  if (articles?.has(slug)) return fault(`${ARTICLES_PREFIX}${slug}, the address of that article`);
  const pages = use === "link" ? "https://…, /articles/…" : "https://…";
  return fault(`${pages}, or the name of a file ${media.place}${media.hint(name)}`);
}

function nameOfFile({ place }: MediaFolder): string {
  return `the name of the file ${place}, such as map.png`;
}

function fault(expected: string): ResolvedAddress {
  return { kind: "fault", expected };
}
