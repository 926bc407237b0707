import { cleanText } from "../../model/text.ts";
import { textOf, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { XmlParts } from "../../syntax/xml/xml-parts.ts";

/**
 * The prefixes that this importer gives to the namespaces that feeds use, whatever prefix a document declares. RSS
 * elements have none.
 */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://www.w3.org/2005/Atom": "atom:",
  "http://purl.org/atom/ns#": "atom:",
  "http://purl.org/rss/1.0/": "",
  "http://my.netscape.com/rdf/simple/0.9/": "",
  "http://channel.netscape.com/rdf/simple/0.9/": "",
  "http://backend.userland.com/rss2": "",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
  "http://purl.org/rss/1.0/modules/content/": "content:",
  "http://purl.org/dc/elements/1.1/": "dc:",
  "http://purl.org/dc/terms/": "dcterms:",
  "http://search.yahoo.com/mrss/": "media:",
  "http://search.yahoo.com/mrss": "media:",
  "https://search.yahoo.com/mrss/": "media:",
  "http://video.search.yahoo.com/mrss": "media:",
  "http://www.rssboard.org/media-rss": "media:",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
  "http://www.itunes.com/DTDs/Podcast-1.0.dtd": "itunes:",
  "http://www.itunes.com/DTDs/PodCast-1.0.dtd": "itunes:",
  "https://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
  "http://www.google.com/schemas/play-podcasts/1.0": "googleplay:",
  "https://podcastindex.org/namespace/1.0": "podcast:",
  "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast:",
  "http://podlove.org/simple-chapters": "psc:",
  "http://podlove.org/simple-chapters/": "psc:",
  "http://www.youtube.com/xml/schemas/2015": "yt:",
  "http://webfeeds.org/rss/1.0": "webfeeds:",
  "http://base.google.com/ns/1.0": "g:",
  "http://www.w3.org/1999/xhtml": "xhtml:",
  "http://backend.userland.com/creativeCommonsRssModule": "creativeCommons:",
  "http://www.w3.org/2007/app": "app:",
  "http://purl.org/atom/app#": "app:",
  "http://purl.org/syndication/thread/1.0": "thr:",
  "http://schemas.google.com/blogger/2018": "blogger:",
  "http://www.livejournal.org/rss/lj/1.0/": "lj:",
};

/** Addresses without what people write in two ways: `https`, capitals, and the sign at the end. */
const KNOWN: ReadonlyMap<string, string> = new Map(
  Object.entries(PREFIXES).map(([address, prefix]) => [comparable(address), prefix]),
);

function comparable(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https:/, "http:")
    .replace(/[/#]$/, "");
}

/**
 * The elements that only contain the parts of a feed. The `channel` of RSS 2.0 is one as well; that of RSS 1.0 is not.
 */
const CONTAINERS: ReadonlySet<string> = new Set(["rss", "rdf:RDF", "atom:feed"]);

/**
 * Opens a reader of feeds that holds one part in memory: an entry, or a child of the feed itself. Elements have the
 * names of `PREFIXES`, such as `content:encoded`, and attributes are in lower case. A fault in the markup is repaired,
 * and its part says so.
 *
 * @param address the address of the document, for relative addresses
 */
export function openFeedParts(address: string | undefined): XmlParts {
  // Old programs leave the namespace of Atom out.
  let isBareAtom = false;
  return new XmlParts({
    base: address,
    clean: cleanText,
    nameOf: (tag) => {
      const isBare = tag.namespace === "" && tag.prefix === "";
      isBareAtom ||= isBare && tag.local === "feed";
      return isBare && isBareAtom ? `atom:${tag.local}` : knownName(tag);
    },
    attributeName: (name) => name.toLowerCase(),
    isContainer: (name, parent) => CONTAINERS.has(name) || (name === "channel" && parent === "rss"),
    rootFault: (name) =>
      CONTAINERS.has(name) || name === "atom:entry"
        ? undefined
        : `<${name}> at the top; expected <rss>, <feed> or <rdf:RDF>`,
    isEntry: (name) => name === "item" || name === "atom:entry",
  });
}

/** An element whose namespace is not known keeps the prefix that the document gives it. */
function knownName({ namespace, prefix, local }: { namespace: string; prefix: string; local: string }): string {
  const wordPress = /^https?:\/\/wordpress\.org\/export\/1\.\d\/(excerpt\/)?$/.exec(namespace);
  if (wordPress) return (wordPress[1] ? "excerpt:" : "wp:") + local;
  const known = PREFIXES[namespace] ?? KNOWN.get(comparable(namespace));
  if (known !== undefined) return known + local;
  return prefix === "" ? local : `${prefix}:${local}`;
}

/** The text of the first child that has one of the names, in the order of the names, and is not empty. */
export function textIn(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names)
    for (const child of element.children) {
      const text = typeof child !== "string" && child.name === name ? textOf(child) : undefined;
      if (text !== undefined) return text;
    }
  return undefined;
}
