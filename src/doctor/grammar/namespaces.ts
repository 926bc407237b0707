/** The namespaces of feeds, each with the prefix by which the tables of the grammar and the findings name it. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://www.w3.org/XML/1998/namespace": "xml",
  "http://www.w3.org/2005/Atom": "atom",
  "http://www.w3.org/2007/app": "app",
  "http://purl.org/rss/1.0/": "rss1",
  "http://my.netscape.com/rdf/simple/0.9/": "rss090",
  "http://channel.netscape.com/rdf/simple/0.9/": "rss090",
  "http://purl.org/net/rss1.1#": "rss11",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
  "http://www.w3.org/2000/01/rdf-schema#": "rdfs",
  "http://www.w3.org/1999/xhtml": "xhtml",
  "http://www.w3.org/2000/svg": "svg",
  "http://www.w3.org/1998/Math/MathML": "mathml",
  "http://www.w3.org/1999/xlink": "xlink",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://purl.org/dc/terms/": "dcterms",
  "http://purl.org/rss/1.0/modules/content/": "content",
  "http://purl.org/rss/1.0/modules/syndication/": "sy",
  "http://purl.org/rss/1.0/modules/slash/": "slash",
  "http://purl.org/rss/1.0/modules/event/": "ev",
  "http://purl.org/rss/1.0/modules/annotate/": "annotate",
  "http://purl.org/rss/1.0/modules/aggregation/": "ag",
  "http://purl.org/rss/modules/aggregation/": "ag",
  "http://purl.org/rss/1.0/modules/link/": "l",
  "http://purl.org/rss/1.0/modules/wiki/": "wiki",
  "http://www.usemod.com/cgi-bin/mb.pl?ModWiki": "wiki",
  "http://purl.org/rss/1.0/modules/threading/": "thr1",
  "http://purl.org/syndication/thread/1.0": "thr",
  "http://purl.org/syndication/history/1.0": "fh",
  "http://purl.org/atompub/tombstones/1.0": "at",
  "http://wellformedweb.org/CommentAPI/": "wfw",
  "http://madskills.com/public/xml/rss/module/trackback/": "trackback",
  "http://webns.net/mvcb/": "admin",
  "http://backend.userland.com/blogChannelModule": "blogChannel",
  "http://backend.userland.com/creativeCommonsRssModule": "creativeCommons",
  "http://web.resource.org/cc/": "cc",
  "http://creativecommons.org/ns#": "cc",
  "http://xmlns.com/foaf/0.1/": "foaf",
  "http://purl.org/rss/1.0/modules/taxonomy/": "taxo",
  "http://rslstandard.org/rsl": "rsl",
  "https://rslstandard.org/rsl": "rsl",
  "http://search.yahoo.com/mrss/": "media",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "https://podcastindex.org/namespace/1.0": "podcast",
  "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
  "http://base.google.com/ns/1.0": "g",
  "http://a9.com/-/spec/opensearch/1.1/": "opensearch",
  "http://a9.com/-/spec/opensearchrss/1.0/": "opensearch",
  "http://www.opml.org/spec2": "opml",
  "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
  "http://feedsync.org/2007/feedsync": "sx",
  "http://www.bloglines.com/about/specs/fac-1.0": "access",
  "http://www.microsoft.com/schemas/rss/core/2005": "cf",
  "http://conversationsnetwork.org/rssNamespace-1.0/": "conversationsNetwork",
  "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo",
  "http://geourl.org/rss/module/": "geourl",
  "http://www.georss.org/georss": "georss",
  "http://www.opengis.net/gml": "gml",
  "http://postneo.com/icbm": "icbm",
  "urn:atom-extension:indexing": "indexing",
  "http://my.theinfo.org/changed/1.0/rss/": "cp",
  "xri://$xrds": "xrds",
  "xri://$xrd*($v*2.0)": "xrd",
};

/** Namespaces that programs gave to the elements of RSS 2.0 itself. Readers read them as elements without one. */
const RSS_2: readonly string[] = [
  "",
  "http://backend.userland.com/rss2",
  "http://backend.userland.com/rss20",
  "http://blogs.law.harvard.edu/tech/rss",
  "http://cyber.law.harvard.edu/rss/rss.html",
];

/**
 * The name by which the tables know an element or attribute: `media:content`; `title` for one of RSS 2.0. Returns
 * undefined for a namespace that the tables do not know.
 */
export function knownName(namespace: string, name: string): string | undefined {
  if (RSS_2.includes(namespace)) return name;
  const prefix = PREFIXES[namespace];
  return prefix === undefined ? undefined : `${prefix}:${name}`;
}

/** Without what is often mistyped: the case, the scheme, `www.` and what follows the last letter or digit. */
function gist(namespace: string): string {
  const end = namespace.search(/[^A-Za-z0-9]{0,20}$/);
  return namespace
    .slice(0, end)
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "");
}

const BY_GIST = new Map(
  Object.keys(PREFIXES)
    .filter((namespace) => namespace.startsWith("http"))
    .map((namespace) => [gist(namespace), namespace] as const),
);

/** The namespace that a mistyped one stands for. Returns undefined if it is right, or like no other. */
export function meantNamespace(namespace: string): string | undefined {
  if (namespace in PREFIXES || RSS_2.includes(namespace)) return undefined;
  return BY_GIST.get(gist(namespace));
}
